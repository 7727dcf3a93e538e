// History: what commits changed in a roadmap, and the changes of one topic across commits.

import { normalize } from "../../text/normalize.js";
import type { Day } from "../dates.js";
import { plainText } from "../inline-text.js";
import { cellText, type Roadmap, type Topic } from "../roadmap.js";
import type { Status } from "../status.js";
import { type Comparison, type Difference, noChange, type Rename } from "./compare.js";

/** One commit. Texts from git are raw: make them visible before printing. */
export interface HistoryEntry {
  /** The full object id. */
  readonly commit: string;
  /** The nearest ancestors that are entries too. */
  readonly parents: readonly string[];
  readonly author: string;
  /** In the author's time zone; null if the commit has no readable date. */
  readonly day: Day | null;
  readonly subject: string;
  /** The whole message. */
  readonly message: string;
  /** The path of the file in this commit; null for a commit that only joins branches. */
  readonly path: string | null;
  /** The previous path, if this commit renamed the file. */
  readonly renamedFrom: string | null;
  /**
   * `added` and `removed` refer to the file. `joined`: a merge that changed nothing itself, or a mode change.
   * `earliest`: a shallow clone has nothing before it. `unreadable`: skipped; the next entry is compared with the one
   * before it.
   */
  readonly kind: "added" | "changed" | "removed" | "joined" | "earliest" | "unreadable";
  /** What the commit itself changed; null if unknown. */
  readonly comparison: Comparison | null;
  /** For a merge: with each parent. */
  readonly comparisons: readonly Comparison[];
  readonly trouble: string | null;
}

export interface Subject {
  readonly type: "topic" | "task";
  readonly name: string;
}

/** What one commit changed in one topic or task. */
export interface SubjectChange {
  readonly entry: HistoryEntry;
  readonly difference: Difference;
}

/**
 * The changes of one topic, newest first. Follows renames backwards, separately on each branch. The entries are in the
 * order of `readHistory`: every commit before its parents.
 */
export function changesOf(entries: readonly HistoryEntry[], { type, name }: Subject): SubjectChange[] {
  const wanted = new Map<string, Set<string>>();
  const known = new Set(entries.flatMap(({ parents }) => parents));
  const changes: SubjectChange[] = [];
  for (const entry of entries) {
    const names = wanted.get(entry.commit) ?? new Set(known.has(entry.commit) ? [] : [normalize(name)]);
    const isMeant = (difference: Difference) => difference.type === type && names.has(normalize(difference.name));
    for (const difference of entry.comparison?.differences.filter(isMeant) ?? []) changes.push({ entry, difference });
    entry.parents.forEach((parent, index) => {
      const before = wanted.get(parent) ?? new Set<string>();
      const comparison = entry.comparisons[entry.comparisons.length > 1 ? index : 0];
      for (const previous of namesBefore(names, comparison, type)) before.add(previous);
      wanted.set(parent, before);
    });
  }
  return changes;
}

function namesBefore(names: ReadonlySet<string>, comparison: Comparison | undefined, type: Subject["type"]): string[] {
  const renamed = new Map(
    comparison?.differences
      .filter((difference) => difference.type === type && difference.renamedFrom !== null)
      .map((difference) => [normalize(difference.name), normalize(difference.renamedFrom ?? "")]),
  );
  return [...names].map((name) => renamed.get(name) ?? name);
}

/** The newest name of what once had this name; the same name if it was never renamed. */
export function latestName(entries: readonly HistoryEntry[], { type, name }: Subject): string {
  const seen = new Set<string>();
  let latest = name;
  for (;;) {
    const folded = normalize(latest);
    if (seen.has(folded)) return latest;
    seen.add(folded);
    const renaming = differencesIn(entries).find(
      (difference) => difference.type === type && normalize(difference.renamedFrom ?? "") === folded,
    );
    if (!renaming || renaming.renamedFrom === null) return latest;
    latest = renaming.name;
  }
}

/** Every name that a topic or task ever had, newest first, without duplicates. */
export function allNames(entries: readonly HistoryEntry[]): Subject[] {
  const names = new Map<string, Subject>();
  for (const { type, name, renamedFrom } of differencesIn(entries)) {
    for (const known of renamedFrom === null ? [name] : [name, renamedFrom]) {
      const key = `${type} ${normalize(known)}`;
      if (!names.has(key)) names.set(key, { type, name: known });
    }
  }
  return [...names.values()];
}

