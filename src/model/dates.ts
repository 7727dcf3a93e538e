// Dates: days as ISO text, and the formats in which files write them.

import { isWeekday, monthName, monthsNamed, type NamedMonth } from "./month-names.js";

/** A day as `YYYY-MM-DD`; days compare as strings. */
export type Day = string;

/**
 * How a column writes dates: `YYYY`, `MM` or `M`, `DD` or `D`, `MMMM` (January) or `MMM` (Jan), and everything else
 * literally. Month names other than English have their language at the end: `D de MMMM de YYYY es`. If a column may be in
 * several languages: `D MMM YYYY fr or D MMMM YYYY sv`.
 */
export type DateFormat = string;

/** A value that is not a date and means "none yet": `TBD`, `-`, `___`, `n/a`, `?`, `(TBC)`, `[date]`, `YYYY-MM-DD`. */
export function isPlaceholder(text: string): boolean {
  return (
    /^(?:[-–—_.…·/?\s]*|\(?(?:tb[acd]|n\/a|none|null|nil|待定|未定|미정)\)?|\[(?:date|data|datum|fecha|дата|日期|日付|날짜)\])$/i.test(
      text,
    ) || /^(?:[YAJГ]{2,4}|[MМ]{1,4}|[DJTД]{1,2})(?:[-./, ]+(?:[YAJГ]{2,4}|[MМ]{1,4}|[DJTД]{1,2})){2}$/i.test(text)
  );
}

interface Shape {
  readonly pattern: RegExp;
  /** What each group is: a year, month, day or month name; day or month (`?`); or a separator (`*`). */
  readonly parts: string;
}

/** Anything that may be the name of a month; some of Arabic are two words. */
const name = "([^\\s\\d,/()-]{1,20}?(?: ال[^\\s\\d,/()-]{1,10})?)\\.?";
const afterYear = "(?: ?(?:г|р|года|року)\\.?)?";

const shapes: readonly Shape[] = [
  { pattern: /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/, parts: "Y*MD" },
  { pattern: new RegExp(`^(\\d{1,2})(\\. ?)(\\d{1,2})\\2(\\d{4})${afterYear}$`), parts: "D*MY" },
  { pattern: /^(\d{1,2})([/-])(\d{1,2})\2(\d{4})$/, parts: "?*?Y" },
  { pattern: /^(\d{4})(\. ?)(\d{1,2})\2(\d{1,2})\.$/, parts: "Y*MD" },
  { pattern: /^(\d{4}) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日号號일]$/, parts: "YMD" },
  { pattern: new RegExp(`^(\\d{1,2})([-/])${name}\\2(\\d{4})$`), parts: "D*NY" },
  {
    pattern: new RegExp(`^(?:den )?(\\d{1,2})\\.? (?:de )?${name},? (?:del? )?(\\d{4})${afterYear}$`, "i"),
    parts: "DNY",
  },
  { pattern: new RegExp(`^${name} (\\d{1,2}),? (\\d{4})$`), parts: "NDY" },
  { pattern: new RegExp(`^(\\d{4})(\\.? |-)${name}(?: |-)(\\d{1,2})\\.?$`), parts: "Y*ND" },
  { pattern: /^(?:ngày )?(\d{1,2}) (?:tháng|thg) (\d{1,2})(?:,| năm) (\d{4})$/i, parts: "DMY" },
];

const englishWeekday =
  "(?:(?:mon|tues?|wed(?:nes)?|thu(?:r|rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?|(?:星期|周|週)?[一二三四五六日天月火水木金土](?:曜日?)?|[월화수목금토일](?:요일)?)";
const weekdayBefore = new RegExp(`^${englishWeekday}(?:, ?| )(?=\\d|[a-z])`, "i");
const weekdayAfter = new RegExp(
  `(?:,? ${englishWeekday}| ?\\(${englishWeekday}\\)|（${englishWeekday}）|(?:星期|周|週)[一二三四五六日天]|[月火水木金土日]曜日)$`,
  "i",
);
const time =
  /(?:T|,? (?:(?:at|um|kl\.?|klo|a las|à|às|alle|в|о) )?)\d{1,2}[:h]\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?(?:[ap]m|h|Uhr|Z|UTC|GMT|[+-]\d{2}:?\d{2}))?$/i;

