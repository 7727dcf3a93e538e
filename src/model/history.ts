// History: what commits did to a roadmap, and the way of one topic through it.

import { fold } from "../text/fold.js";
import { plainText } from "./cell-text.js";
import type { Comparison, Difference } from "./compare.js";
import type { Day } from "./dates.js";
import { cellText, type Roadmap, type Topic } from "./roadmap.js";
import type { Status } from "./status.js";

/** One commit. Texts of git are as they are: they have to be made visible before they are shown. */
export interface HistoryEntry {
  /** The full id. */
  readonly commit: string;
  /** The nearest commits before it that are entries too. */
  readonly parents: readonly string[];
  readonly author: string;
  /** In the author's own time zone; null when the commit has no date that can be read. */
  readonly day: Day | null;
  readonly subject: string;
  /** All of it. */
  readonly message: string;
  /** What the file is called in it; null for a commit that only joins lines. */
  readonly path: string | null;
  /** What the file was called before, when the commit named it anew. */
  readonly renamedFrom: string | null;
  /**
   * `added` and `removed`: the file. `joined`: a merge that changed nothing itself, or a change of rights. `earliest`:
   * the clone knows nothing before it. `unreadable`: passed over; the next one is compared with the one before it.
   */
  readonly kind: "added" | "changed" | "removed" | "joined" | "earliest" | "unreadable";
  /** What the commit itself changed; null where that is not known. */
  readonly comparison: Comparison | null;
  /** With each parent, for a merge. */
  readonly comparisons: readonly Comparison[];
  readonly trouble: string | null;
}

export interface Subject {
  readonly type: "topic" | "task";
  readonly name: string;
}

/** What one commit did to one topic or task. */
export interface SubjectChange {
  readonly entry: HistoryEntry;
  readonly difference: Difference;
}

/**
 * The changes of one topic, newest first, followed backwards through its renames, along each line of history by the
 * name that it has there. The entries are in the order of `readHistory`: every commit before its parents.
 */
export function changesOf(entries: readonly HistoryEntry[], { type, name }: Subject): SubjectChange[] {
  const wanted = new Map<string, Set<string>>();
  const known = new Set(entries.flatMap(({ parents }) => parents));
  const found: SubjectChange[] = [];
  for (const entry of entries) {
    const names = wanted.get(entry.commit) ?? new Set(known.has(entry.commit) ? [] : [fold(name)]);
    const isMeant = (difference: Difference) => difference.type === type && names.has(fold(difference.name));
    for (const difference of entry.comparison?.differences.filter(isMeant) ?? []) found.push({ entry, difference });
    entry.parents.forEach((parent, index) => {
      const before = wanted.get(parent) ?? new Set<string>();
      const comparison = entry.comparisons[entry.comparisons.length > 1 ? index : 0];
      for (const one of namesBefore(names, comparison, type)) before.add(one);
      wanted.set(parent, before);
    });
  }
  return found;
}

function namesBefore(names: ReadonlySet<string>, comparison: Comparison | undefined, type: Subject["type"]): string[] {
  const renamed = new Map(
    comparison?.differences
      .filter((difference) => difference.type === type && difference.renamedFrom !== null)
      .map((difference) => [fold(difference.name), fold(difference.renamedFrom ?? "")]),
  );
  return [...names].map((name) => renamed.get(name) ?? name);
}

/** The name by which the newest version knows what was once called that; the same name when it was never renamed. */
export function latestName(entries: readonly HistoryEntry[], { type, name }: Subject): string {
  const seen = new Set<string>();
  let latest = name;
  for (;;) {
    const folded = fold(latest);
    if (seen.has(folded)) return latest;
    seen.add(folded);
    const renaming = differencesIn(entries).find(
      (difference) => difference.type === type && fold(difference.renamedFrom ?? "") === folded,
    );
    if (!renaming || renaming.renamedFrom === null) return latest;
    latest = renaming.name;
  }
}

/** Every name that a topic or task ever had, newest first, each once. */
export function namesEver(entries: readonly HistoryEntry[]): Subject[] {
  const names = new Map<string, Subject>();
  for (const { type, name, renamedFrom } of differencesIn(entries)) {
    for (const one of renamedFrom === null ? [name] : [name, renamedFrom]) {
      const key = `${type} ${fold(one)}`;
      if (!names.has(key)) names.set(key, { type, name: one });
    }
  }
  return [...names.values()];
}

function differencesIn(entries: readonly HistoryEntry[]): Difference[] {
  return entries.flatMap(({ comparison }) => comparison?.differences ?? []);
}

/** Days on which a state was reached, as the history shows them; null where it does not. */
export interface HistoryDays {
  readonly started: Day | null;
  readonly finished: Day | null;
}

/** Those of the days that the topic's own cells leave open: what a cell says, readable or not, is never overruled. */
export function daysUnsaid(roadmap: Roadmap, topic: Topic, { started, finished }: HistoryDays): HistoryDays {
  const isOpen = (kind: "started" | "finished") => plainText(cellText(roadmap, topic, kind)) === "";
  return { started: isOpen("started") ? started : null, finished: isOpen("finished") ? finished : null };
}

/** Of its present run: what was before it was last set back to not started does not count. */
export function daysFromHistory(changes: readonly SubjectChange[], status: Status): HistoryDays {
  let [started, finished]: [Day | null, Day | null] = [null, null];
  if (status === "not-started") return { started, finished };
  for (const { entry, difference } of changes) {
    // A topic that came with its state tells nothing of the day on which it reached it.
    if (difference.kind !== "changed") break;
    const { from, to } = difference.status;
    if (from === to) continue;
    if (to === "not-started") break;
    if (to === "in-progress" && from !== "done" && from !== "blocked") started ??= entry.day;
    if (to === "done" && status === "done") finished ??= entry.day;
  }
  return { started, finished };
}
