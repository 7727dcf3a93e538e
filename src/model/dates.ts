// Dates: days as ISO text, and the formats in which files write them.

/** A day as `YYYY-MM-DD`; days compare as strings. */
export type Day = string;

/**
 * How a column writes dates: `YYYY`, `MM` or `M`, `DD` or `D`, `MMMM` (January) or `MMM` (Jan), and everything else
 * literally.
 */
export type DateFormat = string;

/** A value that is not a date and means "none yet": `TBD`, `-`, `___`, `n/a`, `?`, `(TBC)`, `YYYY-MM-DD`. */
export function isPlaceholder(text: string): boolean {
  return (
    /^(?:[-–—_.?/\s]*|\(?(?:tb[acd]|n\/a|none|null|nil)\)?)$/i.test(text) ||
    /^(?:Y{2,4}|M{1,4}|D{1,2})(?:[-./, ]+(?:Y{2,4}|M{1,4}|D{1,2})){2}$/i.test(text)
  );
}

const monthNames = [
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

const shapes: readonly { readonly pattern: RegExp; readonly parts: string }[] = [
  { pattern: /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/, parts: "Y*MD" },
  { pattern: /^(\d{1,2})(\.)(\d{1,2})\2(\d{4})$/, parts: "D*MY" },
  { pattern: /^(\d{1,2})([/-])(\d{1,2})\2(\d{4})$/, parts: "?*?Y" },
  { pattern: /^(\d{4})(\. ?)(\d{1,2})\2(\d{1,2})\.$/, parts: "Y*MD" },
  { pattern: /^(\d{4})年 ?(\d{1,2})月 ?(\d{1,2})日$/, parts: "YMD" },
  { pattern: /^(\d{1,2})([ -])([A-Za-z]{3,9})\.?\2(\d{4})$/, parts: "D*NY" },
  { pattern: /^(\d{1,2}) ([A-Za-z]{3,9})\.?, (\d{4})$/, parts: "DNY" },
  { pattern: /^([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})$/, parts: "NDY" },
];

const weekday =
  "(?:(?:mon|tues?|wed(?:nes)?|thu(?:r|rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?|(?:星期|周|週)?[一二三四五六日天月火水木金土](?:曜日?)?|[월화수목금토일](?:요일)?)";
const weekdayBefore = new RegExp(`^${weekday}(?:, ?| )(?=\\d|[a-z])`, "i");
const weekdayAfter = new RegExp(
  `(?:,? ${weekday}| ?\\(${weekday}\\)|（${weekday}）|(?:星期|周|週)[一二三四五六日天]|[月火水木金土日]曜日)$`,
  "i",
);
const time = /(?:T|,? (?:at )?)\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?(?:[ap]m|Z|UTC|GMT|[+-]\d{2}:?\d{2}))?$/i;

const maxDateLength = 60;

/** The date without a weekday or time next to it, and without the `th` of `4th`. */
function bareDate(text: string): string {
  if (text.length > maxDateLength) return "";
  if (!/[A-Za-z()（）:一-龥가-힣]/.test(text)) return text;
  return text
    .replace(time, "")
    .replace(weekdayAfter, "")
    .replace(weekdayBefore, "")
    .replace(/(\d)(?:st|nd|rd|th)\b/i, "$1");
}

/** Whether the text is only a date, without a weekday or time next to it. */
export function isBareDate(text: string): boolean {
  return bareDate(text) === text;
}

/** One possible reading of a date. */
export interface DateReading {
  readonly day: Day;
  readonly format: DateFormat;
}

/**
 * Every possible reading of a text as a date: none if it is not a date, two for `05/06/2026` (first as 5 June, then as
 * 6 May).
 */
export function dateReadings(written: string): DateReading[] {
  // Most dates are ISO dates, and a large file has thousands: this path takes a tenth of the time.
  if (/^\d{4}-\d{2}-\d{2}$/.test(written)) return isDay(written) ? [{ day: written, format: "YYYY-MM-DD" }] : [];
  const text = bareDate(written);
  for (const { pattern, parts } of shapes) {
    const match = pattern.exec(text);
    if (!match) continue;
    const groups = match.slice(1);
    if (!parts.includes("?")) return readAs(text, groups, parts);
    return [...readAs(text, groups, "D*MY"), ...readAs(text, groups, "M*DY")];
  }
  return [];
}

/** Whether a text has the form of a date, even if the calendar has no such day. */
export function isDateShaped(text: string): boolean {
  return shapes.some(({ pattern, parts }) => {
    const groups = pattern.exec(bareDate(text))?.slice(1);
    const name = groups?.[parts.indexOf("N")];
    return groups !== undefined && (name === undefined || monthNumber(name) > 0);
  });
}

