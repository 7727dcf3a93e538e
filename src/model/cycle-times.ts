// Cycle times: how many days topics took from their start to their finish.

import { elapsedDays } from "./dates.js";
import type { Topic } from "./roadmap.js";

export interface CycleTimes {
  /** Topics that are done and whose dates say how long they took. */
  readonly count: number;
  /** Half, and 85%, of them took at most so many days; null where there are none. */
  readonly half: number | null;
  readonly most: number | null;
  /** Topics that were finished before they were started, by what their dates say. */
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

/** The smallest of the rising numbers that at least such a share of them does not pass. */
function reachedBy(rising: readonly number[], share: number): number | null {
  return rising[Math.ceil(share * rising.length) - 1] ?? null;
}
