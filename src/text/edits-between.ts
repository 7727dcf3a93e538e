// Edits between: reconstructs edits by comparing two texts.

import type { Edit } from "./edit.js";
import { editsInLine } from "./edits-in-line.js";
import { equalEnds } from "./equal-ends.js";
import { lineStarts } from "./line-index.js";
import { pairSimilarLines } from "./pair-lines.js";
import { uniqueAnchors } from "./pair-singles.js";
import { textAt } from "./span.js";

/** Half-open ranges of corresponding lines, counted from 0. */
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

/** At this recursion depth, what is left counts as rewritten. */
const deepest = 32;

/**
 * Edits that turn `before` into `after`, in order. Lines that occur once in both are anchors; between them, similar
 * lines are compared word by word. The rest becomes one edit of whole lines. Time is linear in the length of the texts,
 * times the number of levels.
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

/** The ranges that remain after removing equal lines. */
function differing(versions: Versions, range: Range, level: number): Range[] {
  const inner = withoutEqualEnds(versions, range);
  const { aStart, aEnd, bStart, bEnd } = inner;
  if (aStart === aEnd && bStart === bEnd) return [];
  if (aStart === aEnd || bStart === bEnd || level === deepest) return [inner];
  const { a: old, b: now } = versions;
  const anchors = uniqueAnchors(old.slice(aStart, aEnd), now.slice(bStart, bEnd));
  if (anchors.length === 0) return [inner];
  const found: Range[] = [];
  let [a, b] = [aStart, bStart];
  for (const [line, other] of [...anchors, [aEnd - aStart, bEnd - bStart] as const]) {
    const gap = { aStart: a, aEnd: aStart + line, bStart: b, bEnd: bStart + other };
    for (const one of differing(versions, gap, level + 1)) found.push(one);
    [a, b] = [gap.aEnd + 1, gap.bEnd + 1];
  }
  return found;
}

function withoutEqualEnds({ a, b }: Versions, { aStart, aEnd, bStart, bEnd }: Range): Range {
  const { head, tail } = equalEnds(a.slice(aStart, aEnd), b.slice(bStart, bEnd));
  return { aStart: aStart + head, aEnd: aEnd - tail, bStart: bStart + head, bEnd: bEnd - tail };
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
