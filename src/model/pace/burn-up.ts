// Burn-up: how much was done, out of how much, on each day, according to the dates in the file and its commits.

import { normalize } from "../../text/normalize.js";
import type { Day } from "../dates.js";
import type { Comparison, Difference } from "../history/compare.js";
import type { HistoryEntry } from "../history/history.js";
import type { Roadmap, Task, Topic } from "../roadmap.js";
import type { Status } from "../status.js";

export const burnUpKeys = ["topic", "task"] as const;

export type BurnUpKey = (typeof burnUpKeys)[number];

/** Topics, unless there are only tasks. */
export function burnUpKeyOf({ topics, tasks }: Roadmap): BurnUpKey {
  return topics.length === 0 && tasks.length > 0 ? "task" : "topic";
}

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

interface StatusChange {
  done: number;
  total: number;
}

function changesByDay() {
  const days = new Map<Day, StatusChange>();
  const add = (day: Day, { done, total }: StatusChange) => {
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
  changes: ReadonlyMap<Day, StatusChange>,
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

// The days on which a roadmap grew and its topics and tasks were done, according to its commits.

interface DatedHistory {
  /** Newest first, as `readHistory` returns them. */
  readonly entries: readonly HistoryEntry[];
  /** The difference between the file and the latest commit. */
  readonly uncommitted: Comparison | null;
}

/** Uncommitted changes count as done today. */
export function burnUpHistory(
  roadmap: Roadmap,
  { entries, uncommitted }: DatedHistory,
  { by, today }: { by: BurnUpKey; today: Day },
): BurnUpHistory {
  const things = byName(by === "topic" ? roadmap.topics : roadmap.tasks);
  const doneOn = new Map<Topic | Task, Day>();
  const totals: { day: Day; change: number }[] = [];
  const take = ({ differences }: Comparison, day: Day | null, isFileNew: boolean) => {
    const own = differences.filter(({ type }) => type === by);
    const change = isFileNew ? 0 : own.reduce((sum, { status }) => sum + counts(status.to) - counts(status.from), 0);
    if (change !== 0 && day !== null) totals.push({ day, change });
    for (const difference of own) noteDone(difference, day, { things, doneOn });
    for (const difference of own) followName(difference, things);
  };
  if (uncommitted) take(uncommitted, today, false);
  for (const { comparison, day, kind } of entries)
    if (comparison) take(comparison, day, kind === "added" || kind === "removed");
  const from = entries.reduce((first, { day }) => (day !== null && day < first ? day : first), today);
  return { from, doneOn, totals };
}

type Things = Map<string, Topic | Task>;

/** Names that occur twice cannot identify an item; skip them. */
function byName(all: readonly (Topic | Task)[]): Things {
  const things: Things = new Map();
  const repeated = new Set<string>();
  for (const thing of all) {
    const name = normalize(thing.name);
    if (things.has(name)) repeated.add(name);
    things.set(name, thing);
  }
  for (const name of repeated) things.delete(name);
  return things;
}

function counts(status: Status | null): number {
  return status === null || status === "skipped" ? 0 : 1;
}

/** The latest commit that changed the status to done counts. An item added as done says nothing about the day. */
function noteDone(
  { kind, name, status }: Difference,
  day: Day | null,
  { things, doneOn }: { things: Things; doneOn: Map<Topic | Task, Day> },
): void {
  const thing = things.get(normalize(name));
  if (!thing || kind !== "changed" || day === null || thing.status !== "done" || doneOn.has(thing)) return;
  if (status.to === "done" && status.from !== "done") doneOn.set(thing, day);
}

/** Older commits know it by its previous name, or not at all. */
function followName({ kind, name, renamedFrom }: Difference, things: Things): void {
  const folded = normalize(name);
  const thing = things.get(folded);
  if (!thing || (kind === "changed" && renamedFrom === null)) return;
  things.delete(folded);
  if (kind === "changed" && renamedFrom !== null) things.set(normalize(renamedFrom), thing);
}
