// Arrays: binary search, grouping, counting, equal ends, and the longest increasing subsequence.

/** Where the elements for which `holds` is true end: all of them come first. A binary search. */
export function partitionPoint<Element>(all: readonly Element[], holds: (element: Element) => boolean): number {
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const element = all[middle];
    if (element !== undefined && holds(element)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Groups in the order of their first elements; elements in their original order. */
export function groupBy<Element, Key>(all: Iterable<Element>, keyOf: (element: Element) => Key): Map<Key, Element[]> {
  const groups = new Map<Key, Element[]>();
  for (const element of all) {
    const key = keyOf(element);
    const others = groups.get(key);
    if (others) others.push(element);
    else groups.set(key, [element]);
  }
  return groups;
}

/** How often each value occurs, in the order of the first occurrences. */
export function countEach<Value>(all: Iterable<Value>): Map<Value, number> {
  const counts = new Map<Value, number>();
  for (const element of all) counts.set(element, (counts.get(element) ?? 0) + 1);
  return counts;
}

export function isSameList<Value>(a: readonly Value[], b: readonly Value[]): boolean {
  return a.length === b.length && a.every((element, index) => element === b[index]);
}

/** The common prefix and suffix of two lists. */
export interface EqualEnds {
  /** The length of the common prefix. */
  readonly head: number;
  /** The length of the common suffix of what follows it. */
  readonly tail: number;
}

export function equalEnds<Element>(
  a: readonly Element[],
  b: readonly Element[],
  isEqual: (x: Element | undefined, y: Element | undefined) => boolean = (x, y) => x === y,
): EqualEnds {
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && isEqual(a[head], b[head])) head++;
  let tail = 0;
  while (tail < shorter - head && isEqual(a[a.length - 1 - tail], b[b.length - 1 - tail])) tail++;
  return { head, tail };
}

/** The positions of a longest increasing subsequence, in order; elements outside it have moved. */
export function longestIncreasingSubsequence(numbers: readonly number[]): number[] {
  /** For each length, the position where a subsequence of that length ends with the smallest number. */
  const ends: number[] = [];
  const previous: (number | undefined)[] = [];
  for (const [position, number] of numbers.entries()) {
    const lower = partitionPoint(ends, (end) => (numbers[end] ?? 0) < number);
    previous.push(ends[lower - 1]);
    ends[lower] = position;
  }
  const run: number[] = [];
  for (let position = ends.at(-1); position !== undefined; position = previous[position]) run.push(position);
  return run.reverse();
}
