// Check: dates written otherwise than most dates of their column.

import { plainText } from "../model/cell-text.js";
import { type DateFormat, type Day, dateReadings, formatDay } from "../model/dates.js";
import { cellOf, cellText, type Roadmap, type Topic } from "../model/roadmap.js";
import type { Cell } from "../model/table.js";
import type { Check } from "./check.js";
import { topicsByTable } from "./topics-by-table.js";

export interface OtherDate {
  readonly topic: Topic;
  readonly column: "started" | "finished";
  readonly cell: Cell;
  readonly found: string;
  /** The same day as the column writes days. */
  readonly wanted: string;
}

export const mixedDates: Check = {
  codes: ["DATES_MIXED"],
  find({ roadmap }) {
    return otherDates(roadmap).map(({ cell: { start, end }, found, wanted }) => ({
      code: "DATES_MIXED" as const,
      span: { start, end },
      message: `"${found}" would be "${wanted}", written like the other dates of its column`,
      hint: "roadmap doctor --fix --only DATES_MIXED",
    }));
  },
};

/**
 * A column is left alone where no format is more common than every other, or where one of the dates that are written
 * otherwise can be read as two days: once the others are rewritten nothing might tell any more which one is meant.
 */
export function otherDates(roadmap: Roadmap): OtherDate[] {
  return [...topicsByTable(roadmap).values()].flatMap((topics) =>
    (["started", "finished"] as const).flatMap((column) => {
      const dates = topics.flatMap((topic) => {
        const [found, cell, day] = [cellText(roadmap, topic, column), cellOf(topic, column), topic[column]];
        return cell && day !== null && plainText(found) === found ? [{ topic, column, cell, found, day }] : [];
      });
      const format = roadmap.settings.dates ?? usualFormat(dates);
      if (format === null) return [];
      const others = dates
        .map(({ day, ...date }) => ({ ...date, wanted: formatDay(day, format) }))
        .filter(({ found, wanted }) => found !== wanted);
      return others.some(({ found }) => isAmbiguous(found)) ? [] : others;
    }),
  );
}

function isAmbiguous(text: string): boolean {
  const [first, second] = dateReadings(text);
  return first !== undefined && second !== undefined && first.day !== second.day;
}

/** The format that more dates are written in than in any other. `11/12/2026` is written in `D/M/YYYY` too. */
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
  const [best, second] = counted.sort((a, b) => b.count - a.count);
  return best && best.count > (second?.count ?? 0) ? best.format : null;
}

function formatsOf(text: string, day: Day): DateFormat[] {
  return dateReadings(text)
    .filter((reading) => reading.day === day)
    .map(({ format }) => format);
}
