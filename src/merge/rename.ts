// Rename: when a row or task under another name is the same one; in a merge it gets what the other side says of it.

import { type Described, isRenamedTopic, isRewordedTask, type Likeness, type Place } from "../model/match.js";
import { wordsOf } from "../text/fold.js";

/**
 * How like a row of the base is to one of a side, for those rows of the base. A topic may have been replaced by another
 * one in its place, with the same phase and nothing else: its names have to share a word, or its cells to tell it.
 */
export function renameJudge(before: readonly Described[]): Likeness<Described> {
  let counts: ReadonlyMap<string, number> | undefined;
  return (a, b, place) => {
    const likeness = isRenamedTopic(a, b, place);
    if (likeness === 0 || sharesWord(a.name(), b.name())) return likeness;
    counts ??= countCells(before);
    const now = b.others();
    const equal = [...a.others()].filter(([column, text]) => now.get(column) === text);
    const isTelling = equal.length >= 2 && equal.some(([column, text]) => counts?.get(`${column}\n${text}`) === 1);
    return isTelling ? likeness : 0;
  };
}

/** In the same place at least half of the words have to be the same ones. */
export function isReworded(a: Described, b: Described, place: Place): number {
  const likeness = isRewordedTask(a, b, place);
  return place === "same place" && likeness < 1 ? 0 : likeness;
}

export function sharesWord(a: string, b: string): boolean {
  const words = new Set(wordsOf(a));
  return wordsOf(b).some((word) => words.has(word));
}

function countCells(rows: readonly Described[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    for (const [column, text] of row.others()) {
      const cell = `${column}\n${text}`;
      counts.set(cell, (counts.get(cell) ?? 0) + 1);
    }
  }
  return counts;
}
