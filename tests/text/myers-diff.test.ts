// Myers diff: pairs equal elements in order, as many as possible, with changes where git places them.

import { expect, test } from "vitest";
import { myersDiff } from "../../src/text/myers-diff.js";
import { fc } from "../support/fast-check.js";

const sequences = fc.array(fc.nat(5), { maxLength: 14 });

function longestCommon(a: readonly number[], b: readonly number[]): number {
  const lengths = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const [down, right, both] = [lengths[i + 1]?.[j] ?? 0, lengths[i]?.[j + 1] ?? 0, lengths[i + 1]?.[j + 1] ?? 0];
      const row = lengths[i] ?? [];
      row[j] = a[i] === b[j] ? both + 1 : Math.max(down, right);
    }
  }
  return lengths[0]?.[0] ?? 0;
}

function checkPairs(a: readonly number[], b: readonly number[]): number[] {
  const pairs = myersDiff(a, b);
  const targets = [...pairs].filter((to) => to >= 0);
  expect(targets).toEqual([...new Set(targets)].sort((x, y) => x - y));
  pairs.forEach((to, from) => {
    if (to >= 0) expect(b[to]).toBe(a[from]);
  });
  return targets;
}

test("equal elements are paired in order, as many as possible", () => {
  fc.assert(
    fc.property(sequences, sequences, (a, b) => {
      expect(checkPairs(a, b)).toHaveLength(longestCommon(a, b));
    }),
    { numRuns: 3_000 },
  );
});

test("an addition among equal elements is placed as far down as possible", () => {
  expect([...myersDiff([1, 2, 3], [1, 2, 2, 3])]).toEqual([0, 1, 3]);
  expect([...myersDiff([0, 9, 0], [0, 9, 0, 9, 0])]).toEqual([0, 1, 2]);
});

test("changes are where `git diff --no-indent-heuristic` shows them, next to changes of the other sequence", () => {
  expect([...myersDiff([1, 1], [2, 1])]).toEqual([-1, 1]);
  expect([...myersDiff([1, 1], [2, 1, 0])]).toEqual([1, -1]);
  expect([...myersDiff([2, 1], [1, 1])]).toEqual([-1, 1]);
  expect([...myersDiff([1, 2, 1, 1], [2, 1])]).toEqual([-1, 0, 1, -1]);
  expect([...myersDiff([2, 3, 3, 0, 0, 2, 2], [0, 2, 2, 3, 3, 1, 0, 1, 0, 0, 2, 2])]).toEqual([2, 3, 4, 8, 9, 10, 11]);
  expect([...myersDiff([1, 0, 3, 0, 0, 3, 0, 2], [1, 3, 0, 0, 3, 0, 2, 2])]).toEqual([0, -1, 1, 2, 3, 4, 5, 6]);
});

test("in long sequences with little in common, unique elements are paired quickly", () => {
  const a = Array.from({ length: 40_000 }, (_, index) => index * 2);
  const b = Array.from({ length: 40_000 }, (_, index) => (index % 3 === 0 ? index * 2 : -index));
  expect(checkPairs(a, b)).toHaveLength(13_334);
  const shuffled = Array.from({ length: 20_000 }, (_, index) => (index * 7919) % 20_000);
  expect(checkPairs(shuffled, [...shuffled].reverse()).length).toBeGreaterThan(0);
});
