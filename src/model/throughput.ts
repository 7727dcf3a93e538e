// Throughput: how many topics were finished in each week.

import type { Day } from "./dates.js";
import type { Finishes } from "./finishes.js";
import type { Topic } from "./roadmap.js";
import { firstFullWeek, type Week, weekOf } from "./weeks.js";

/** Fewer topics on known days, or fewer full weeks, say too little to forecast from. */
export const leastFinished = 8;
export const leastWeeks = 4;

export interface Throughput {
  /** By week, those without a finish left out: a history may begin in the year 1. */
  readonly byWeek: ReadonlyMap<Week, number>;
  /** The whole weeks that are known, this one not among them, since it is not over; null where there is none. */
  readonly fullWeeks: { readonly first: Week; readonly last: Week } | null;
  /** On average over these. */
  readonly perWeek: number | null;
}

interface ThroughputRequest {
  readonly topics: readonly Topic[];
  readonly finishes: Finishes;
  readonly today: Day;
  /** What was before that day is left out. */
  readonly since?: Day | undefined;
}

/**
 * What is known begins with the first start or finish. The week in which all begins counts only when it began with a
 * start on its Monday: one that begins with a finish has one for certain, which would make every week look better.
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

/** Many topics have few days, and a day takes longer to be understood than to be looked up. */
function countsByDay(dated: Finishes["dated"]): ReadonlyMap<Day, number> {
  const counts = new Map<Day, number>();
  for (const { day } of dated) counts.set(day, (counts.get(day) ?? 0) + 1);
  return counts;
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

/** The counts of the last full weeks, the earliest first, at most so many. */
export function weeklyCounts({ byWeek, fullWeeks }: Throughput, most: number): number[] {
  if (!fullWeeks) return [];
  const first = Math.max(fullWeeks.first, fullWeeks.last - most + 1);
  return Array.from({ length: fullWeeks.last - first + 1 }, (_, index) => byWeek.get(first + index) ?? 0);
}
