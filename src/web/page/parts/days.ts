// Days: how the page writes them, in the words of the terminal.

import type { Day } from "../../../model/dates.js";
import { unicodeSigns } from "../../../views/canvas.js";
import { daysText, dayText, weekdayText } from "../../../views/day-words.js";

const canvas = { isTerminal: true, days: "short", signs: unicodeSigns } as const;

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** `24 Nov`, with the year if it is not this one. */
export function dayWords(day: Day, today: Day): string {
  return dayText(day, today, canvas);
}

/** `18 Nov 2026`. */
export function dayWithYear(day: Day): string {
  return `${dayText(day, day, canvas)} ${day.slice(0, 4)}`;
}

/** `Wed 18 Nov`, with the year if it is not this one. */
export function weekdayWords(day: Day, today: Day): string {
  return weekdayText(day, today, canvas);
}

/** `29 Jun – 15 Aug`, with the years that are not this one. */
export function daysWords(days: readonly [start: Day, end: Day], today: Day): string {
  return daysText(days, today, canvas);
}

/** `November`, with the year if it is not this one. */
export function monthWords(day: Day, today: Day): string {
  const year = day.slice(0, 4);
  return `${months[Number(day.slice(5, 7)) - 1] ?? ""}${year === today.slice(0, 4) ? "" : ` ${year}`}`;
}
