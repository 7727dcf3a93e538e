// Progress: how much is done, by phase, track, status or month.

import { groupBy } from "../text/arrays.js";
import { shownPhases } from "./outline.js";
import type { Roadmap, Task, Topic } from "./roadmap.js";
import { isUntilToday, type Status, statuses } from "./status.js";

/** The number of topics and tasks with each status. */
type Counts = Readonly<Record<Status, number>>;

export interface ProgressGroup {
  readonly title: string;
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

type Tracked = Pick<Topic | Task, "status" | "phase">;

export function progressOf(roadmap: Roadmap, by: ProgressKey): Progress {
  const everything: readonly Tracked[] = [...roadmap.topics, ...roadmap.tasks];
  const all = group("All", null, everything);
  if (by === "phase") return { by, groups: byPhase(roadmap, everything), all };
  if (by === "track") return { by, groups: byTrack(roadmap, everything), all };
  if (by === "status") return { by, groups: byStatus(everything), all };
  return { by, groups: byMonth(roadmap), all };
}

/** How much of these topics and tasks is done. */
export function progressOfThings(things: readonly (Topic | Task)[]): ProgressGroup {
  return group("All", null, things);
}

/** Whole percent, rounded down, so 100% means complete. */
export function percent({ done, total }: { done: number; total: number }): number {
  return total === 0 ? 0 : Math.floor((100 * done) / total);
}

function byPhase(roadmap: Roadmap, everything: readonly Tracked[]): ProgressGroup[] {
  const inPhases = shownPhases(roadmap).map(({ title, track, topics, tasks }) =>
    group(title, track?.title ?? null, [...topics, ...tasks]),
  );
  return [
    ...inPhases,
    ...leftOver(
      "No phase",
      everything.filter(({ phase }) => phase === null),
    ),
  ];
}

function byTrack({ tracks }: Roadmap, everything: readonly Tracked[]): ProgressGroup[] {
  const inTracks = tracks.map((track) => {
    const own = track.phases.flatMap(({ topics, tasks }): Tracked[] => [...topics, ...tasks]);
    return group(track.title, null, own);
  });
  return [
    ...leftOver(
      "No track",
      everything.filter(({ phase }) => !phase?.track),
    ),
    ...inTracks,
  ];
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
function byMonth({ topics, today }: Roadmap): ProgressGroup[] {
  const finished = topics.filter((topic) => topic.status === "done" && isUntilToday(topic.finished, today));
  const months = groupBy(finished, (topic) => topic.finished?.slice(0, 7) ?? "");
  return [...months].sort(([a], [b]) => (a < b ? -1 : 1)).map(([month, finished]) => group(month, null, finished));
}

function leftOver(title: string, things: readonly Tracked[]): ProgressGroup[] {
  return things.length === 0 ? [] : [group(title, null, things)];
}

function group(title: string, track: string | null, things: readonly Tracked[]): ProgressGroup {
  const counts = { "not-started": 0, "in-progress": 0, done: 0, blocked: 0, skipped: 0 };
  for (const { status } of things) counts[status]++;
  return { title, track, counts, total: things.length - counts.skipped, done: counts.done };
}
