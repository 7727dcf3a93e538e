// Random tests make the same cases in every run, or those of the seed in SEED.

import { expect, test } from "vitest";
import { fc, seedFrom } from "./support/fast-check.js";

test("SEED is a number, or random; without it, there is a usual one", () => {
  expect(seedFrom(undefined)).toBe(seedFrom(""));
  expect(seedFrom("-42")).toBe(-42);
  expect(seedFrom("random")).toBeNull();
  expect(() => seedFrom("today")).toThrow('SEED is a whole number or random, not "today"');
});

test.skipIf(process.env.SEED === "random")("the seed is used by every random test, whatever its options are", () => {
  const seeds = [{}, { numRuns: 3 }].map(
    (options) =>
      fc.check(
        fc.property(fc.nat(), () => true),
        options,
      ).seed,
  );
  expect(seeds).toEqual([seedFrom(process.env.SEED), seedFrom(process.env.SEED)]);
  expect(fc.sample(fc.nat(), 20)).toEqual(fc.sample(fc.nat(), 20));
});
