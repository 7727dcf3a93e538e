// Weeks: ISO weeks, which begin on a Monday, by a running number.

import { type Day, dayFromNumber, dayNumber } from "./dates.js";

/** Weeks since the week of 1970-01-01; negative before. */
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
export function firstFullWeek(day: Day): Week {
  return Math.floor((dayNumber(day) + mondayOffset + 6) / 7);
}
