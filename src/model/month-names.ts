// Month names and weekdays, as dates are written in each language that has status words.

import { findInTable } from "../text/word-table.js";
import { englishMonths, foreignMonths, foreignWeekdays } from "./languages.js";
import { monthKey } from "./month-languages.js";

/** How the name of a month is written: `MMMM` in full, `MMM` in short. */
type MonthToken = "MMMM" | "MMM";

/** One meaning of a name: a month (1-12) in a language. */
export interface NamedMonth {
  readonly language: string;
  readonly month: number;
  readonly token: MonthToken;
}

/** The languages in which this is the name of a month, English first, short before full. */
export function monthsNamed(name: string): readonly NamedMonth[] {
  const found = find(monthKey(name));
  return found === undefined ? [] : found.split(" ").map(namedMonth);
}

function namedMonth(code: string): NamedMonth {
  const [language = "", month, token] = code.split(":");
  return { language, month: Number(month), token: token === "MMM" ? "MMM" : "MMMM" };
}

/** The name of a month (1-12); empty for an unknown language. */
export function monthName(language: string, month: number, token: MonthToken): string {
  return find(`${language}:${month}:${token}`) ?? "";
}

export function isWeekday(text: string): boolean {
  // In Thai, "day" may precede the name, and "the" of an ordinal follow it.
  return findInTable(foreignWeekdays(), monthKey(text.replace(/^วัน|ที่$/g, ""))) !== undefined;
}

function find(key: string): string | undefined {
  return findInTable(englishMonths(), key) ?? findInTable(foreignMonths(), key);
}
