// Edits between two texts: what was edited, reconstructed by comparing their lines and words.

import { countEach, equalEnds } from "./arrays.js";
import { type Edit, textAt } from "./edit.js";
import { lineStarts } from "./lines.js";
import { myersDiff, uniqueAnchors } from "./myers-diff.js";

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
const maxDepth = 32;

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
  return differingRanges(versions, whole, 0).flatMap((range) => editsInRange(versions, range));
}

function linesAt(text: string, starts: readonly number[]): string[] {
  return starts.map((start, line) => text.slice(start, starts[line + 1]));
}

/** The ranges that remain after removing equal lines. */
function differingRanges(versions: Versions, range: Range, level: number): Range[] {
  const inner = withoutEqualEnds(versions, range);
  const { aStart, aEnd, bStart, bEnd } = inner;
  if (aStart === aEnd && bStart === bEnd) return [];
  if (aStart === aEnd || bStart === bEnd || level === maxDepth) return [inner];
  const { a: old, b: now } = versions;
  const anchors = uniqueAnchors(old.slice(aStart, aEnd), now.slice(bStart, bEnd));
  if (anchors.length === 0) return [inner];
  const ranges: Range[] = [];
  let [a, b] = [aStart, bStart];
  for (const [line, other] of [...anchors, [aEnd - aStart, bEnd - bStart] as const]) {
    const gap = { aStart: a, aEnd: aStart + line, bStart: b, bEnd: bStart + other };
    for (const inGap of differingRanges(versions, gap, level + 1)) ranges.push(inGap);
    [a, b] = [gap.aEnd + 1, gap.bEnd + 1];
  }
  return ranges;
}

function withoutEqualEnds({ a, b }: Versions, { aStart, aEnd, bStart, bEnd }: Range): Range {
  const { head, tail } = equalEnds(a.slice(aStart, aEnd), b.slice(bStart, bEnd));
  return { aStart: aStart + head, aEnd: aEnd - tail, bStart: bStart + head, bEnd: bEnd - tail };
}

function editsInRange({ before, a, b, aStarts }: Versions, { aStart, aEnd, bStart, bEnd }: Range): Edit[] {
  const [old, now] = [a.slice(aStart, aEnd), b.slice(bStart, bEnd)];
  const edits: Edit[] = [];
  const offsetOf = (line: number) => aStarts[aStart + line] ?? before.length;
  let [from, written] = [0, 0];
  for (const [line, other] of [...pairSimilarLines(old, now), [old.length, now.length] as const]) {
    const [at, text] = [{ start: offsetOf(from), end: offsetOf(line) }, now.slice(written, other).join("")];
    if (textAt(before, at) !== text) edits.push({ at, text });
    if (line < old.length) edits.push(...editsInLine(old[line] ?? "", now[other] ?? "", offsetOf(line)));
    [from, written] = [line + 1, other + 1];
  }
  return edits;
}

// Edits between two versions of one line, by word.

/** Above this many comparisons, everything between the common prefix and suffix is one edit. */
const maxComparisons = 250_000;

/**
 * The edits that turn `old`, which begins at `offset` of its text, into `now`. They never split a surrogate pair. In a
 * line with pipes, no edit spans a pipe that both versions have, so the new text of a cell is not attributed to its
 * neighbor.
 */
function editsInLine(old: string, now: string, offset: number): Edit[] {
  const hasPipes = old.includes("|") && now.includes("|");
  if (!hasPipes) return editsOf(tokensOf(old), tokensOf(now), offset);
  const [cells, newCells] = [cellsOf(old), cellsOf(now)];
  if (cells.length !== newCells.length) return editsOf(cells, newCells, offset);
  let end = offset;
  return cells.flatMap((cell, index) => {
    const [start, other] = [end, newCells[index] ?? ""];
    end += cell.length;
    // The whole cell: an edit of a part next to the rest would leave the previous text of the cell intact.
    return cell === other ? [] : [{ at: { start, end }, text: other }];
  });
}

/** Words, runs of spaces, and every other character by itself. */
function tokensOf(line: string): string[] {
  return line.match(/[\p{L}\p{N}\p{M}]+|[ \t]+|[\s\S]/gu) ?? [];
}

/** Pipes, and the texts between them. */
function cellsOf(line: string): string[] {
  return line.match(/\||[^|]+/g) ?? [];
}

