// Pair singles: pairs lines that are unique in both of two texts (patience diff).

import { longestRising } from "./longest-rising.js";

/** Index pairs, both ascending: as many of the unique common texts as keep their order. */
export function pairSingles(a: readonly string[], b: readonly string[]): [number, number][] {
  const places = placesOfSingles(b);
  const pairs: [number, number][] = [];
  for (const [text, index] of placesOfSingles(a)) {
    const other = places.get(text);
    if (other !== undefined) pairs.push([index, other]);
  }
  const rising = new Set(longestRising(pairs.map(([, other]) => other)));
  return pairs.filter((_, position) => rising.has(position));
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
