// Rule: dates in a different format from most dates in their column.

import { type DayKind, dayKinds } from "../model/columns.js";
import {
  commonFormat,
  type DateFormat,
  type Day,
  dateReadings,
  formatDay,
  isBareDate,
  patternOf,
} from "../model/dates.js";
import { plainText } from "../model/inline-text.js";
import { cellText, type Roadmap, type Topic } from "../model/roadmap.js";
import { memoize } from "../text/memoize.js";
import { cellFix } from "./cell-fix.js";
import { type Rule, spanOf, topicsByTable } from "./rule.js";

interface OtherDate {
  readonly topic: Topic;
  readonly column: DayKind;
  readonly found: string;
  /** The same day in the format of the column. */
  readonly wanted: string;
}

/**
 * Fix: a date is written like the others in its column.
 *
 *     | HTTP | 3.1.2026   |
 *   →
 *     | HTTP | 2026-01-03 |
 */
export const mixedDates: Rule = {
  code: "DATES_MIXED",
  severity: "note",
  means: "a date in a different format from most dates in its column",
  find: ({ roadmap }) =>
    otherDates(roadmap).map(({ topic, column, found, wanted }) => ({
      span: spanOf(topic, column),
      message: `"${found}" should be "${wanted}", the format of the other dates in its column`,
      hint: "roadmap doctor --fix --only DATES_MIXED",
    })),
  fix: (page) =>
    cellFix(
      page,
      otherDates(page.roadmap).map(({ topic, column, wanted }) => ({ topic, column, text: wanted })),
    ),
};

/**
 * A column is left alone if no format is more common than every other, or if one of the dates in another format is
 * ambiguous: once the others are rewritten, nothing may be left to show which day is meant. A weekday or a time next to
 * a date would be lost, so these dates stay as they are.
 */
const otherDates = memoize((roadmap: Roadmap): OtherDate[] =>
  [...topicsByTable(roadmap).values()].flatMap((topics) =>
    dayKinds.flatMap((column) => {
      const dates = topics.flatMap((topic) => {
        const [found, day] = [cellText(roadmap, topic, column), topic[column]];
        return day !== null && plainText(found) === found && isBareDate(found) ? [{ topic, column, found, day }] : [];
      });
      const format = roadmap.settings.dates ?? usualFormat(dates);
      if (format === null) return [];
      // A column repeats its texts, so each is formatted once.
      const written = new Map(dates.map(({ found, day }) => [found, day]));
      for (const [found, day] of written) if (formatDay(day, format) === found) written.delete(found);
      if ([...written.keys()].some(isAmbiguous)) return [];
      return dates
        .filter(({ found }) => written.has(found))
        .map(({ day, ...date }) => ({ ...date, wanted: formatDay(day, format) }));
    }),
  ),
);

function isAmbiguous(text: string): boolean {
  const [first, second] = dateReadings(text);
  return first !== undefined && second !== undefined && first.day !== second.day;
}

/** The format of more dates than any other. `11/12/2026` counts for `D/M/YYYY` too, `4 mars 2026` for several languages. */
function usualFormat(dates: readonly { readonly found: string; readonly day: Day }[]): DateFormat | null {
  const texts = new Map<string, { readonly day: Day; count: number }>();
  for (const { found, day } of dates) {
    const known = texts.get(found);
    if (known) known.count++;
    else texts.set(found, { day, count: 1 });
  }
  const formats = new Set([...texts].flatMap(([text, { day }]) => formatsOf(text, day)));
  const counted = [...formats].map((format) => {
    const own = [...texts].filter(([text, { day }]) => formatDay(day, format) === text);
    return { format, count: own.reduce((sum, [, { count }]) => sum + count, 0) };
  });
  const most = Math.max(...counted.map(({ count }) => count));
  const best = counted.filter(({ count }) => count === most && count > 0).map(({ format }) => format);
  const common = new Set(best.map(patternOf)).size === 1 ? commonFormat(best) : null;
  return common !== null && best.includes(common) ? common : null;
}

function formatsOf(text: string, day: Day): DateFormat[] {
  return dateReadings(text)
    .filter((reading) => reading.day === day)
    .flatMap(({ format, otherFormats }) => [format, ...otherFormats]);
}
