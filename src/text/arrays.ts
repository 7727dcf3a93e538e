// Longest increasing subsequence; elements outside it have moved.

// Count while: binary search in a sorted list.

/** Binary search: length of the prefix for which `holds` is true. */
export function countWhile<One>(all: readonly One[], holds: (one: One) => boolean): number {
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const one = all[middle];
    if (one !== undefined && holds(one)) low = middle + 1;
    else high = middle;
  }
  return low;
}

// Group by: groups, counts and compares elements of lists.

/** Groups in the order of their first elements; elements in their original order. */
export function groupBy<One, Key>(all: Iterable<One>, keyOf: (one: One) => Key): Map<Key, One[]> {
  const groups = new Map<Key, One[]>();
  for (const one of all) {
    const key = keyOf(one);
    const others = groups.get(key);
    if (others) others.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}

/** How often each value occurs, in the order of the first occurrences. */
export function countEach<Value>(all: Iterable<Value>): Map<Value, number> {
  const counts = new Map<Value, number>();
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}

export function isSameList<Value>(a: readonly Value[], b: readonly Value[]): boolean {
  return a.length === b.length && a.every((one, index) => one === b[index]);
}

// Equal ends: the common prefix and suffix of two lists.

export interface EqualEnds {
  /** The length of the common prefix. */
  readonly head: number;
  /** The length of the common suffix of what follows it. */
  readonly tail: number;
}

export function equalEnds<One>(
  a: readonly One[],
  b: readonly One[],
  isEqual: (one: One | undefined, other: One | undefined) => boolean = (one, other) => one === other,
): EqualEnds {
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && isEqual(a[head], b[head])) head++;
  let tail = 0;
  while (tail < shorter - head && isEqual(a[a.length - 1 - tail], b[b.length - 1 - tail])) tail++;
  return { head, tail };
}

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
