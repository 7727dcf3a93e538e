// Simulate: many made-up futures in which weeks go as weeks have gone, and the days on which they reach their ends.

import { gammaFrom, type Random } from "./random.js";

interface Simulation {
  /** How much was finished in each of the weeks that are known, in any order. */
  readonly counts: readonly number[];
  /** How many must be finished for each end: rising, each at least 1. */
  readonly ends: readonly number[];
  readonly runs: number;
  readonly random: Random;
  /** Runs are followed for so many days; twenty years without it. */
  readonly days?: number;
}

/** Twenty years: what takes longer is not told as a day. */
export const mostDays = 7305;

/** Of the runs, for the later of the two days that a forecast names. */
export const mostShare = 0.85;

/** Marks a run that does not come to the end within its days. */
const never = 0x7fffffff;

/** For each end the days from now that the runs take to reach it, rising. */
export function simulate({ counts, ends, runs, random, days: upTo = mostDays }: Simulation): Int32Array[] {
  const mostWeeks = Math.ceil(upTo / 7);
  const habit = habitFrom(counts);
  const days = ends.map(() => new Int32Array(runs).fill(never));
  for (let run = 0; run < runs; run++) {
    drawHabit(habit, random);
    let done = 0;
    let reached = 0;
    for (let week = 0; week < mostWeeks && reached < ends.length; week++) {
      const count = drawCount(habit, random);
      const from = reached;
      while (reached < ends.length && (ends[reached] ?? 0) <= done + count) reached++;
      if (reached > from) placeInWeek({ days, run, week, from, to: reached, ends, done, count, random });
      done += count;
    }
  }
  return days.map((all) => all.sort());
}

/** The day that so large a share of the runs has reached; null when more of them never do. */
export function dayReachedBy(days: Int32Array, share: number): number | null {
  const day = days[Math.ceil(share * days.length) - 1] ?? never;
  return day > mostDays ? null : day;
}

/** How many topics a week may have, and the likelihood of each, as rising sums that are drawn anew for each run. */
interface Habit {
  readonly values: Float64Array;
  readonly shapes: Float64Array;
  readonly upTo: Float64Array;
}

/**
 * A habit is one answer to the question how the weeks might go, since the known ones are only a sample: each count that
 * was seen gets a likelihood from the Bayesian bootstrap (Rubin, 1981). Beside the known weeks stands half an empty one,
 * for the bad week that has not come yet; docs/decisions/008-forecast.md has the measures.
 */
function habitFrom(counts: readonly number[]): Habit {
  const weights = new Map([[0, 0.5]]);
  for (const count of counts) weights.set(count, (weights.get(count) ?? 0) + 1);
  // The most likely first, where the search begins.
  const sorted = [...weights].sort(([, a], [, b]) => b - a);
  return {
    values: Float64Array.from(sorted, ([value]) => value),
    shapes: Float64Array.from(sorted, ([, weight]) => weight),
    upTo: new Float64Array(sorted.length),
  };
}

function drawHabit({ shapes, upTo }: Habit, random: Random): void {
  let sum = 0;
  for (let index = 0; index < shapes.length; index++) {
    sum += gammaFrom(random, shapes[index] ?? 0);
    upTo[index] = sum;
  }
}

function drawCount({ values, upTo }: Habit, random: Random): number {
  const last = values.length - 1;
  const at = random() * (upTo[last] ?? 0);
  let index = 0;
  while (index < last && at >= (upTo[index] ?? 0)) index++;
  return values[index] ?? 0;
}

interface WeekOfRun {
  readonly days: readonly Int32Array[];
  readonly run: number;
  readonly week: number;
  /** The first of the ends that are reached in this week, and the first that is not. */
  readonly from: number;
  readonly to: number;
  readonly ends: readonly number[];
  /** Before this week, and in it. */
  readonly done: number;
  readonly count: number;
  readonly random: Random;
}

const fewInWeek = 30;

/** What is finished in a week is so at random times of it, one after the other; many are as good as evenly spread. */
function placeInWeek({ days, run, week, from, to, ends, done, count, random }: WeekOfRun): void {
  let time = 0;
  let passed = 0;
  for (let index = from; index < to; index++) {
    const wanted = (ends[index] ?? 0) - done;
    if (count > fewInWeek) time = wanted / (count + 1);
    else for (; passed < wanted; passed++) time += (1 - time) * (1 - (1 - random()) ** (1 / (count - passed)));
    const own = days[index];
    if (own) own[run] = 7 * week + Math.max(1, Math.ceil(7 * time));
  }
}
