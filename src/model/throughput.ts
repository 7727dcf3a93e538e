// Throughput: the number of topics finished in each week.

import { countEach } from "../text/arrays.js";
import type { Day } from "./dates.js";
import type { Finishes } from "./finishes.js";
import type { Topic } from "./roadmap.js";
import { firstFullWeek, type Week, weekOf } from "./weeks.js";

/** With fewer topics on known days, or fewer full weeks, there is too little data for a forecast. */
export const leastFinished = 8;
export const leastWeeks = 4;

export interface Throughput {
  /** Without the weeks in which nothing was finished: a history may begin in the year 1. */
  readonly byWeek: ReadonlyMap<Week, number>;
  /** The known complete weeks, without the current week; null if there are none. */
  readonly fullWeeks: { readonly first: Week; readonly last: Week } | null;
  /** The average over these weeks. */
  readonly perWeek: number | null;
}

interface ThroughputRequest {
  readonly topics: readonly Topic[];
  readonly finishes: Finishes;
  readonly today: Day;
  /** Earlier data is ignored. */
  readonly since?: Day | undefined;
}

/**
 * The known history begins with the first start or finish. Its first week counts only if it began with a start on its
 * Monday. A first week known only by a finish holds at least one by construction, which would bias the rate.
 */
export function throughputOf({ topics, finishes: { dated }, today, since }: ThroughputRequest): Throughput {
  const byWeek = new Map<Week, number>();
  for (const [day, count] of countsByDay(dated))
    if (since === undefined || day >= since) byWeek.set(weekOf(day), (byWeek.get(weekOf(day)) ?? 0) + count);
  const begun = firstWeekKnown(topics, { firstFinish: dated[0]?.day ?? null, today });
  const asked = since === undefined ? null : firstFullWeek(since);
  const first = begun === null ? null : Math.max(begun, asked ?? begun);
  const last = weekOf(today) - 1;
  if (first === null || first > last) return { byWeek, fullWeeks: null, perWeek: null };
  const finished = [...byWeek].reduce((sum, [week, count]) => (week >= first && week <= last ? sum + count : sum), 0);
  return { byWeek, fullWeeks: { first, last }, perWeek: finished / (last - first + 1) };
}

/** Many topics share few days, and parsing a day takes longer than looking it up. */
function countsByDay(dated: Finishes["dated"]): ReadonlyMap<Day, number> {
  return countEach(dated.map(({ day }) => day));
}

function firstWeekKnown(
  topics: readonly Topic[],
  { firstFinish, today }: { firstFinish: Day | null; today: Day },
): Week | null {
  let start: Day | null = null;
  for (const { started, status } of topics) {
    const isPast = started !== null && started <= today && status !== "skipped" && status !== "not-started";
    if (isPast && (start === null || started < start)) start = started;
  }
  if (start !== null && (firstFinish === null || start <= firstFinish)) return firstFullWeek(start);
  return firstFinish === null ? null : weekOf(firstFinish) + 1;
}

/** The counts of the last full weeks, earliest first; at most `most` of them. */
export function weeklyCounts({ byWeek, fullWeeks }: Throughput, most: number): number[] {
  if (!fullWeeks) return [];
  const first = Math.max(fullWeeks.first, fullWeeks.last - most + 1);
  return Array.from({ length: fullWeeks.last - first + 1 }, (_, index) => byWeek.get(first + index) ?? 0);
}
