// Unique anchors: pairs elements that are unique in both of two lists (patience diff).

import { longestIncreasingSubsequence } from "./longest-rising.js";

/** Index pairs, both ascending: as many of the unique common elements as keep their order. */
export function uniqueAnchors<One>(a: readonly One[], b: readonly One[]): [number, number][] {
  const places = uniquePlaces(b);
  const pairs: [number, number][] = [];
  for (const [element, index] of uniquePlaces(a)) {
    const other = places.get(element);
    if (other !== undefined) pairs.push([index, other]);
  }
  const rising = new Set(longestIncreasingSubsequence(pairs.map(([, other]) => other)));
  return pairs.filter((_, position) => rising.has(position));
}

function uniquePlaces<One>(elements: readonly One[]): ReadonlyMap<One, number> {
  const places = new Map<One, number>();
  const repeated = new Set<One>();
  for (const [index, element] of elements.entries()) {
    if (places.has(element)) repeated.add(element);
    else places.set(element, index);
  }
  for (const element of repeated) places.delete(element);
  return places;
}
