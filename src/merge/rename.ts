// Rename: which row or task may be another one renamed, and when that is certain enough to merge both sides' values.

import { type Described, isRenamedTopic, isRewordedTask, type Place } from "../model/history/match.js";
import { countEach } from "../text/arrays.js";
import { lazy } from "../text/memoize.js";
import { wordsOf } from "../text/normalize.js";
import type { RenamedPair, RenameJudge } from "./match-versions.js";
import { areReworded, type NameWords } from "./near-certain.js";

/** A row or a task. */
export interface Renamable extends Described {
  /** Its name as displayed; computed on first use. */
  readonly title: () => NameWords;
  /** What contains it: elements in other groups are not neighbors. */
  readonly group: string;
}

/** Tasks have only their words. */
export const taskJudge: RenameJudge<Renamable> = {
  likeness(a, b, place) {
    const likeness = isRewordedTask(a, b, place);
    // In the same place, at least half of the words must be equal.
    const isLike = place === "elsewhere" ? likeness > 0 : likeness >= 1;
    return isLike ? likeness : likenessOfNames(a, b, place);
  },
  isCertain: (pair) => isSameWithOtherName(pair),
};

/**
 * A topic may have been replaced by another one in its place that shares only its phase. To take its place, their names
 * must share a word, or its cells must show it; to receive its values, at least two cells that no other row has must be
 * equal.
 */
export function rowJudge(base: readonly Renamable[]): RenameJudge<Renamable> {
  const countsInBase = lazy(() => countCells(base));
  return {
    likeness(a, b, place) {
      const likeness = isRenamedTopic(a, b, place);
      if (likeness > 0 && (sharesWord(a.name(), b.name()) || isToldByCells(a, b, countsInBase()))) return likeness;
      return likenessOfNames(a, b, place);
    },
    isCertain(pair) {
      const { before, after, from, to } = pair;
      if (!isSameWithOtherName(pair)) return false;
      const inAfter = countCells(after);
      const distinctive = equalCells(before[from], after[to]).filter(
        (cell) => countsInBase().get(cell) === 1 && inAfter.get(cell) === 1,
      );
      return distinctive.length >= 2;
    },
  };
}

function likenessOfNames(a: Renamable, b: Renamable, place: Place): number {
  if (!areReworded(a.title(), b.title())) return 0;
  return place === "same place" ? 0.5 : 0.25;
}

/** It kept its place between unchanged neighbors, and its name is the old one reworded. */
function isSameWithOtherName({ before, after, from, to }: RenamedPair<Renamable>): boolean {
  const [old, now] = [before[from], after[to]];
  if (!old || !now || old.group !== now.group || !areReworded(old.title(), now.title())) return false;
  return [-1, 1].every((step) => neighborText(before, from + step, old) === neighborText(after, to + step, now));
}

function neighborText(things: readonly Renamable[], index: number, { group }: Renamable): string | null {
  const neighbor = things[index];
  return neighbor?.group === group ? neighbor.text : null;
}

export function sharesWord(a: string, b: string): boolean {
  const words = new Set(wordsOf(a));
  return wordsOf(b).some((word) => words.has(word));
}

function isToldByCells(a: Described, b: Described, counts: ReadonlyMap<string, number>): boolean {
  const equal = equalCells(a, b);
  return equal.length >= 2 && equal.some((cell) => counts.get(cell) === 1);
}

/** Blank cells do not count. */
function equalCells(a: Described | undefined, b: Described | undefined): string[] {
  const now = b?.others();
  return [...(a?.others() ?? [])].filter(([column, text]) => now?.get(column) === text).map(cellKey);
}

function cellKey([column, text]: readonly [string, string]): string {
  return `${column}\n${text}`;
}

function countCells(rows: readonly Described[]): Map<string, number> {
  return countEach(rows.flatMap((row) => [...row.others()].map(cellKey)));
}
