// Date words: the date meant by the words a person types for an option.

import {
  type DateFormat,
  type Day,
  dateReadings,
  dayFromNumber,
  dayNumber,
  orderOfFormat,
  readingInOrder,
} from "./dates.js";
import { UserError } from "./errors.js";

export interface DateContext {
  readonly today: Day;
  /** The direction in which the name of a weekday is resolved, today included (default: past). */
  readonly toward?: "past" | "future";
  /** The format set in the front matter, which decides whether `05/06/2026` begins with the day. */
  readonly format?: DateFormat | null;
}

/**
 * The date that the words mean: a date in any format a column may have, `today`, `tomorrow`, `3 days ago`, `in a week`,
 * `last monday`.
 * @throws UserError if they mean no date, or if it is unclear whether the day or the month comes first
 */
export function parseDayWords(words: string, context: DateContext): Day {
  const [day, another] = possibleDays(words, context);
  if (day === undefined) {
    throw new UserError(
      "DATE_NOT_UNDERSTOOD",
      `"${words}" is not a date`,
      'use YYYY-MM-DD, today, yesterday, "3 days ago" or a weekday',
    );
  }
  if (another === undefined) return day;
  throw new UserError("DATE_AMBIGUOUS", `ambiguous date "${words}": day or month first?`, `use ${day} or ${another}`);
}

/** Every date the words can mean: none, one, or two for `05/06/2026`. */
export function possibleDays(words: string, { today, toward = "past", format = null }: DateContext): Day[] {
  const text = words.trim().replace(/\s+/g, " ");
  const named = dayFromWords(text.toLowerCase(), today, toward);
  if (named !== null) return [named];
  const readings = dateReadings(text);
  const inFormat = readingInOrder(readings, orderOfFormat(format));
  return [...new Set((inFormat ? [inFormat] : readings).map(({ day }) => day))];
}

const weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

function dayFromWords(text: string, today: Day, toward: "past" | "future"): Day | null {
  const daysFromToday = (days: number) => dayFromNumber(dayNumber(today) + days);
  if (text === "today") return today;
  if (text === "yesterday") return daysFromToday(-1);
  if (text === "tomorrow") return daysFromToday(1);
  const [, inside, count = "", unit, ago] = /^(in )?(\d{1,5}|an?) (day|week)s?( ago)?$/.exec(text) ?? [];
  if ((inside === undefined) !== (ago === undefined)) {
    const days = (/^a/.test(count) ? 1 : Number(count)) * (unit === "week" ? 7 : 1);
    return daysFromToday(ago === undefined ? days : -days);
  }
  const [, last, name = ""] = /^(last )?([a-z]+)\.?$/.exec(text) ?? [];
  const weekday = weekdays.findIndex((known) => known === name || known.slice(0, 3) === name);
  if (weekday < 0) return null;
  // 1970-01-01 was a Thursday.
  const daysBack = (((dayNumber(today) + 4 - weekday) % 7) + 7) % 7;
  if (last !== undefined) return daysFromToday(daysBack === 0 ? -7 : -daysBack);
  return daysFromToday(toward === "past" || daysBack === 0 ? -daysBack : 7 - daysBack);
}
