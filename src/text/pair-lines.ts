// Pair lines: pairs similar lines among a few removed and added ones.

import { countEach } from "./group-by.js";
import { uniqueAnchors } from "./pair-singles.js";

/** Above this many line pairs, treat the block as rewritten. */
const mostComparisons = 10_000;

/** The minimum similarity of two lines: two thirds of the words in a short row identify it, the rest is its status. */
const leastLikeness = 0.4;

/**
 * Index pairs, both ascending, of lines that are versions of each other: those that differ only in whitespace, as after
 * aligning a table, and between them similar ones.
 */
export function pairSimilarLines(old: readonly string[], now: readonly string[]): [number, number][] {
  const laidOut = uniqueAnchors(old.map(withoutBlanks), now.map(withoutBlanks));
  const pairs: [number, number][] = [];
  let [from, other] = [0, 0];
  for (const [line, next] of [...laidOut, [old.length, now.length] as const]) {
    for (const [a, b] of mostAlike(old.slice(from, line), now.slice(other, next))) pairs.push([from + a, other + b]);
    if (line < old.length) pairs.push([line, next]);
    [from, other] = [line + 1, next + 1];
  }
  return pairs;
}

function withoutBlanks(line: string): string {
  return line.replace(/\s+/g, "");
}

/** Maximizes the total similarity. A single line in place of another is its new version, whatever its text. */
function mostAlike(old: readonly string[], now: readonly string[]): [number, number][] {
  if (old.length === 1 && now.length === 1) return [[0, 0]];
  if (old.length * now.length > mostComparisons) return [];
  const [oldWords, nowWords] = [old.map(wordCounts), now.map(wordCounts)];
  const likeness = oldWords.map((words, line) =>
    nowWords.map((others, other) => (old[line] === now[other] ? 1 : shared(words, others))),
  );
  /** The maximum total similarity of the lines from each pair on. */
  const best = Array.from({ length: old.length + 1 }, () => new Float64Array(now.length + 1));
  const at = (line: number, other: number) => best[line]?.[other] ?? 0;
  const paired = (line: number, other: number) => {
    const own = likeness[line]?.[other] ?? 0;
    return own < leastLikeness ? 0 : own + at(line + 1, other + 1);
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
function shared(a: Words, b: Words): number {
  if (a.total + b.total === 0) return 0;
  let common = 0;
  for (const [word, count] of a.counts) common += Math.min(count, b.counts.get(word) ?? 0);
  return (2 * common) / (a.total + b.total);
}