function readAs(text: string, groups: readonly string[], parts: string): DateReading[] {
  let format = text;
  const values = { Y: 0, M: 0, D: 0 };
  // From right to left, so replacements do not shift the offsets still to be used.
  let upTo = text.length;
  const isPadded = writesZeros(groups, parts);
  for (let index = groups.length - 1; index >= 0; index--) {
    const group = groups[index] ?? "";
    const part = parts[index];
    if (part === "*") continue;
    const at = text.lastIndexOf(group, upTo - group.length);
    upTo = at;
    const token = tokenFor(part, group, isPadded);
    if (!token) return [];
    format = format.slice(0, at) + token + format.slice(at + group.length);
    if (part === "N") values.M = monthNumber(group);
    else if (part === "Y" || part === "M" || part === "D") values[part] = Number(group);
  }
  const day = dayOf(values.Y, values.M, values.D);
  return day === null ? [] : [{ day, format }];
}

/**
 * Whether days and months below ten are zero-padded. If none is below ten: yes for numbers, no for days next to a month
 * name.
 */
function writesZeros(groups: readonly string[], parts: string): boolean {
  const short = groups.filter((_, index) => parts[index] === "D" || parts[index] === "M");
  if (short.some((group) => group.length === 1)) return false;
  return short.length === 2 || short.some((group) => group.startsWith("0"));
}

function tokenFor(part: string | undefined, group: string, isPadded: boolean): string | null {
  if (part === "Y") return "YYYY";
  if (part === "M" || part === "D") return isPadded ? part + part : part;
  if (monthNumber(group) === 0) return null;
  return group.length === 3 || /^sept$/i.test(group) ? "MMM" : "MMMM";
}

function monthNumber(name: string): number {
  const wanted = name.toLowerCase().replace(/^sept$/, "sep");
  return (
    1 + monthNames.findIndex((month) => month.toLowerCase() === wanted || month.slice(0, 3).toLowerCase() === wanted)
  );
}

/** The date of a year, a month (1-12) and a day of the month; null if the calendar has no such day. */
export function dayOf(year: number, month: number, day: number): Day | null {
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

function isDay(text: string): boolean {
  return dayOf(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))) === text;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Whether a format begins with the day or the month, if single values can be ambiguous; null for all other formats. */
export function orderOfFormat(format: DateFormat | null): "D" | "M" | null {
  if (format === null || !isOrderUnclear(format)) return null;
  return format.startsWith("D") ? "D" : "M";
}

/** The only reading, or the one in the given order; null if it is unclear or not a date. */
export function readingInOrder(readings: readonly DateReading[], order: "D" | "M" | null): DateReading | null {
  const [first, second] = readings;
  if (!first || !second) return first ?? null;
  if (order !== null) return readings.find(({ format }) => format.startsWith(order)) ?? null;
  return first.day === second.day ? first : null;
}

/** Whether the order of day and month in this format cannot be inferred from one value alone. */
function isOrderUnclear(format: DateFormat): boolean {
  return /^(?:D|M){1,2}[/-](?:D|M){1,2}[/-]YYYY$/.test(format);
}

/**
 * Whether a text is a usable format: year, month and day once each, and a written date is read back as the same date.
 */
export function isDateFormat(text: string): boolean {
  const tokens = text.match(/Y+|M+|D+/g) ?? [];
  return (
    tokens.length === 3 &&
    [...tokens].sort().every((token, index) => [/^DD?$/, /^M{1,4}$/, /^YYYY$/][index]?.test(token)) &&
    dateReadings(formatDay(sampleDay, text)).some(({ day, format }) => day === sampleDay && format === text)
  );
}

/** Its day could also be a month, so a format in an unusual order (`YYYY-DD-MM`) does not read back as this day. */
const sampleDay = "2033-04-05";

/** Writes a date in the given format. */
export function formatDay(day: Day, format: DateFormat): string {
  const [year = "", month = "", dayOfMonth = ""] = day.split("-");
  const name = monthNames[Number(month) - 1] ?? "";
  return format.replace(/YYYY|M{1,4}|DD?/g, (token) => {
    if (token === "YYYY") return year;
    if (token === "MMMM") return name;
    if (token === "MMM") return name.slice(0, 3);
    if (token === "MM") return month;
    if (token === "M") return String(Number(month));
    return token === "DD" ? dayOfMonth : String(Number(dayOfMonth));
  });
}

/** Days since 1970-01-01 in the Gregorian calendar (Howard Hinnant, "chrono-compatible low-level date algorithms"). */
export function dayNumber(day: Day): number {
  const [year = 0, month = 1, dayOfMonth = 1] = day.split("-").map(Number);
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

/** The date this many days after 1970-01-01; the inverse of `dayNumber`. */
export function dayFromNumber(number: number): Day {
  const shifted = number + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9);
  const dayOfMonth = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  return dayOf(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfMonth) ?? "1970-01-01";
}

/** The number of days between two dates; negative if `to` is earlier. */
export function elapsedDays(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}
