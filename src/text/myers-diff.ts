// Myers diff of two sequences (O(ND)), with changes placed as by git.

import { equalEnds, longestIncreasingSubsequence } from "./arrays.js";

/**
 * The anchors of a patience diff, as index pairs, both ascending: as many of the elements unique in both lists as keep
 * their order.
 */
export function uniqueAnchors<Element>(a: readonly Element[], b: readonly Element[]): [number, number][] {
  const places = uniquePlaces(b);
  const pairs: [number, number][] = [];
  for (const [element, index] of uniquePlaces(a)) {
    const other = places.get(element);
    if (other !== undefined) pairs.push([index, other]);
  }
  const rising = new Set(longestIncreasingSubsequence(pairs.map(([, other]) => other)));
  return pairs.filter((_, position) => rising.has(position));
}

function uniquePlaces<Element>(elements: readonly Element[]): ReadonlyMap<Element, number> {
  const places = new Map<Element, number>();
  const repeated = new Set<Element>();
  for (const [index, element] of elements.entries()) {
    if (places.has(element)) repeated.add(element);
    else places.set(element, index);
  }
  for (const element of repeated) places.delete(element);
  return places;
}

/** Above this many differences, the search takes too long; then only unique elements are paired. */
const maxDifferences = 2_000;

/**
 * For each element of `a`, the index of the equal one in `b`, or -1. Pairs never cross; their number is maximal unless
 * the sequences have little in common. If equal elements leave a choice, a change is placed as far down as possible, or
 * next to a change of the other sequence, as in git's diff and merge.
 */
export function myersDiff<Element>(a: readonly Element[], b: readonly Element[]): Int32Array {
  const pairs = new Int32Array(a.length).fill(-1);
  const inner = pairEnds(pairs, { a, b }, { aStart: 0, aEnd: a.length, bStart: 0, bEnd: b.length });
  const part = { a: a.slice(inner.aStart, inner.aEnd), b: b.slice(inner.bStart, inner.bEnd) };
  const innerPairs = shortestEditScript(part) ?? anchoredPairs(part);
  innerPairs.forEach((to, from) => {
    if (to >= 0) pairs[inner.aStart + from] = inner.bStart + to;
  });
  return slid(a, b, pairs);
}

interface Sequences<Element> {
  readonly a: readonly Element[];
  readonly b: readonly Element[];
}

/** Half-open, in each of the two. */
interface Range {
  readonly aStart: number;
  readonly aEnd: number;
  readonly bStart: number;
  readonly bEnd: number;
}

/** Pairs the common prefix and suffix of the range. @returns the range between them */
function pairEnds<Element>(pairs: Int32Array, { a, b }: Sequences<Element>, range: Range): Range {
  const { aStart, aEnd, bStart, bEnd } = range;
  const { head, tail } = equalEnds(a.slice(aStart, aEnd), b.slice(bStart, bEnd));
  for (let index = 0; index < head; index++) pairs[aStart + index] = bStart + index;
  for (let index = 1; index <= tail; index++) pairs[aEnd - index] = bEnd - index;
  return { aStart: aStart + head, aEnd: aEnd - tail, bStart: bStart + head, bEnd: bEnd - tail };
}

/** Myers' greedy search (1986), forwards; null if there are too many differences. */
function shortestEditScript<Element>({ a, b }: Sequences<Element>): Int32Array | null {
  const maxCount = Math.min(a.length + b.length, maxDifferences);
  const trace: Int32Array[] = [];
  /** By diagonal, from -maxCount - 1 to maxCount + 1: the furthest index reached in `a`. */
  const reach = new Int32Array(2 * maxCount + 3);
  const middle = maxCount + 1;
  for (let count = 0; count <= maxCount; count++) {
    trace.push(reach.slice(middle - count - 1, middle + count + 2));
    for (let diagonal = -count; diagonal <= count; diagonal += 2) {
      const at = middle + diagonal;
      const [below, above] = [reach[at - 1] ?? 0, reach[at + 1] ?? 0];
      let x = diagonal === -count || (diagonal !== count && below < above) ? above : below + 1;
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x++;
      reach[at] = x;
      if (x >= a.length && x - diagonal >= b.length) return backtracked(a.length, b.length, trace);
    }
  }
  return null;
}

