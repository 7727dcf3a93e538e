// Backtest: how often forecasts made in past weeks would have come true.

import { type Day, dayNumber } from "./dates.js";
import { randomFrom } from "./random.js";
import { dayReachedBy, mostShare, simulate } from "./simulate.js";
import { leastFinished, leastWeeks } from "./throughput.js";
import { mondayOf, type Week } from "./weeks.js";

/** The number of further topics that each past forecast predicts. */
export const topicsAhead = 5;

export interface Backtest {
  /** Forecasts whose 85% date has passed: one for each past week with enough data before it. */
  readonly made: number;
  /** Those whose topics were finished by that date. */
  readonly held: number;
}

interface Past {
  /** Topics finished in each full week, earliest first. */
  readonly counts: readonly number[];
  readonly firstWeek: Week;
  /** The finish dates of topics as day numbers, ascending. */
  readonly days: readonly number[];
  readonly today: Day;
  readonly seed: number;
}

/** One forecast per past week is run, so each may be rougher than today's forecast. */
const runs = 250;

/** Each forecast is made at the end of a week and sees only that week and earlier ones. */
export function backtest({ counts, firstWeek, days: finishes, today, seed }: Past): Backtest {
  const todayNumber = dayNumber(today);
  const random = randomFrom(seed);
  let [made, held] = [0, 0];
  for (let weeks = leastWeeks; weeks <= counts.length; weeks++) {
    const standing = dayNumber(mondayOf(firstWeek + weeks)) - 1;
    const known = counts.slice(0, weeks);
    const finishedBy = countUpTo(finishes, standing);
    if (finishedBy < leastFinished) continue;
    const days = todayNumber - standing;
    const [reached] = simulate({ counts: known, ends: [topicsAhead], runs, random, days });
    const most = reached && dayReachedBy(reached, mostShare);
    if (typeof most !== "number" || most > days) continue;
    made++;
    if ((finishes[finishedBy + topicsAhead - 1] ?? Number.POSITIVE_INFINITY) <= standing + most) held++;
  }
  return { made, held };
}

/** The number of elements that are at most `last`; `days` ascends. */
function countUpTo(days: readonly number[], last: number): number {
  const index = days.findIndex((day) => day > last);
  return index === -1 ? days.length : index;
}