const maxDateLength = 60;

/** The date without a weekday or time next to it, and without the `th` of `4th`. */
function bareDate(text: string): string {
  if (text.length > maxDateLength) return "";
  if (/^[\d./-]*$/.test(text) || shapeOf(text)) return text;
  const bare = text
    .replace(time, "")
    .replace(weekdayAfter, "")
    .replace(weekdayBefore, "")
    .replace(/(\d)(?:st|nd|rd|th|er|[º°])(?=[ ,])/i, "$1");
  return shapeOf(bare) ? bare : withoutWeekday(inAsciiDigits(bare));
}

/** The text without a weekday of any language at one of its ends, in parentheses or not. */
function withoutWeekday(text: string): string {
  for (const { index } of text.matchAll(/[,،]? |(?=[(（])/g)) {
    const before = text.slice(0, index);
    const after = text.slice(index).replace(/^[\s,،]+/, "");
    if (shapeOf(before) && isWeekday(after.replace(/[()（）]/g, ""))) return before;
    if (shapeOf(after) && isWeekday(before.replace(/[()（）]/g, ""))) return after;
  }
  return text;
}

/** The zeros of Arabic, Persian, Devanagari, Bengali and full-width digits. */
const zeros = [0x660, 0x6f0, 0x966, 0x9e6, 0xff10];

function inAsciiDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹०-९০-৯０-９]/g, (digit) => {
    const value = zeros.map((zero) => digit.charCodeAt(0) - zero).find((distance) => distance >= 0 && distance < 10);
    return String(value);
  });
}

function shapeOf(text: string): { readonly groups: readonly string[]; readonly parts: string } | null {
  for (const { pattern, parts } of shapes) {
    const groups = pattern.exec(text)?.slice(1);
    if (groups && (!parts.includes("N") || monthsNamed(groups[parts.indexOf("N")] ?? "").length > 0))
      return { groups, parts };
  }
  return null;
}

/** Whether the text is only a date, without a weekday or time next to it. */
export function isBareDate(text: string): boolean {
  return bareDate(text) === text;
}

/** One possible reading of a date. */
export interface DateReading {
  readonly day: Day;
  readonly format: DateFormat;
  /** The formats of other languages in which the same text is the same day. */
  readonly otherFormats: readonly DateFormat[];
}

const none: readonly DateFormat[] = [];

/**
 * Every possible reading of a text as a date: none if it is not a date, two for `05/06/2026` (first as 5 June, then as
 * 6 May).
 */
export function dateReadings(written: string): DateReading[] {
  // Most dates are ISO dates, and a large file has thousands: this path takes a tenth of the time.
  if (/^20\d{2}-\d{2}-\d{2}$/.test(written))
    return isDay(written) ? [{ day: written, format: "YYYY-MM-DD", otherFormats: none }] : [];
  const text = bareDate(written);
  const shape = shapeOf(text);
  if (!shape) return [];
  const { groups, parts } = shape;
  if (parts.includes("?")) return ["D*MY", "M*DY"].flatMap((order) => readAs(text, groups, { parts: order }));
  if (!parts.includes("N")) return readAs(text, groups, { parts });
  const named = monthsNamed(groups[parts.indexOf("N")] ?? "").flatMap((named) =>
    readAs(text, groups, { parts, named }),
  );
  const all = preferred(preferred(named, isUsual), ({ day, format }) => formatDay(day, format) === text);
  const days = new Set(all.map(({ day }) => day));
  return [...days].flatMap((day) => {
    const [first, ...others] = all.filter((reading) => reading.day === day);
    return first ? [{ ...first, otherFormats: others.map(({ format }) => format) }] : [];
  });
}

function preferred(readings: DateReading[], isBetter: (reading: DateReading) => boolean): DateReading[] {
  const better = readings.filter(isBetter);
  return better.length > 0 ? better : readings;
}

/** Whether the words and periods next to the month name are those of its language. */
function isUsual({ format }: DateReading): boolean {
  if (/ del? /.test(format)) return / (?:es|pt)$/.test(format);
  if (format.startsWith("den ")) return / (?:sv|no|da)$/.test(format);
  return !format.includes("D. ") || languageOf(format) !== "en";
}