/** By the longest common subsequence of the pieces, unless there are too many. */
function editsOf(a: readonly string[], b: readonly string[], offset: number): Edit[] {
  const { head, tail } = equalEnds(a, b);
  const [removed, added] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)];
  const start = offset + lengthOf(a.slice(0, head));
  if (removed.length * added.length <= maxComparisons) return editsByDiff(removed, added, start);
  return [{ at: { start, end: start + lengthOf(removed) }, text: added.join("") }];
}

function editsByDiff(a: readonly string[], b: readonly string[], offset: number): Edit[] {
  const edits: Edit[] = [];
  let [start, from, other] = [offset, 0, 0];
  for (const [index, partner] of [...myersDiff(a, b).entries(), [a.length, b.length] as const]) {
    if (partner < 0) continue;
    const end = start + lengthOf(a.slice(from, index));
    if (index > from || partner > other) edits.push({ at: { start, end }, text: b.slice(other, partner).join("") });
    start = end + (a[index]?.length ?? 0);
    [from, other] = [index + 1, partner + 1];
  }
  return edits;
}

function lengthOf(pieces: readonly string[]): number {
  return pieces.reduce((sum, { length }) => sum + length, 0);
}

// Pairs of similar lines among a few removed and added ones.

/** Above this many line pairs, treat the block as rewritten. */
const maxLinePairs = 10_000;

/** The minimum similarity of two lines: two thirds of the words in a short row identify it, the rest is its status. */
const minSimilarity = 0.4;

/**
 * Index pairs, both ascending, of lines that are versions of each other: those that differ only in whitespace, as after
 * aligning a table, and between them similar ones.
 */
function pairSimilarLines(old: readonly string[], now: readonly string[]): [number, number][] {
  const anchors = uniqueAnchors(old.map(withoutSpaces), now.map(withoutSpaces));
  const pairs: [number, number][] = [];
  let [from, other] = [0, 0];
  for (const [line, next] of [...anchors, [old.length, now.length] as const]) {
    for (const [a, b] of mostSimilarPairs(old.slice(from, line), now.slice(other, next)))
      pairs.push([from + a, other + b]);
    if (line < old.length) pairs.push([line, next]);
    [from, other] = [line + 1, next + 1];
  }
  return pairs;
}

function withoutSpaces(line: string): string {
  return line.replace(/\s+/g, "");
}

/** Maximizes the total similarity. A single line in place of another is its new version, whatever its text. */
function mostSimilarPairs(old: readonly string[], now: readonly string[]): [number, number][] {
  if (old.length === 1 && now.length === 1) return [[0, 0]];
  if (old.length * now.length > maxLinePairs) return [];
  const [oldWords, nowWords] = [old.map(wordCounts), now.map(wordCounts)];
  const similarity = oldWords.map((words, line) =>
    nowWords.map((others, other) => (old[line] === now[other] ? 1 : similarityOf(words, others))),
  );
  /** The maximum total similarity of the lines from each pair on. */
  const best = Array.from({ length: old.length + 1 }, () => new Float64Array(now.length + 1));
  const at = (line: number, other: number) => best[line]?.[other] ?? 0;
  const paired = (line: number, other: number) => {
    const own = similarity[line]?.[other] ?? 0;
    return own < minSimilarity ? 0 : own + at(line + 1, other + 1);
  };
  for (let line = old.length - 1; line >= 0; line--) {
    const row = best[line];
    for (let other = now.length - 1; row && other >= 0; other--)
      row[other] = Math.max(at(line + 1, other), at(line, other + 1), paired(line, other));
  }
  const pairs: [number, number][] = [];
  for (let [line, other] = [0, 0]; line < old.length && other < now.length; ) {
    if (at(line, other) === 0) break;
    if (at(line, other) === paired(line, other)) pairs.push([line++, other++]);
    else if (at(line, other) === at(line + 1, other)) line++;
    else other++;
  }
  return pairs;
}

interface Words {
  readonly counts: ReadonlyMap<string, number>;
  readonly total: number;
}

function wordCounts(line: string): Words {
  const words = line.match(/[^\s|[\]()*_`~:;,.<>-]+/g) ?? [];
  return { counts: countEach(words), total: words.length };
}

/** From 0 for no common words to 1 for all. */
function similarityOf(a: Words, b: Words): number {
  if (a.total + b.total === 0) return 0;
  let common = 0;
  for (const [word, count] of a.counts) common += Math.min(count, b.counts.get(word) ?? 0);
  return (2 * common) / (a.total + b.total);
}
