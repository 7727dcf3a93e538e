// Coverage of the forecast: on generated histories with known futures, the 85% date is right about that often.

import { expect, test } from "vitest";
import {
  dayReachedBy,
  gammaFrom,
  laterQuantile,
  type Random,
  randomFrom,
  simulate,
} from "../../src/model/pace/simulate.js";

type Pace = (rate: number, random: Random) => number;

/** Memoryless weeks: uniform, bursty, and weeks in which nothing is done. */
const paces: Readonly<Record<string, Pace>> = {
  even: poisson,
  bursty: (rate, random) => poisson(2 * rate * gammaFrom(random, 0.5), random),
  "three idle weeks of five": (rate, random) => (random() < 0.4 ? poisson(rate / 0.4, random) : 0),
};

/** Knuth's algorithm; the rates here are small. */
function poisson(rate: number, random: Random): number {
  const limit = Math.exp(-rate);
  let count = -1;
  for (let product = 1; product > limit; product *= random()) count++;
  return Math.max(0, count);
}

interface Cell {
  readonly weeks: number;
  readonly rate: number;
}

const usual: readonly Cell[] = [
  { weeks: 8, rate: 2 },
  { weeks: 15, rate: 1 },
  { weeks: 30, rate: 5 },
  { weeks: 60, rate: 0.3 },
];

/** About the minimum for a forecast. */
const scarce: readonly Cell[] = [
  { weeks: 8, rate: 1 },
  { weeks: 30, rate: 0.3 },
];

/** The share of `perCell` histories per cell in which that many more topics were done by the 85% date. */
function coverage(pace: Pace, cells: readonly Cell[], perCell: number): number {
  const random = randomFrom(2026);
  let held = 0;
  for (const { weeks, rate } of cells) {
    for (let round = 0; round < perCell; ) {
      const counts = Array.from({ length: weeks }, () => pace(rate, random));
      if (counts.reduce((sum, count) => sum + count, 0) < 8) continue;
      round++;
      const ahead = [5, 10, 20][round % 3] ?? 5;
      const [days] = simulate({ counts, ends: [ahead], runs: 200, random });
      const day = (days && dayReachedBy(days, laterQuantile)) ?? Number.POSITIVE_INFINITY;
      if (dayDone(ahead, () => pace(rate, random), random) <= day) held++;
    }
  }
  return held / (perCell * cells.length);
}

/** In the week in which it is reached, at a random moment like all others. */
function dayDone(ahead: number, nextCount: () => number, random: Random): number {
  let left = ahead;
  for (let week = 0; ; week++) {
    const count = nextCount();
    const moments = Array.from({ length: count }, random).sort((a, b) => a - b);
    const moment = moments[left - 1];
    if (moment !== undefined) return 7 * week + Math.ceil(7 * moment);
    left -= count;
  }
}

test.each(Object.keys(paces))("the later date holds in 80 to 90 of 100 histories whose weeks are %s", (name) => {
  const share = coverage(paces[name] ?? poisson, usual, 100);
  expect(share).toBeGreaterThanOrEqual(0.8);
  expect(share).toBeLessThanOrEqual(0.9);
});

test("with barely enough history, the later date holds in more than 75 of 100 histories", () => {
  const shares = Object.values(paces).map((pace) => coverage(pace, scarce, 150));
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  expect(mean).toBeGreaterThan(0.75);
  expect(mean).toBeLessThan(0.9);
});
