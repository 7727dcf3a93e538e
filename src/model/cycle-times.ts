// Cycle times: how many days topics took from start to finish.

import { elapsedDays } from "./dates.js";
import type { Topic } from "./roadmap.js";

export interface CycleTimes {
  /** Done topics with a usable start and finish date. */
  readonly count: number;
  /** Half (and 85%) of the topics took at most this many days; null if there are none. */
  readonly half: number | null;
  readonly most: number | null;
  /** Topics whose finish date is before their start date. */
  readonly backwards: number;
}

export function cycleTimesOf(topics: readonly Topic[]): CycleTimes {
  const days: number[] = [];
  let backwards = 0;
  for (const { status, started, finished } of topics) {
    if (status !== "done" || started === null || finished === null) continue;
    const taken = elapsedDays(started, finished);
    if (taken < 0) backwards++;
    else days.push(taken);
  }
  days.sort((a, b) => a - b);
  return { count: days.length, half: reachedBy(days, 0.5), most: reachedBy(days, 0.85), backwards };
}

/** Percentile: the smallest element that is at least as large as this share of all; `rising` ascends. */
function reachedBy(rising: readonly number[], share: number): number | null {
  return rising[Math.ceil(share * rising.length) - 1] ?? null;
}
