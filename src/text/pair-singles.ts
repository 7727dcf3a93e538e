// Pair singles: lines that stand once in both of two texts are each other.

/** Pairs of indexes, both rising: of the texts that stand once in either list as many as keep their order. */
export function pairSingles(a: readonly string[], b: readonly string[]): [number, number][] {
  const places = placesOfSingles(b);
  const pairs: [number, number][] = [];
  for (const [text, index] of placesOfSingles(a)) {
    const other = places.get(text);
    if (other !== undefined) pairs.push([index, other]);
  }
  return longestRise(pairs);
}

function placesOfSingles(texts: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  const repeated = new Set<string>();
  for (const [index, text] of texts.entries()) {
    if (places.has(text)) repeated.add(text);
    else places.set(text, index);
  }
  for (const text of repeated) places.delete(text);
  return places;
}

/** The longest part of pairs, sorted by their first numbers, whose second numbers rise too. */
function longestRise(pairs: readonly [number, number][]): [number, number][] {
  const ends: number[] = [];
  const previous: (number | undefined)[] = [];
  for (const [index, [, place]] of pairs.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] ?? 0]?.[1] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    previous.push(ends[low - 1]);
    ends[low] = index;
  }
  const run: [number, number][] = [];
  for (let index = ends.at(-1); index !== undefined; index = previous[index]) {
    const pair = pairs[index];
    if (pair) run.push(pair);
  }
  return run.reverse();
}
