// Edits in a line: the changes between two versions of one line, by word.

import type { Edit } from "./edit.js";
import { equalEnds } from "./equal-ends.js";
import { myersDiff } from "./pair-equal.js";

/** Above this many comparisons, everything between the common prefix and suffix is one edit. */
const mostComparisons = 250_000;

/**
 * The edits that turn `old`, which begins at `offset` of its text, into `now`. They never split a surrogate pair. In a
 * line with pipes, no edit spans a pipe that both versions have, so the new text of a cell is not attributed to its
 * neighbor.
 */
export function editsInLine(old: string, now: string, offset: number): Edit[] {
  const hasPipes = old.includes("|") && now.includes("|");
  if (!hasPipes) return editsOf(wordsOf(old), wordsOf(now), offset);
  const [cells, newCells] = [cellsOf(old), cellsOf(now)];
  if (cells.length !== newCells.length) return editsOf(cells, newCells, offset);
  let place = offset;
  return cells.flatMap((cell, index) => {
    const [start, other] = [place, newCells[index] ?? ""];
    place += cell.length;
    // The whole cell: an edit of a part next to the rest would leave the previous text of the cell intact.
    return cell === other ? [] : [{ at: { start, end: place }, text: other }];
  });
}

/** Words, runs of spaces, and every other character by itself. */
function wordsOf(line: string): string[] {
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
  if (removed.length * added.length <= mostComparisons) return editsByCommonPieces(removed, added, start);
  return [{ at: { start, end: start + lengthOf(removed) }, text: added.join("") }];
}

function editsByCommonPieces(a: readonly string[], b: readonly string[], offset: number): Edit[] {
  const edits: Edit[] = [];
  let [place, from, other] = [offset, 0, 0];
  for (const [index, partner] of [...myersDiff(a, b).entries(), [a.length, b.length] as const]) {
    if (partner < 0) continue;
    const end = place + lengthOf(a.slice(from, index));
    if (index > from || partner > other)
      edits.push({ at: { start: place, end }, text: b.slice(other, partner).join("") });
    place = end + (a[index]?.length ?? 0);
    [from, other] = [index + 1, partner + 1];
  }
  return edits;
}

function lengthOf(pieces: readonly string[]): number {
  return pieces.reduce((sum, { length }) => sum + length, 0);
}
