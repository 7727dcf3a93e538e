// Date columns: the date format of a column, and what each of its cells means.

import { byKind, type DayKind, dayKinds } from "./columns.js";
import {
  commonFormat,
  type DateFormat,
  type DateReading,
  type Day,
  dateReadings,
  isPlaceholder,
  orderOfFormat,
  readingInOrder,
} from "./dates.js";
import type { ColumnDates } from "./roadmap.js";

/**
 * What a date cell contains: a date (perhaps with an order inferred from another column), nothing, no date, or a date
 * of unclear order.
 */
export type DateCell = { readonly day: Day | null; readonly trouble: "none" | "inferred" | "unreadable" | "unclear" };

export interface DateColumn {
  readonly format: ColumnDates;
  readonly read: (text: string) => DateCell;
}

interface DateColumnContext {
  /** The format set in the front matter. */
  readonly configured: DateFormat | null;
  /** The texts of the other date columns of the table, which decide the order if this one does not. */
  readonly otherTexts: readonly string[];
}

const nothing: DateCell = { day: null, trouble: "none" };

/**
 * All date columns of one table.
 * @param counts how often each text occurs in each
 */
export function readDateColumns(
  counts: Readonly<Record<DayKind, ReadonlyMap<string, number>>>,
  configured: DateFormat | null,
): Readonly<Record<DayKind, DateColumn>> {
  return byKind(dayKinds, (kind) => {
    const otherTexts = dayKinds.filter((other) => other !== kind).flatMap((other) => [...counts[other].keys()]);
    return readDateColumn(counts[kind], { configured, otherTexts });
  });
}

/**
 * How one column of one table writes dates. Whether `05/06/2026` begins with the day is decided by the front matter, by
 * another value of the column with only one reading, or by the other date columns; otherwise it is unclear.
 * @param counts how often each text occurs in the column
 */
function readDateColumn(
  counts: ReadonlyMap<string, number>,
  { configured, otherTexts }: DateColumnContext,
): DateColumn {
  const distinct = new Map<string, DateReading[]>();
  for (const text of counts.keys()) distinct.set(text, readingsOf(text));
  const values = [...distinct.values()];
  const known = orderOfFormat(configured) ?? orderIn(values);
  const isOpen = known === null && values.some((readings) => readings.length > 1 && !readingInOrder(readings, null));
  const inferred = isOpen ? orderIn(otherTexts.map(readingsOf)) : null;
  const order = orderOrNull(known ?? inferred);
  const choose: Choose = (readings) => readingInOrder(readings, order);
  const isUnclear = values.some((readings) => readings.length > 1 && choose(readings) === null);
  const isInferred = inferred !== null && order !== null;
  return {
    format: configured ?? (isUnclear ? "unclear" : mostUsedFormat(counts, (text) => choose(distinct.get(text) ?? []))),
    read: (text) => cellOf(text, distinct.get(text) ?? dateReadings(text), { choose, isInferred }),
  };
}

function readingsOf(text: string): DateReading[] {
  return isPlaceholder(text) ? [] : dateReadings(text);
}

type Choose = (readings: readonly DateReading[]) => DateReading | null;

function cellOf(
  text: string,
  readings: readonly DateReading[],
  { choose, isInferred }: { choose: Choose; isInferred: boolean },
): DateCell {
  if (text === "" || isPlaceholder(text)) return nothing;
  if (readings.length === 0) return { day: null, trouble: "unreadable" };
  const chosen = choose(readings);
  if (!chosen) return { day: null, trouble: "unclear" };
  const isKnown = !isInferred || readingInOrder(readings, null) !== null;
  return { day: chosen.day, trouble: isKnown ? "none" : "inferred" };
}

/** Whether the day or the month comes first, if the value allows only one; otherwise null. */
export function orderShown(readings: readonly DateReading[]): "D" | "M" | null {
  const [only, another] = readings;
  return only && !another ? orderOfFormat(only.format) : null;
}

/** Whether the day or the month comes first, judged by the unambiguous values; null if there are none. */
function orderIn(values: readonly DateReading[][]): "D" | "M" | "both" | null {
  const shown = new Set(values.map(orderShown));
  if (shown.has("D")) return shown.has("M") ? "both" : "D";
  return shown.has("M") ? "M" : null;
}

function orderOrNull(order: "D" | "M" | "both" | null): "D" | "M" | null {
  return order === "both" ? null : order;
}

function mostUsedFormat(
  texts: ReadonlyMap<string, number>,
  choose: (text: string) => DateReading | null,
): DateFormat | null {
  const counts = new Map<DateFormat, number>();
  const count = (format: DateFormat, times: number) => counts.set(format, (counts.get(format) ?? 0) + times);
  for (const [text, times] of texts) {
    const reading = choose(text);
    if (!reading) continue;
    count(reading.format, times);
    for (const format of reading.otherFormats) count(format, times);
  }
  const most = Math.max(...counts.values());
  return commonFormat([...counts].filter(([, times]) => times === most).map(([format]) => format));
}