function backtracked(endA: number, endB: number, trace: readonly Int32Array[]): Int32Array {
  const pairs = new Int32Array(endA).fill(-1);
  let [x, y] = [endA, endB];
  for (let count = trace.length - 1; count >= 0; count--) {
    const reach = trace[count] ?? new Int32Array();
    const diagonal = x - y;
    const at = count + 1 + diagonal;
    const [below, above] = [reach[at - 1] ?? 0, reach[at + 1] ?? 0];
    const isDown = diagonal === -count || (diagonal !== count && below < above);
    const startX = count === 0 ? 0 : isDown ? above : below;
    const startY = count === 0 ? 0 : startX - (isDown ? diagonal + 1 : diagonal - 1);
    const snake = count === 0 ? 0 : isDown ? startX : startX + 1;
    while (x > snake) pairs[--x] = --y;
    [x, y] = [startX, startY];
  }
  return pairs;
}

/** Patience diff: elements unique in both sequences, as many as are in the same order, and their equal neighbors. */
function anchoredPairs<Element>({ a, b }: Sequences<Element>): Int32Array {
  const pairs = new Int32Array(a.length).fill(-1);
  let [aStart, bStart] = [0, 0];
  for (const [aEnd, bEnd] of [...uniqueAnchors(a, b), [a.length, b.length] as const]) {
    pairEnds(pairs, { a, b }, { aStart, aEnd, bStart, bEnd });
    if (aEnd < a.length) pairs[aEnd] = bEnd;
    [aStart, bStart] = [aEnd + 1, bEnd + 1];
  }
  return pairs;
}

/** The pairs with every change moved to where git would place it. */
function slid<Element>(a: readonly Element[], b: readonly Element[], pairs: Int32Array): Int32Array {
  const changedA = Uint8Array.from(pairs, (to) => (to < 0 ? 1 : 0));
  const changedB = new Uint8Array(b.length).fill(1);
  for (const to of pairs) if (to >= 0) changedB[to] = 0;
  slideChanges(a, changedA, gapSizes(changedB));
  slideChanges(b, changedB, gapSizes(changedA));
  const slidPairs = new Int32Array(a.length).fill(-1);
  let to = 0;
  for (let from = 0; from < a.length; from++) {
    if (changedA[from]) continue;
    while (changedB[to]) to++;
    slidPairs[from] = to++;
  }
  return slidPairs;
}

/** The number of changed elements before each unchanged one, and after the last. */
function gapSizes(changed: Uint8Array): number[] {
  const sizes = [0];
  for (const isChanged of changed) {
    if (isChanged) sizes[sizes.length - 1] = (sizes.at(-1) ?? 0) + 1;
    else sizes.push(0);
  }
  return sizes;
}

interface Group {
  start: number;
  end: number;
  /** The number of unchanged elements before it. */
  gap: number;
}

/** Slides each run of changes over elements equal to its own ends; runs that meet are joined. */
function slideChanges<Element>(elements: readonly Element[], changed: Uint8Array, others: readonly number[]): void {
  const group: Group = { start: 0, end: 0, gap: 0 };
  while (group.start < elements.length) {
    if (!changed[group.start]) {
      group.start++;
      group.gap++;
      continue;
    }
    group.end = group.start;
    while (changed[group.end]) group.end++;
    slideGroup({ elements, changed, others }, group);
    group.start = group.end;
  }
}

interface Sliding<Element> {
  readonly elements: readonly Element[];
  readonly changed: Uint8Array;
  readonly others: readonly number[];
}

function slideGroup<Element>(sliding: Sliding<Element>, group: Group): void {
  const { others } = sliding;
  let size: number;
  let beside: number;
  do {
    size = group.end - group.start;
    while (slideUp(sliding, group));
    beside = others[group.gap] ? group.end : -1;
    while (slideDown(sliding, group)) if (others[group.gap]) beside = group.end;
  } while (size !== group.end - group.start);
  while (beside >= 0 && group.end > beside && slideUp(sliding, group));
}

function slideUp<Element>({ elements, changed }: Sliding<Element>, group: Group): boolean {
  if (group.start === 0 || elements[group.start - 1] !== elements[group.end - 1]) return false;
  changed[--group.start] = 1;
  changed[--group.end] = 0;
  group.gap--;
  while (group.start > 0 && changed[group.start - 1]) group.start--;
  return true;
}

function slideDown<Element>({ elements, changed }: Sliding<Element>, group: Group): boolean {
  if (group.end >= elements.length || elements[group.start] !== elements[group.end]) return false;
  changed[group.start++] = 0;
  changed[group.end++] = 1;
  group.gap++;
  while (changed[group.end]) group.end++;
  return true;
}
