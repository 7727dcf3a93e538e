// Throughput: weeks, the days on which topics were finished, and the number finished in each week.

import { countEach } from "../../text/arrays.js";
import { type Day, dayFromNumber, dayNumber } from "../dates.js";
import type { Topic } from "../roadmap.js";

/** An ISO week, which begins on a Monday, as the number of weeks since that of 1970-01-01; negative before. */
export type Week = number;

/** 1970-01-01 was a Thursday. */
const mondayOffset = 3;

export function weekOf(day: Day): Week {
  return Math.floor((dayNumber(day) + mondayOffset) / 7);
}

export function mondayOf(week: Week): Day {
  return dayFromNumber(7 * week - mondayOffset);
}

export function sundayOf(week: Week): Day {
  return dayFromNumber(7 * week - mondayOffset + 6);
}

/** The first week that lies completely on or after that day. */
function firstFullWeek(day: Day): Week {
  return Math.floor((dayNumber(day) + mondayOffset + 6) / 7);
}

interface Finish {
  readonly topic: Topic;
  readonly day: Day;
}

interface Finishes {
  /** By day. */
  readonly dated: readonly Finish[];
  /** The number of done topics without a usable finish date. */
  readonly undated: number;
  /** The number of done topics with a finish date after today. */
  readonly ahead: number;
}

export function finishesOf(topics: readonly Topic[], today: Day): Finishes {
  const dated: Finish[] = [];
  let [undated, ahead] = [0, 0];
  for (const topic of topics) {
    if (topic.status !== "done") continue;
    const day = topic.finished;
    if (day === null) undated++;
    else if (day > today) ahead++;
    else dated.push({ topic, day });
  }
  return { dated: dated.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)), undated, ahead };
}

/** With fewer topics on known days, or fewer full weeks, there is too little data for a forecast. */
export const minFinished = 8;
export const minWeeks = 4;

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
  const known = firstWeekKnown(topics, { firstFinish: dated[0]?.day ?? null, today });
  const requested = since === undefined ? null : firstFullWeek(since);
  const first = known === null ? null : Math.max(known, requested ?? known);
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

/** The counts of the last full weeks, earliest first; at most `maxWeeks` of them. */
export function weeklyCounts({ byWeek, fullWeeks }: Throughput, maxWeeks: number): number[] {
  if (!fullWeeks) return [];
  const first = Math.max(fullWeeks.first, fullWeeks.last - maxWeeks + 1);
  return Array.from({ length: fullWeeks.last - first + 1 }, (_, index) => byWeek.get(first + index) ?? 0);
}
