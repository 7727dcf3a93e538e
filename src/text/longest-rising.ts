// Longest increasing subsequence; elements outside it have moved.

import { countWhile } from "./count-while.js";

/** The positions of a longest increasing subsequence, in order. */
export function longestIncreasingSubsequence(numbers: readonly number[]): number[] {
  /** For each length, the position where a subsequence of that length ends with the smallest number. */
  const ends: number[] = [];
  const previous: (number | undefined)[] = [];
  for (const [position, number] of numbers.entries()) {
    const lower = countWhile(ends, (end) => (numbers[end] ?? 0) < number);
    previous.push(ends[lower - 1]);
    ends[lower] = position;
  }
  const run: number[] = [];
  for (let position = ends.at(-1); position !== undefined; position = previous[position]) run.push(position);
  return run.reverse();
}
