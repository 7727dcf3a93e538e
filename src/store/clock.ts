// The clock: the only place that asks for the current day or time.

import { isDay } from "../model/dates.js";
import { UserError } from "../model/errors.js";

/**
 * The local date as `YYYY-MM-DD`, in the time zone of the machine (or `TZ`). The environment variable `ROADMAP_TODAY`
 * replaces it, for scripts and tests.
 */
export function today(env: Readonly<Record<string, string | undefined>>): string {
  const chosen = env.ROADMAP_TODAY;
  if (chosen === undefined || chosen === "") return dayOf(new Date());
  if (!isDay(chosen)) {
    throw new UserError(
      "BAD_TODAY",
      `ROADMAP_TODAY is "${chosen}", which is not a date`,
      "write it as YYYY-MM-DD, or remove it with `unset ROADMAP_TODAY`",
    );
  }
  return chosen;
}

/**
 * The value of `TZ` if no time zone has that name, because the date is then in UTC. Undefined if `TZ` is valid, or
 * irrelevant because the date is given.
 */
export function unknownTimeZone({ TZ: zone = "", ROADMAP_TODAY: chosen = "" }: Record<string, string | undefined>) {
  // An offset other than 0 proves that the zone exists, which avoids a lookup.
  if (zone === "" || chosen !== "" || new Date().getTimezoneOffset() !== 0) return undefined;
  if (/^:?(?:UTC|GMT|UCT|Z)?[-+]?0{0,2}(?::?00)?$/i.test(zone)) return undefined;
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone.replace(/^:/, "") });
    return undefined;
  } catch {
    return zone;
  }
}

/** This moment in UTC, as ISO 8601 to the second. */
export function nowInUtc(): string {
  return `${new Date().toISOString().slice(0, 19)}Z`;
}

/** Waits 20 to 80 ms at random, so waiting processes do not stay in step: for locks that are held only for a moment. */
export function pauseBriefly(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20 + Math.random() * 60);
}

/** A moment as local date and minute: `2026-11-22 18:05`; any other text unchanged. */
export function localMinute(moment: string): string {
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) return moment;
  const [hours, minutes] = [date.getHours(), date.getMinutes()].map((count) => String(count).padStart(2, "0"));
  return `${dayOf(date)} ${hours}:${minutes}`;
}

/** The last second of the local day, in seconds since 1970. */
export function endOfDay(day: string): number {
  const [year = 0, month = 1, dayOfMonth = 1] = day.split("-").map(Number);
  return Math.floor(new Date(year, month - 1, dayOfMonth + 1).getTime() / 1000) - 1;
}

/** Returns the milliseconds since it was created. */
export function stopwatch(): () => number {
  const start = performance.now();
  return () => performance.now() - start;
}

function dayOf(date: Date): string {
  const year = String(date.getFullYear()).padStart(4, "0");
  const month = String(date.getMonth() + 1).padStart(2, "0");
  const day = String(date.getDate()).padStart(2, "0");
  return `${year}-${month}-${day}`;
}
