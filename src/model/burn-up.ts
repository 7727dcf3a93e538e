// Burn-up: how much was done, out of how much, on each day.

import type { Day } from "./dates.js";
import type { Roadmap, Task, Topic } from "./roadmap.js";

export const burnUpKeys = ["topic", "task"] as const;

export type BurnUpKey = (typeof burnUpKeys)[number];

/** Values that apply from that day until the day of the next point. */
export interface BurnUpPoint {
  readonly day: Day;
  readonly done: number;
  readonly total: number;
}

export interface BurnUp {
  readonly by: BurnUpKey;
  /**
   * Ascending, one point per day, the last one today; empty if no day is known. Skipped topics and tasks are in neither
   * number.
   */
  readonly points: readonly BurnUpPoint[];
  /** Everything done today, including what no point contains. */
  readonly done: number;
  readonly total: number;
  /** How many of the done ones take their day from a commit, because their own cells have none. */
  readonly fromHistory: number;
  /** How many of the done ones are in no point because their day is unknown. */
  readonly undated: number;
  /** How many of the done ones are in no point because their finish date is after today. */
  readonly ahead: number;
  /**
   * The first day whose total comes from a commit; earlier days have the same total. Null if every day has today's
   * total.
   */
  readonly totalsFrom: Day | null;
}

/** What the versions of the file add to its own dates. */
export interface BurnUpHistory {
  /** The day of the first version. */
  readonly from: Day;
  /** The day on which a version changed each topic or task to done. */
  readonly doneOn: ReadonlyMap<Topic | Task, Day>;
  /** Changes of the total, positive or negative, by day; in any order. */
  readonly totals: readonly { readonly day: Day; readonly change: number }[];
}

interface BurnUpRequest {
  readonly today: Day;
  /** Topics by default. */
  readonly by?: BurnUpKey;
  /** The first day to include. */
  readonly since?: Day | undefined;
  readonly history?: BurnUpHistory | null;
}

/** History never overrides a finish date in the file. */
export function burnUp(roadmap: Roadmap, { today, by = "topic", since, history = null }: BurnUpRequest): BurnUp {
  const counted = (by === "topic" ? roadmap.topics : roadmap.tasks).filter(({ status }) => status !== "skipped");
  const done = counted.filter(({ status }) => status === "done");
  const changes = changesByDay();
  const tally = { fromHistory: 0, undated: 0, ahead: 0 };
  for (const thing of done) {
    const written = "row" in thing ? thing.finished : null;
    const day = written ?? history?.doneOn.get(thing) ?? null;
    if (day === null) tally.undated++;
    else if (day > today) tally.ahead++;
    else {
      changes.add(day, { done: 1, total: 0 });
      if (written === null) tally.fromHistory++;
    }
  }
  for (const { day, change } of history?.totals ?? [])
    changes.add(day < today ? day : today, { done: 0, total: change });
  const start = by === "topic" ? earliestStart(roadmap.topics, today) : null;
  if (start !== null) changes.add(start, { done: 0, total: 0 });
  // A first version without later changes does not say when anything happened.
  if (history && changes.days.size > 0) changes.add(history.from, { done: 0, total: 0 });
  const points = since === undefined || since <= today ? pointsOf(changes.days, { today, total: counted.length }) : [];
  return {
    by,
    points: since === undefined ? points : pointsSince(points, since),
    done: done.length,
    total: counted.length,
    ...tally,
    totalsFrom: history?.from ?? null,
  };
}

interface Change {
  done: number;
  total: number;
}

function changesByDay() {
  const days = new Map<Day, Change>();
  const add = (day: Day, { done, total }: Change) => {
    const change = days.get(day);
    if (change) {
      change.done += done;
      change.total += total;
    } else days.set(day, { done, total });
  };
  return { days, add };
}

function earliestStart(topics: readonly Topic[], today: Day): Day | null {
  let earliest: Day | null = null;
  for (const { started, status } of topics) {
    if (started === null || started > today || status === "skipped") continue;
    if (earliest === null || started < earliest) earliest = started;
  }
  return earliest;
}

/** Totals are computed backwards from today's. */
function pointsOf(
  changes: ReadonlyMap<Day, Change>,
  { today, total: totalToday }: { today: Day; total: number },
): BurnUpPoint[] {
  const days = [...changes].sort(([a], [b]) => (a < b ? -1 : 1));
  if (days.length === 0) return [];
  let done = 0;
  let total = totalToday - days.reduce((sum, [, change]) => sum + change.total, 0);
  const points = days.map(([day, change]) => {
    done += change.done;
    total += change.total;
    return { day, done, total: Math.max(total, done) };
  });
  const last = points.at(-1);
  return last && last.day < today ? [...points, { ...last, day: today }] : points;
}

function pointsSince(points: readonly BurnUpPoint[], since: Day): BurnUpPoint[] {
  const later = points.filter(({ day }) => day > since);
  const before = points.findLast(({ day }) => day <= since);
  return before ? [{ ...before, day: since }, ...later] : later;
}
