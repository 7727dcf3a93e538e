// Edits in a line: the changes between two versions of one line, by word.

import type { Edit } from "./edit.js";

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

/** Everything between the common prefix and suffix. */
function oneEdit(a: readonly string[], b: readonly string[], offset: number): Edit {
  const { head, tail } = equalEnds(a, b);
  const start = offset + lengthOf(a.slice(0, head));
  const end = start + lengthOf(a.slice(head, a.length - tail));
  return { at: { start, end }, text: b.slice(head, b.length - tail).join("") };
}

function equalEnds(a: readonly string[], b: readonly string[]): { readonly head: number; readonly tail: number } {
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < shorter - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  return { head, tail };
}

function lengthOf(pieces: readonly string[]): number {
  return pieces.reduce((sum, { length }) => sum + length, 0);
}

/** By the longest common subsequence of the pieces, unless there are too many. */
function editsOf(a: readonly string[], b: readonly string[], offset: number): Edit[] {
  const { head, tail } = equalEnds(a, b);
  const [removed, added] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)];
  if (removed.length + added.length === 0) return [];
  if (removed.length * added.length > mostComparisons) return [oneEdit(a, b, offset)];
  return editsByCommonPieces(removed, added, offset + lengthOf(a.slice(0, head)));
}

function editsByCommonPieces(a: readonly string[], b: readonly string[], offset: number): Edit[] {
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
