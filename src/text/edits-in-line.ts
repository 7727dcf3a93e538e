// Edits in a line: what changed between two versions of one line, word by word.

import type { Edit } from "./edit.js";

/** Beyond so many comparisons everything between what is equal at both ends counts as one edit. */
const mostComparisons = 250_000;

/** The edits that make `now` of `old`, which begins at `offset` of its text. They part no pair of surrogates. */
export function editsInLine(old: string, now: string, offset: number): Edit[] {
  const [a, b] = [piecesOf(old), piecesOf(now)];
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < shorter - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  const [removed, added] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)];
  if (removed.length + added.length === 0) return [];
  const start = offset + lengthOf(a.slice(0, head));
  if (removed.length * added.length > mostComparisons) {
    return [{ at: { start, end: start + lengthOf(removed) }, text: added.join("") }];
  }
  return editsOf(removed, added, start);
}

/** Words, runs of blanks, and every other character alone. */
function piecesOf(line: string): string[] {
  return line.match(/[\p{L}\p{N}\p{M}]+|[ \t]+|[\s\S]/gu) ?? [];
}

function lengthOf(pieces: readonly string[]): number {
  return pieces.reduce((sum, { length }) => sum + length, 0);
}

/** By the longest common subsequence of the pieces. */
function editsOf(a: readonly string[], b: readonly string[], offset: number): Edit[] {
  const common = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  const at = (i: number, j: number) => common[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    const row = common[i];
    for (let j = b.length - 1; row && j >= 0; j--)
      row[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  }
  const edits: Edit[] = [];
  let place = offset;
  for (let [i, j] = [0, 0]; i < a.length || j < b.length; ) {
    const [fromI, fromJ] = [i, j];
    while (a[i] !== b[j]) {
      if (j === b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) i++;
      else j++;
    }
    const end = place + lengthOf(a.slice(fromI, i));
    if (i > fromI || j > fromJ) edits.push({ at: { start: place, end }, text: b.slice(fromJ, j).join("") });
    place = end;
    for (; i < a.length && a[i] === b[j]; i++, j++) place += a[i]?.length ?? 0;
  }
  return edits;
}
