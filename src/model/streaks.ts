// Streaks: consecutive weeks in which something was finished.

import type { Day } from "./dates.js";
import { mondayOf, sundayOf, type Week } from "./weeks.js";

export interface Streak {
  readonly weeks: number;
  /** A Monday and a Sunday. */
  readonly from: Day;
  readonly to: Day;
}

export interface Streaks {
  /** The streak that still continues; an unfinished week without a finish does not end it. */
  readonly now: Streak | null;
  /** The longest; of equally long ones, the latest. */
  readonly best: Streak | null;
}

/** Computed from the weeks in which something was finished, in any order, without duplicates. */
export function streaksOf(weeks: readonly Week[], thisWeek: Week): Streaks {
  let best: Row | null = null;
  let row: Row | null = null;
  for (const week of [...weeks].sort((a, b) => a - b)) {
    row = row && row.last === week - 1 ? { first: row.first, last: week } : { first: week, last: week };
    if (!best || lengthOf(row) >= lengthOf(best)) best = row;
  }
  const holds = row !== null && row.last >= thisWeek - 1;
  return { now: holds ? streakOf(row) : null, best: streakOf(best) };
}

interface Row {
  readonly first: Week;
  readonly last: Week;
}

function lengthOf({ first, last }: Row): number {
  return last - first + 1;
}

function streakOf(row: Row | null): Streak | null {
  return row && { weeks: lengthOf(row), from: mondayOf(row.first), to: sundayOf(row.last) };
}