/** Whether a text has the form of a date, even if the calendar has no such day. */
export function isDateShaped(text: string): boolean {
  return shapeOf(bareDate(text)) !== null;
}

interface Parts {
  readonly parts: string;
  readonly named?: NamedMonth;
}

function readAs(text: string, groups: readonly string[], { parts, named }: Parts): DateReading[] {
  let format = text;
  const values = { Y: 0, M: named?.month ?? 0, D: 0 };
  // From right to left, so replacements do not shift the offsets still to be used.
  let upTo = text.length;
  const isPadded = writesZeros(groups, parts);
  for (let index = groups.length - 1; index >= 0; index--) {
    const group = groups[index] ?? "";
    const part = parts[index];
    if (part === undefined || part === "*") continue;
    const at = text.lastIndexOf(group, upTo - group.length);
    upTo = at;
    const token = part === "Y" ? "YYYY" : part === "N" ? (named?.token ?? "") : isPadded ? part + part : part;
    format = format.slice(0, at) + token + format.slice(at + group.length);
    if (part === "Y" || part === "M" || part === "D") values[part] = Number(group);
  }
  const day = isGregorianYear(values.Y) ? dayOf(values.Y, values.M, values.D) : null;
  const language = named && named.language !== "en" ? ` ${named.language}` : "";
  return day === null ? [] : [{ day, format: format + language, otherFormats: none }];
}

/**
 * Whether a year can be of the Gregorian calendar. In a roadmap, 1404 is of the Persian or Islamic one and 2569 of the
 * Buddhist one, and would be taken for a day centuries away.
 */
function isGregorianYear(year: number): boolean {
  return !(year >= 1300 && year < 1500) && !(year >= 2440 && year < 2700);
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

/** The date of a year, a month (1-12) and a day of the month; null if the calendar has no such day. */
export function dayOf(year: number, month: number, day: number): Day | null {
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** Whether the text is a date of the calendar, as `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
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
    dateReadings(formatDay(sampleDay, text)).some(
      ({ day, format, otherFormats }) => day === sampleDay && [format, ...otherFormats].includes(text),
    )
  );
}

/** Its day could also be a month, so a format in an unusual order (`YYYY-DD-MM`) does not read back as this day. */
const sampleDay = "2033-04-05";

const languageAtEnd = / ([a-z]{2})$/;

function languageOf(format: DateFormat): string {
  return languageAtEnd.exec(format)?.[1] ?? "en";
}

/** The format apart from the language and the length of its month names. */
export function patternOf(format: DateFormat): string {
  return format.replace(languageAtEnd, "").replace("MMMM", "MMM");
}

/** One format for dates that are in all of these formats: the first of each language, or English if it is one of them. */
export function commonFormat(formats: readonly DateFormat[]): DateFormat | null {
  const byLanguage = new Map<string, DateFormat>();
  for (const format of formats) if (!byLanguage.has(languageOf(format))) byLanguage.set(languageOf(format), format);
  return byLanguage.get("en") ?? ([...byLanguage.values()].join(" or ") || null);
}

/** Writes a date in the given format; as an ISO date if it may be in several languages and they differ. */
export function formatDay(day: Day, format: DateFormat): string {
  const [text, another] = new Set(format.split(" or ").map((one) => formatIn(languageOf(one), day, one)));
  return text === undefined || another !== undefined ? day : text;
}

function formatIn(language: string, day: Day, format: string): string {
  const [year = "", month = "", dayOfMonth = ""] = day.split("-");
  return format.replace(languageAtEnd, "").replace(/YYYY|MMM\.|M{1,4}|DD?/g, (token) => {
    if (token === "YYYY") return year;
    if (token === "MM") return month;
    if (token === "M") return String(Number(month));
    if (token === "DD") return dayOfMonth;
    if (token === "D") return String(Number(dayOfMonth));
    const full = monthName(language, Number(month), "MMMM");
    if (token === "MMMM") return full;
    const short = monthName(language, Number(month), "MMM");
    // A name that is not shortened needs no period.
    return token === "MMM." && short !== full ? `${short}.` : short;
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