function differencesIn(entries: readonly HistoryEntry[]): Difference[] {
  return entries.flatMap(({ comparison }) => comparison?.differences ?? []);
}

/** The days on which a status was reached, according to history; null if unknown. */
export interface HistoryDays {
  readonly started: Day | null;
  readonly finished: Day | null;
}

/** Those of the days that the topic's own cells leave blank: a date cell, readable or not, is never overridden. */
export function daysNotInCells(roadmap: Roadmap, topic: Topic, { started, finished }: HistoryDays): HistoryDays {
  const isOpen = (kind: "started" | "finished") => plainText(cellText(roadmap, topic, kind)) === "";
  return { started: isOpen("started") ? started : null, finished: isOpen("finished") ? finished : null };
}

/** Only since the topic was last reset to not started; earlier runs do not count. */
export function daysFromHistory(changes: readonly SubjectChange[], status: Status): HistoryDays {
  let [started, finished]: [Day | null, Day | null] = [null, null];
  if (status === "not-started") return { started, finished };
  for (const { entry, difference } of changes) {
    // The day a topic was added with its status does not say when it reached that status.
    if (difference.kind !== "changed") break;
    const { from, to } = difference.status;
    if (from === to) continue;
    if (to === "not-started") break;
    if (to === "in-progress" && from !== "done" && from !== "blocked") started ??= entry.day;
    if (to === "done" && status === "done") finished ??= entry.day;
  }
  return { started, finished };
}

/**
 * What a merge commit itself changed. `comparisons` are those of the result with each parent. Text outside topics,
 * tasks, columns and phases is ignored.
 */
export function ownChanges(comparisons: readonly Comparison[]): Comparison {
  const [first, ...others] = comparisons;
  if (!first || others.length === 0) return first ?? noChange;
  const isInAll = <Value>(value: Value, valuesOf: (comparison: Comparison) => readonly Value[]) =>
    others.every((other) => valuesOf(other).some((candidate) => JSON.stringify(candidate) === JSON.stringify(value)));
  return {
    differences: first.differences.flatMap((difference) => ownDifference(difference, others) ?? []),
    columns: {
      added: first.columns.added.filter((name) => isInAll(name, ({ columns }) => columns.added)),
      removed: first.columns.removed.filter((name) => isInAll(name, ({ columns }) => columns.removed)),
    },
    renamedColumns: first.renamedColumns.filter(({ to }) => isInAll(to, (other) => namesNow(other.renamedColumns))),
    renamedPhases: first.renamedPhases.filter(({ to }) => isInAll(to, (other) => namesNow(other.renamedPhases))),
    addedPhases: first.addedPhases.filter((name) => isInAll(name, (other) => other.addedPhases)),
    removedPhases: first.removedPhases.filter((name) => isInAll(name, (other) => other.removedPhases)),
    hasOtherText: false,
  };
}

function namesNow(renames: readonly Rename[]): string[] {
  return renames.map(({ to }) => to);
}

/** What remains of a difference from the first parent after removing everything taken from another parent. */
function ownDifference(difference: Difference, comparisons: readonly Comparison[]): Difference | null {
  const same = comparisons.map(({ differences }) =>
    differences.find(
      ({ type, name, kind }) =>
        type === difference.type &&
        name === difference.name &&
        (kind === "removed") === (difference.kind === "removed"),
    ),
  );
  const others = same.filter((other) => other !== undefined);
  if (others.length < same.length) return null;
  const all = [difference, ...others];
  // A row that one parent lacks comes from the other parent, so it is compared with that one.
  const base = all.find(({ kind }) => kind === "changed") ?? difference;
  if (base.kind !== "changed") return base;
  const changed = all.filter(({ kind }) => kind === "changed");
  const fields = base.fields.filter(({ field, to }) =>
    all.every((other) => other.fields.some((candidate) => candidate.field === field && candidate.to === to)),
  );
  const own = {
    ...base,
    fields,
    renamedFrom: changed.every(({ renamedFrom }) => renamedFrom !== null) ? base.renamedFrom : null,
    moved: changed.every(({ moved }) => moved !== null) ? base.moved : null,
    status: changed.every(({ status }) => status.from !== status.to)
      ? base.status
      : { from: base.status.to, to: base.status.to },
  };
  const isChange =
    fields.length > 0 || own.renamedFrom !== null || own.moved !== null || own.status.from !== own.status.to;
  return isChange ? own : null;
}
