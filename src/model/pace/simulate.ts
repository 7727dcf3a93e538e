// Monte Carlo simulation of future weeks from past weeks, and the days on which each end is reached.

/** Returns numbers in [0, 1). */
export type Random = () => number;

interface Simulation {
  /** The number of topics finished in each known week, in any order. */
  readonly counts: readonly number[];
  /** How many topics must be finished for each end: ascending, each at least 1. */
  readonly ends: readonly number[];
  readonly runs: number;
  readonly random: Random;
  /** The length of each run in days; twenty years by default. */
  readonly days?: number;
}

/** Forecasts beyond 20 years are shown as `> 20 years`. */
export const maxDays = 7305;

/** The share of runs for the later of the two dates in a forecast. */
export const laterQuantile = 0.85;

/** Marks a run that does not reach the end in time. */
const neverReached = 0x7fffffff;

/** For each end the number of days from today that the runs take to reach it, ascending. */
export function simulate({ counts, ends, runs, random, days: upTo = maxDays }: Simulation): Int32Array[] {
  const maxWeeks = Math.ceil(upTo / 7);
  const rates = weeklyRatesFrom(counts);
  const days = ends.map(() => new Int32Array(runs).fill(neverReached));
  for (let run = 0; run < runs; run++) {
    drawRates(rates, random);
    let done = 0;
    let reached = 0;
    for (let week = 0; week < maxWeeks && reached < ends.length; week++) {
      const count = drawCount(rates, random);
      const from = reached;
      while (reached < ends.length && (ends[reached] ?? 0) <= done + count) reached++;
      if (reached > from) placeInWeek({ days, run, week, from, to: reached, ends, done, count, random });
      done += count;
    }
  }
  return days.map((all) => all.sort());
}

/** The day by which this share of the runs has finished; null if more of them never do. */
export function dayReachedBy(days: Int32Array, share: number): number | null {
  const day = days[Math.ceil(share * days.length) - 1] ?? neverReached;
  return day > maxDays ? null : day;
}

/**
 * Pseudo-random numbers that are the same for the same seed, on every machine: the generator sfc32 of Chris
 * Doty-Humphrey's PractRand, with 128 bits of state, public domain.
 */
export function randomFrom(seed: number): Random {
  const state = Int32Array.of(seed, 0x9e3779b9, 0x243f6a88, 1);
  const next = () => {
    const [a = 0, b = 0, c = 0, counter = 0] = [state[0], state[1], state[2], state[3]];
    const sum = (a + b + counter) | 0;
    state[3] = counter + 1;
    state[0] = b ^ (b >>> 9);
    state[1] = c + (c << 3);
    state[2] = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 0x1_0000_0000;
  };
  // Similar seeds produce similar first numbers; 15 steps remove the correlation.
  for (let step = 0; step < 15; step++) next();
  return next;
}

/** Samples the gamma distribution with this shape and scale 1 (Marsaglia and Tsang, 2000). */
export function gammaFrom(random: Random, shape: number): number {
  if (shape < 1) return gammaFrom(random, shape + 1) * (1 - random()) ** (1 / shape);
  const base = shape - 1 / 3;
  for (;;) {
    const normal = normalFrom(random);
    const factor = (1 + normal / Math.sqrt(9 * base)) ** 3;
    if (factor <= 0) continue;
    const bound = 0.5 * normal * normal + base - base * factor + base * Math.log(factor);
    if (Math.log(1 - random()) < bound) return base * factor;
  }
}

/** Standard normal distribution (Box and Muller, 1958). */
function normalFrom(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** The possible numbers of topics per week and their cumulative probabilities, drawn again for each run. */
interface WeeklyRates {
  readonly values: Float64Array;
  readonly shapes: Float64Array;
  readonly upTo: Float64Array;
}

/**
 * The known weeks are only a sample, so each run draws one possible distribution of weeks: every observed count gets a
 * probability from the Bayesian bootstrap (Rubin, 1981). Half an empty week is added for a bad week that has not
 * happened yet; docs/decisions/008-forecast.md has the measurements.
 */
function weeklyRatesFrom(counts: readonly number[]): WeeklyRates {
  const weights = new Map([[0, 0.5]]);
  for (const count of counts) weights.set(count, (weights.get(count) ?? 0) + 1);
  // The most likely first, because the search starts there.
  const sorted = [...weights].sort(([, a], [, b]) => b - a);
  return {
    values: Float64Array.from(sorted, ([value]) => value),
    shapes: Float64Array.from(sorted, ([, weight]) => weight),
    upTo: new Float64Array(sorted.length),
  };
}

function drawRates({ shapes, upTo }: WeeklyRates, random: Random): void {
  let sum = 0;
  for (let index = 0; index < shapes.length; index++) {
    sum += gammaFrom(random, shapes[index] ?? 0);
    upTo[index] = sum;
  }
}

function drawCount({ values, upTo }: WeeklyRates, random: Random): number {
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
  /** The first end reached in this week, and the first not reached. */
  readonly from: number;
  readonly to: number;
  readonly ends: readonly number[];
  /** The number finished before this week, and in it. */
  readonly done: number;
  readonly count: number;
  readonly random: Random;
}

const maxRandomInWeek = 30;

/** Topics are finished at random times within a week; if there are many, they are as good as evenly spread. */
function placeInWeek({ days, run, week, from, to, ends, done, count, random }: WeekOfRun): void {
  let time = 0;
  let passed = 0;
  for (let index = from; index < to; index++) {
    const wanted = (ends[index] ?? 0) - done;
    if (count > maxRandomInWeek) time = wanted / (count + 1);
    else for (; passed < wanted; passed++) time += (1 - time) * (1 - (1 - random()) ** (1 / (count - passed)));
    const own = days[index];
    if (own) own[run] = 7 * week + Math.max(1, Math.ceil(7 * time));
  }
}
