// Progress: how much is done, by phase, track, status or month.

import { groupBy } from "../text/arrays.js";
import type { Day } from "./dates.js";
import { shownPhases } from "./outline.js";
import type { Roadmap, Task, Topic } from "./roadmap.js";
import { isUntilToday, type Status, statuses } from "./status.js";

/** The number of topics and tasks with each status. */
type Counts = Readonly<Record<Status, number>>;

export interface ProgressGroup {
  readonly title: string;
  /** The number of the phase, if it is one. */
  readonly number: number | null;
  /** The track of the group, if it is a phase of one. */
  readonly track: string | null;
  readonly counts: Counts;
  /** Everything but skipped items. */
  readonly total: number;
  readonly done: number;
}

export const progressKeys = ["phase", "track", "status", "month"] as const;

export type ProgressKey = (typeof progressKeys)[number];

export interface Progress {
  readonly by: ProgressKey;
  readonly groups: readonly ProgressGroup[];
  readonly all: ProgressGroup;
}

/** What is counted: topics and tasks are two kinds, which people see only apart. */
export type Counted = "topics" | "tasks" | "both";

const titles: Readonly<Record<Counted, string>> = { topics: "Topics", tasks: "Tasks", both: "All" };

type Tracked = Pick<Topic | Task, "status" | "phase">;

export function progressOf(roadmap: Roadmap, by: ProgressKey, counted: Counted = "both"): Progress {
  const everything = ownOf(roadmap, counted);
  const all = { ...progressOfThings(everything), title: titles[counted] };
  if (by === "phase") return { by, groups: byPhase(roadmap, counted), all };
  if (by === "track") return { by, groups: byTrack(roadmap, counted), all };
  if (by === "status") return { by, groups: byStatus(everything), all };
  return { by, groups: byMonth(counted === "tasks" ? [] : roadmap.topics, roadmap.today), all };
}

/** How much of these topics and tasks is done. */
export function progressOfThings(things: readonly Tracked[]): ProgressGroup {
  return group({ title: "All" }, things);
}

function ownOf(
  { topics, tasks }: { readonly topics: readonly Tracked[]; readonly tasks: readonly Tracked[] },
  counted: Counted,
): readonly Tracked[] {
  return counted === "topics" ? topics : counted === "tasks" ? tasks : [...topics, ...tasks];
}

/** Whole percent, rounded down, so 100% means complete. */
export function percent({ done, total }: { done: number; total: number }): number {
  return total === 0 ? 0 : Math.floor((100 * done) / total);
}

/** Phases without any of what is counted are omitted, unless everything is. */
function byPhase(roadmap: Roadmap, counted: Counted): ProgressGroup[] {
  const inPhases = shownPhases(roadmap).flatMap((phase) => {
    const own = ownOf(phase, counted);
    const { title, number, track } = phase;
    return own.length === 0 && counted !== "both" ? [] : [group({ title, number, track: track?.title ?? null }, own)];
  });
  const without = ownOf(roadmap, counted).filter(({ phase }) => phase === null);
  return [...inPhases, ...leftOver("No phase", without)];
}

function byTrack(roadmap: Roadmap, counted: Counted): ProgressGroup[] {
  const inTracks = roadmap.tracks.flatMap(({ title, phases }) => {
    const own = phases.flatMap((phase) => ownOf(phase, counted));
    return own.length === 0 && counted !== "both" ? [] : [group({ title }, own)];
  });
  const without = ownOf(roadmap, counted).filter(({ phase }) => !phase?.track);
  return [...leftOver("No track", without), ...inTracks];
}

function byStatus(everything: readonly Tracked[]): ProgressGroup[] {
  return statuses.flatMap((status) =>
    leftOver(
      status,
      everything.filter((thing) => thing.status === status),
    ),
  );
}

/** Months in which topics were finished, latest last; topics without a finish date up to today are omitted. */
function byMonth(topics: readonly Topic[], today: Day | null): ProgressGroup[] {
  const finished = topics.filter((topic) => topic.status === "done" && isUntilToday(topic.finished, today));
  const months = groupBy(finished, (topic) => topic.finished?.slice(0, 7) ?? "");
  return [...months].sort(([a], [b]) => (a < b ? -1 : 1)).map(([month, finished]) => group({ title: month }, finished));
}

function leftOver(title: string, things: readonly Tracked[]): ProgressGroup[] {
  return things.length === 0 ? [] : [group({ title }, things)];
}

type GroupName = Pick<ProgressGroup, "title"> & Partial<ProgressGroup>;

function group({ title, number = null, track = null }: GroupName, things: readonly Tracked[]): ProgressGroup {
  const counts = { "not-started": 0, "in-progress": 0, done: 0, blocked: 0, skipped: 0 };
  for (const { status } of things) counts[status]++;
  return { title, number, track, counts, total: things.length - counts.skipped, done: counts.done };
}

/** Several groups as one: a track, or a run of phases. */
export function mergedGroup(title: string, groups: readonly ProgressGroup[]): ProgressGroup {
  const counts = { "not-started": 0, "in-progress": 0, done: 0, blocked: 0, skipped: 0 };
  for (const group of groups) for (const status of statuses) counts[status] += group.counts[status];
  const sum = (count: (group: ProgressGroup) => number) => groups.reduce((all, group) => all + count(group), 0);
  return { title, number: null, track: null, counts, total: sum(({ total }) => total), done: counts.done };
}
