// Statistics: how the work on the topics has gone so far, according to the dates in the file.

import { type Day, elapsedDays } from "../dates.js";
import { shownTitle } from "../outline.js";
import { type ProgressGroup, progressOfThings } from "../progress.js";
import type { Roadmap, Topic } from "../roadmap.js";
import { finishesOf, mondayOf, sundayOf, type Throughput, throughputOf, type Week, weekOf } from "./throughput.js";

export interface Statistics {
  readonly topics: ProgressGroup;
  readonly tasks: ProgressGroup;
  readonly done: number;
  readonly total: number;
  /** Topics finished on a known day, since the requested day. */
  readonly finished: number;
  readonly throughput: Throughput;
  readonly days: CycleTimes;
  readonly streaks: Streaks;
  /** Longest in progress first, those without a start date last. */
  readonly inProgress: readonly TopicInProgress[];
  /** In file order; only those with topics. */
  readonly phases: readonly PhaseStatistics[];
  readonly gaps: Gaps;
}

/** What the dates leave open, in numbers of topics. */
export interface Gaps {
  /** Done, without a usable finish date. */
  readonly undated: number;
  /** Done or in progress, with the corresponding date after today. */
  readonly ahead: number;
  readonly backwards: number;
  /** In progress, without a usable start date. */
  readonly unstarted: number;
}

interface TopicInProgress {
  readonly topic: Topic;
  /** Days since its start; null if that is unknown or in the future. */
  readonly days: number | null;
}

export interface PhaseStatistics {
  readonly title: string;
  readonly track: string | null;
  /** The number of topics; skipped ones do not count. */
  readonly done: number;
  readonly total: number;
  readonly inProgress: number;
  readonly days: CycleTimes;
}

/** How many days topics took from start to finish. */
export interface CycleTimes {
  /** Done topics with a usable start and finish date. */
  readonly count: number;
  /** Half (and 85%) of the topics took at most this many days; null if there are none. */
  readonly half: number | null;
  readonly most: number | null;
  /** Topics whose finish date is before their start date. */
  readonly backwards: number;
}

/** Consecutive weeks in which something was finished. */
export interface Streak {
  readonly weeks: number;
  /** A Monday and a Sunday. */
  readonly from: Day;
  readonly to: Day;
}

export interface Streaks {
  /** The streak that still continues; an unfinished week without a finish does not end it. */
  readonly now: Streak | null;
  /** The longest; of equally long ones, the latest. */
  readonly best: Streak | null;
}

/** With `since`, only topics finished on that day or later count; topics in progress are always shown. */
export function statisticsOf(roadmap: Roadmap, { today, since }: { today: Day; since?: Day | undefined }): Statistics {
  const { topics, phases } = roadmap;
  const finishes = finishesOf(topics, today);
  const { undated, ahead } = finishes;
  const throughput = throughputOf({ topics, finishes, today, since });
  const finished = finishes.dated.filter(({ day }) => since === undefined || day >= since).map(({ topic }) => topic);
  const days = cycleTimesOf(finished);
  const inProgress = topicsInProgress(topics, today);
  const known = new Set(finished);
  const groups = [
    ...phases.map((phase) => ({
      title: shownTitle(roadmap, phase),
      track: phase.track?.title ?? null,
      own: phase.topics,
    })),
    { title: "No phase", track: null, own: topics.filter(({ phase }) => phase === null) },
  ];
  return {
    topics: progressOfThings(topics),
    tasks: progressOfThings(roadmap.tasks),
    ...countsOf(topics),
    finished: finished.length,
    throughput,
    days,
    streaks: streaksOf([...throughput.byWeek.keys()], weekOf(today)),
    inProgress,
    phases: groups.flatMap(({ title, track, own }) => {
      const times = cycleTimesOf(own.filter((topic) => known.has(topic)));
      return own.length === 0 ? [] : [{ title, track, ...countsOf(own), days: times }];
    }),
    gaps: {
      undated,
      ahead: ahead + inProgress.filter(({ topic, days }) => days === null && topic.started !== null).length,
      backwards: days.backwards,
      unstarted: inProgress.filter(({ topic }) => topic.started === null).length,
    },
  };
}

function countsOf(topics: readonly Topic[]): { done: number; total: number; inProgress: number } {
  const counts = { done: 0, total: 0, inProgress: 0 };
  for (const { status } of topics) {
    if (status !== "skipped") counts.total++;
    if (status === "done") counts.done++;
    if (status === "in-progress") counts.inProgress++;
  }
  return counts;
}

function topicsInProgress(topics: readonly Topic[], today: Day): TopicInProgress[] {
  return topics
    .filter(({ status }) => status === "in-progress")
    .map((topic) => ({ topic, days: daysSince(topic.started, today) }))
    .sort((a, b) => (b.days ?? -1) - (a.days ?? -1));
}

function daysSince(day: Day | null, today: Day): number | null {
  return day === null || day > today ? null : elapsedDays(day, today);
}

export function cycleTimesOf(topics: readonly Topic[]): CycleTimes {
  const days: number[] = [];
  let backwards = 0;
  for (const { status, started, finished } of topics) {
    if (status !== "done" || started === null || finished === null) continue;
    const taken = elapsedDays(started, finished);
    if (taken < 0) backwards++;
    else days.push(taken);
  }
  days.sort((a, b) => a - b);
  return { count: days.length, half: reachedBy(days, 0.5), most: reachedBy(days, 0.85), backwards };
}

/** A median of fewer topics would say little. */
const minUsual = 5;

/** The median number of days from start to finish; null if too few topics have both dates. */
export function usualDays(topics: readonly Topic[], today: Day): number | null {
  const { count, half } = cycleTimesOf(finishesOf(topics, today).dated.map(({ topic }) => topic));
  return count < minUsual ? null : half;
}

/** Percentile: the smallest element that is at least as large as this share of all; `rising` ascends. */
function reachedBy(rising: readonly number[], share: number): number | null {
  return rising[Math.ceil(share * rising.length) - 1] ?? null;
}

/** Computed from the weeks in which something was finished, in any order, without duplicates. */
export function streaksOf(weeks: readonly Week[], thisWeek: Week): Streaks {
  let best: WeekRange | null = null;
  let range: WeekRange | null = null;
  for (const week of [...weeks].sort((a, b) => a - b)) {
    range = range && range.last === week - 1 ? { first: range.first, last: week } : { first: week, last: week };
    if (!best || lengthOf(range) >= lengthOf(best)) best = range;
  }
  const isCurrent = range !== null && range.last >= thisWeek - 1;
  return { now: isCurrent ? streakOf(range) : null, best: streakOf(best) };
}

interface WeekRange {
  readonly first: Week;
  readonly last: Week;
}

function lengthOf({ first, last }: WeekRange): number {
  return last - first + 1;
}

function streakOf(range: WeekRange | null): Streak | null {
  return range && { weeks: lengthOf(range), from: mondayOf(range.first), to: sundayOf(range.last) };
}
