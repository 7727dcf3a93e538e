// Longest increasing subsequence.

import { expect, test } from "vitest";
import { longestIncreasingSubsequence } from "../../src/text/arrays.js";

test("a longest increasing subsequence is found", () => {
  expect(longestIncreasingSubsequence([3, 1, 2, 5, 4]).map((at) => [3, 1, 2, 5, 4][at])).toEqual([1, 2, 4]);
  expect(longestIncreasingSubsequence([])).toEqual([]);
});
