// Sections: topics by phase and tasks by phase, each below its track, with how much of them is done.

import type { PageData } from "../../../json/envelopes/page.js";
import { phaseTitle } from "../../../model/roadmap.js";
import { groupBy } from "../../../text/arrays.js";
import { shortLabel } from "../../../views/short-label.js";
import { matches } from "../state/filter.js";
import { statusCounts, type TaskItem, type TopicItem } from "../state/items.js";

export type Counts = ReturnType<typeof statusCounts>;

type Contents =
  | { readonly kind: "topics"; readonly items: readonly TopicItem[] }
  | { readonly kind: "tasks"; readonly items: readonly TaskItem[] };

/** The topics, or the tasks, of one phase or of none. */
export type PhaseSection = Contents & {
  /** The same for the same phase in every state of the file. */
  readonly key: string;
  readonly title: string;
  /** As in the file; null for what has no phase. */
  readonly label: string | null;
  readonly track: string | null;
  readonly counts: Counts;
  readonly progress: "finished" | "partial" | "untouched";
  /** Whether its rows are shown as long as it was neither folded nor unfolded. */
  readonly isOpen: boolean;
  /** The number of the last topic, or of the last task that is no subtask: new ones go after it. */
  readonly last: number;
};

/** The phases of one track, or those of none. */
interface TrackGroup {
  /** Null for what has no track, if it comes first. */
  readonly title: string | null;
  readonly goal: string | null;
  readonly sections: readonly PhaseSection[];
}

/** Topics and tasks are never added up. */
export interface KindOfSections {
  readonly name: Contents["kind"];
  readonly title: "Topics" | "Tasks";
  readonly counts: Counts;
  readonly groups: readonly TrackGroup[];
}

/** Topics, then tasks; only those that the roadmap has. */
export function kindsOfSections(data: PageData): KindOfSections[] {
  const topics = byPhase(data.topics).map((items) => ({ kind: "topics", items }) as const);
  const tasks = byPhase(data.tasks).map((items) => ({ kind: "tasks", items }) as const);
  const kinds = [
    { name: "topics", title: "Topics", counts: statusCounts(data.topics), groups: groupsOf(data, topics) },
    { name: "tasks", title: "Tasks", counts: statusCounts(data.tasks), groups: groupsOf(data, tasks) },
  ] as const;
  return kinds.filter(({ groups }) => groups.length > 0);
}

/** Without what is skipped. */
export function totalOf(counts: Counts): number {
  return counts.done + counts["not-started"] + counts["in-progress"] + counts.blocked;
}

/** The same phase with what passes the filter, and the tasks above it. */
export function matchingSection(section: PhaseSection): PhaseSection {
  if (section.kind === "topics") return { ...section, items: section.items.filter(matches) };
  const kept = new Set<number | null>();
  const items = section.items.toReversed().filter((task) => {
    const isKept = matches(task) || kept.has(task.number);
    if (isKept) kept.add(task.parent);
    return isKept;
  });
  return { ...section, items: items.toReversed() };
}

/** What has no phase comes last. */
function byPhase<Element extends TopicItem | TaskItem>(items: readonly Element[]): Element[][] {
  const all = [...groupBy(items, ({ track, phase }) => `${track ?? ""}\n${phase ?? ""}`).values()];
  const [withPhase, without] = [all.filter(([first]) => first?.phase), all.filter(([first]) => !first?.phase)];
  return [...withPhase, ...without];
}

function groupsOf({ tracks, phases }: PageData, all: readonly Contents[]): TrackGroup[] {
  const open = opened(all);
  const sections = all.map((contents) => {
    const { track = null, phase: label = null } = contents.items[0] ?? {};
    const phase = phases.find((one) => one.label === label && one.track === track);
    const loose = all.length === 1 ? `All ${contents.kind}` : "No phase";
    const title = phase ? shortLabel(phaseTitle(phase)) : loose;
    return { ...sectionOf(contents), title, label, track, isOpen: open.has(contents) };
  });
  // A phase that is a track itself belongs to it.
  const trackTitles = new Set(sections.map(({ track }) => track));
  const groups = groupBy(sections, ({ track, label }) => track ?? (trackTitles.has(label) ? label : null));
  return Array.from(groups, ([track, own], index) => ({
    title: track ?? (index === 0 ? null : `Other ${own[0]?.kind}`),
    goal: tracks.find(({ title }) => title === track)?.goal ?? null,
    sections: own,
  }));
}

function sectionOf(contents: Contents) {
  const { kind, items } = contents;
  const tops = kind === "topics" ? contents.items : contents.items.filter(({ parent }) => parent === null);
  return {
    ...contents,
    key: `${kind}\n${items[0]?.track ?? ""}\n${items[0]?.phase ?? ""}`,
    counts: statusCounts(items),
    progress: progressOf(contents),
    last: (tops.at(-1) ?? items.at(-1))?.number ?? 0,
  };
}

function progressOf({ items }: Contents): PhaseSection["progress"] {
  const counts = statusCounts(items);
  const total = totalOf(counts);
  if (counts.done === total) return "finished";
  return counts["not-started"] === total ? "untouched" : "partial";
}

/** What is partly done; if nothing is, what comes next; and what is alone. */
function opened(all: readonly Contents[]): ReadonlySet<Contents> {
  if (all.length === 1) return new Set(all);
  const partial = all.filter((contents) => progressOf(contents) === "partial");
  const next = all.filter((contents) => progressOf(contents) !== "finished").slice(0, 1);
  return new Set(partial.length > 0 ? partial : next);
}
