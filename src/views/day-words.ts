// Day words: days as a person reads them in a terminal, and how many days something has taken.

import { type Day, elapsedDays } from "../model/dates.js";
import type { Status } from "../model/status.js";
import { counted } from "../text/plural.js";
import type { Canvas } from "./canvas.js";

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"];

/** `24 Nov`, with the year if it is not this one; ISO 8601 where the output is no terminal. */
export function dayText(day: Day, today: Day, canvas: Pick<Canvas, "isTerminal" | "days">): string {
  if (!canvas.isTerminal || canvas.days === "iso") return day;
  const year = day.slice(0, 4);
  return `${shortDay(day)}${year === today.slice(0, 4) ? "" : ` ${year}`}`;
}

/** `Mon 30 Nov 2026`. */
export function longDayText(day: Day, canvas: Pick<Canvas, "isTerminal" | "days">): string {
  if (!canvas.isTerminal || canvas.days === "iso") return day;
  return `${weekdayOf(day)} ${shortDay(day)} ${day.slice(0, 4)}`;
}

/** `Wed 18 Nov`, with the year if it is not this one. */
export function weekdayText(day: Day, today: Day, canvas: Pick<Canvas, "isTerminal" | "days">): string {
  const text = dayText(day, today, canvas);
  return text === day ? day : `${weekdayOf(day)} ${text}`;
}

/** `29 Jun – 15 Aug`, `29 Jun – 15 Aug 2025`; one day if both are the same. */
export function daysText(
  [start, end]: readonly [start: Day, end: Day],
  today: Day,
  canvas: Pick<Canvas, "isTerminal" | "days"> & { readonly signs: Pick<Canvas["signs"], "dash"> },
): string {
  const isOneYear = start.slice(0, 4) === end.slice(0, 4);
  const texts = [dayText(start, isOneYear && start !== end ? start : today, canvas), dayText(end, today, canvas)];
  return [...new Set(texts)].join(` ${canvas.signs.dash} `);
}

/** `same day`, `1 day`, `12 days`. */
export function durationText(days: number): string {
  return days === 0 ? "same day" : counted(days, "day");
}

interface ElapsedTexts {
  readonly long: string;
  readonly short: string;
}

/**
 * How long a topic in progress or blocked has been so since its start; null if that is unknown.
 * @param usualDays the days that half of the topics took at most, to compare with
 */
export function elapsedTexts(
  { started, status }: { readonly started: Day | null; readonly status: Status },
  { today, usualDays }: { readonly today: Day; readonly usualDays: number | null },
): ElapsedTexts | null {
  if (started === null || (status !== "in-progress" && status !== "blocked")) return null;
  const days = elapsedDays(started, today);
  if (days < 0) return { long: `starts in ${durationText(-days)}`, short: "" };
  const usually = usualDays !== null && days > usualDays ? `, usually ${usualDays}` : "";
  return { long: days === 0 ? "since today" : `${durationText(days)}${usually}`, short: `${days}d` };
}

export function weekdayOf(day: Day): string {
  const since = elapsedDays("1970-01-01", day);
  return weekdays[((since % 7) + 7) % 7] ?? "";
}

/** `24 Nov`. */
export function shortDay(day: Day): string {
  return `${Number(day.slice(8, 10))} ${shortMonth(day)}`;
}

/** `Nov`. */
export function shortMonth(day: Day): string {
  return months[Number(day.slice(5, 7)) - 1] ?? "";
}
