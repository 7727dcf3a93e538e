// Backtest: how often the forecasts that would have been made in past weeks have held.

import { type Day, dayNumber } from "./dates.js";
import { randomFrom } from "./random.js";
import { dayReachedBy, mostShare, simulate } from "./simulate.js";
import { leastFinished, leastWeeks } from "./throughput.js";
import { mondayOf, type Week } from "./weeks.js";

/** Each past forecast was about so many topics more. */
export const topicsAhead = 5;

export interface Backtest {
  /** Forecasts whose 85 % day has come, one for each past week that knew enough. */
  readonly made: number;
  /** Those in which the topics were finished by then. */
  readonly held: number;
}

interface Past {
  /** Finished in each full week, the earliest first. */
  readonly counts: readonly number[];
  readonly firstWeek: Week;
  /** When topics were finished, as day numbers, rising. */
  readonly days: readonly number[];
  readonly today: Day;
  readonly seed: number;
}

/** There are as many forecasts as weeks: each of them may be rougher than the one of today. */
const runs = 250;

/** Each forecast stands at the end of a week and knows that week and those before it, nothing later. */
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

/** How many of the rising numbers are at most that. */
function countUpTo(days: readonly number[], last: number): number {
  const index = days.findIndex((day) => day > last);
  return index === -1 ? days.length : index;
}
