// Longest rising: of numbers in some order, as many as possible that rise: what is not among them was moved.

/** The positions of one longest rising subsequence, in order. */
export function longestRising(numbers: readonly number[]): number[] {
  /** For each length the position where a run of that length ends lowest. */
  const ends: number[] = [];
  const previous: (number | undefined)[] = [];
  for (const [position, number] of numbers.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    previous.push(ends[low - 1]);
    ends[low] = position;
  }
  const run: number[] = [];
  for (let position = ends.at(-1); position !== undefined; position = previous[position]) run.push(position);
  return run.reverse();
}
