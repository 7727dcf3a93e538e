// Edits between: the edits that somebody else must have made, found by comparing two texts.

import type { Edit } from "./edit.js";
import { editsInLine } from "./edits-in-line.js";
import { lineStarts } from "./line-index.js";
import { pairSimilarLines } from "./pair-lines.js";
import { textAt } from "./span.js";

/** Half-open ranges of lines that stand for each other, counted from 0. */
interface Range {
  readonly aStart: number;
  readonly aEnd: number;
  readonly bStart: number;
  readonly bEnd: number;
}

interface Versions {
  readonly before: string;
  readonly a: readonly string[];
  readonly b: readonly string[];
  readonly aStarts: readonly number[];
}

/** Beyond so many levels what is left counts as rewritten. */
const deepest = 32;

/**
 * Edits that make `after` of `before`, in order. Lines that stand once in both are what it holds on to; between them,
 * lines that resemble each other are compared word by word. What finds no partner is one edit, whole lines of it.
 * The time it takes grows with the length of the texts, times the levels at most.
 */
export function editsBetween(before: string, after: string): Edit[] {
  if (before === after) return [];
  const [aStarts, bStarts] = [lineStarts(before), lineStarts(after)];
  const versions = { before, aStarts, a: linesAt(before, aStarts), b: linesAt(after, bStarts) };
  const whole = { aStart: 0, aEnd: aStarts.length, bStart: 0, bEnd: bStarts.length };
  return differing(versions, whole, 0).flatMap((range) => editsInRange(versions, range));
}

function linesAt(text: string, starts: readonly number[]): string[] {
  return starts.map((start, line) => text.slice(start, starts[line + 1]));
}

/** The ranges that are left when what is equal is taken away. */
function differing(versions: Versions, range: Range, level: number): Range[] {
  const inner = withoutEqualEnds(versions, range);
  const { aStart, aEnd, bStart, bEnd } = inner;
  if (aStart === aEnd && bStart === bEnd) return [];
  if (aStart === aEnd || bStart === bEnd || level === deepest) return [inner];
  const anchors = anchorsIn(versions, inner);
  if (anchors.length === 0) return [inner];
  const found: Range[] = [];
  let [a, b] = [aStart, bStart];
  for (const [nextA, nextB] of [...anchors, [aEnd, bEnd] as const]) {
    const gap = { aStart: a, aEnd: nextA, bStart: b, bEnd: nextB };
    for (const one of differing(versions, gap, level + 1)) found.push(one);
    [a, b] = [nextA + 1, nextB + 1];
  }
  return found;
}

function withoutEqualEnds({ a, b }: Versions, { aStart, aEnd, bStart, bEnd }: Range): Range {
  const shorter = Math.min(aEnd - aStart, bEnd - bStart);
  let head = 0;
  while (head < shorter && a[aStart + head] === b[bStart + head]) head++;
  let tail = 0;
  while (tail < shorter - head && a[aEnd - 1 - tail] === b[bEnd - 1 - tail]) tail++;
  return { aStart: aStart + head, aEnd: aEnd - tail, bStart: bStart + head, bEnd: bEnd - tail };
}

/** Lines that stand once in either part, as many as keep their order. */
function anchorsIn({ a, b }: Versions, { aStart, aEnd, bStart, bEnd }: Range): (readonly [number, number])[] {
  const places = placesOfSingles(b, bStart, bEnd);
  const pairs: (readonly [number, number])[] = [];
  for (const [line, index] of placesOfSingles(a, aStart, aEnd)) {
    const other = places.get(line);
    if (other !== undefined) pairs.push([index, other]);
  }
  return longestRise(pairs);
}

function placesOfSingles(lines: readonly string[], from: number, to: number): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  const repeated = new Set<string>();
  for (let index = from; index < to; index++) {
    const line = lines[index] ?? "";
    if (places.has(line)) repeated.add(line);
    else places.set(line, index);
  }
  for (const line of repeated) places.delete(line);
  return places;
}

/** The longest part of pairs, sorted by their first numbers, whose second numbers rise too. */
function longestRise(pairs: readonly (readonly [number, number])[]): (readonly [number, number])[] {
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
  const run: (readonly [number, number])[] = [];
  for (let index = ends.at(-1); index !== undefined; index = previous[index]) {
    const pair = pairs[index];
    if (pair) run.push(pair);
  }
  return run.reverse();
}

function editsInRange({ before, a, b, aStarts }: Versions, { aStart, aEnd, bStart, bEnd }: Range): Edit[] {
  const [old, now] = [a.slice(aStart, aEnd), b.slice(bStart, bEnd)];
  const edits: Edit[] = [];
  const placeOf = (line: number) => aStarts[aStart + line] ?? before.length;
  let [from, written] = [0, 0];
  for (const [line, other] of [...pairSimilarLines(old, now), [old.length, now.length] as const]) {
    const [at, text] = [{ start: placeOf(from), end: placeOf(line) }, now.slice(written, other).join("")];
    if (textAt(before, at) !== text) edits.push({ at, text });
    if (line < old.length) edits.push(...editsInLine(old[line] ?? "", now[other] ?? "", placeOf(line)));
    [from, written] = [line + 1, other + 1];
  }
  return edits;
}
