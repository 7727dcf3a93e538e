// Coverage of the forecast: on made-up histories whose future is known, the 85 % day holds about as often as it says.

import { expect, test } from "vitest";
import { gammaFrom, type Random, randomFrom } from "../../src/model/random.js";
import { dayReachedBy, mostShare, simulate } from "../../src/model/simulate.js";

type Pace = (rate: number, random: Random) => number;

/** Weeks without memory: evenly likely moments, bursts, and weeks in which nothing is done at all. */
const paces: Readonly<Record<string, Pace>> = {
  even: poisson,
  bursty: (rate, random) => poisson(2 * rate * gammaFrom(random, 0.5), random),
  "three idle weeks of five": (rate, random) => (random() < 0.4 ? poisson(rate / 0.4, random) : 0),
};

/** Knuth's; the rates here are small. */
function poisson(rate: number, random: Random): number {
  const limit = Math.exp(-rate);
  let count = -1;
  for (let product = 1; product > limit; product *= random()) count++;
  return Math.max(0, count);
}

const histories = [
  { weeks: 8, rate: 2 },
  { weeks: 15, rate: 1 },
  { weeks: 30, rate: 5 },
  { weeks: 60, rate: 0.3 },
];

const perHistory = 50;

/** The share of histories in which so many topics more were done by the 85 % day. */
function coverage(pace: Pace, random: Random): number {
  let [made, held] = [0, 0];
  for (const { weeks, rate } of histories) {
    for (let round = 0; round < perHistory; ) {
      const counts = Array.from({ length: weeks }, () => pace(rate, random));
      if (counts.reduce((sum, count) => sum + count, 0) < 8) continue;
      round++;
      const ahead = [5, 10, 20][round % 3] ?? 5;
      const [days] = simulate({ counts, ends: [ahead], runs: 200, random });
      const day = (days && dayReachedBy(days, mostShare)) ?? Number.POSITIVE_INFINITY;
      made++;
      if (dayDone(ahead, () => pace(rate, random), random) <= day) held++;
    }
  }
  return held / made;
}

/** In the week in which it is reached, at a random moment of it like all others. */
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

test.each(Object.keys(paces))("the 85 %% day holds in 80 to 90 of 100 histories whose weeks are %s", (name) => {
  const share = coverage(paces[name] ?? poisson, randomFrom(2026));
  expect(share).toBeGreaterThanOrEqual(0.8);
  expect(share).toBeLessThanOrEqual(0.9);
});
