// Date column: how a date column writes its days, and what each of its cells says.

import { type DateFormat, type DateReading, type Day, dateReadings, isOrderUnclear, isPlaceholder } from "./dates.js";
import type { ColumnDates } from "./roadmap.js";

/** What a date cell says: a day, nothing, something that is no date, or a date whose order cannot be told. */
export type DateCell = { readonly day: Day | null; readonly trouble: "none" | "unreadable" | "unclear" };

export interface DateColumn {
  readonly format: ColumnDates;
  readonly read: (text: string) => DateCell;
}

const nothing: DateCell = { day: null, trouble: "none" };

/**
 * How one column of one table writes dates. Whether `05/06/2026` begins with the day is decided by another value
 * of the column that can be read in one way only, or by the front matter; else nobody can tell.
 * @param counts how often each text stands in it
 */
export function readDateColumn(counts: ReadonlyMap<string, number>, asked: DateFormat | null): DateColumn {
  const distinct = new Map<string, DateReading[]>();
  for (const text of counts.keys()) distinct.set(text, isPlaceholder(text) ? [] : dateReadings(text));
  const order = asked && isOrderUnclear(asked) ? asked.charAt(0) : orderOf([...distinct.values()]);
  const choose: Choose = (readings) => inOrder(readings, order);
  const cells = new Map<string, DateCell>();
  const isUnclear = [...distinct.values()].some((readings) => readings.length > 1 && choose(readings) === null);
  return {
    format: asked ?? (isUnclear ? "unclear" : mostUsedFormat(counts, (text) => choose(distinct.get(text) ?? []))),
    read(text) {
      const known = cells.get(text);
      if (known) return known;
      const cell = cellOf(text, distinct.get(text) ?? dateReadings(text), choose);
      cells.set(text, cell);
      return cell;
    },
  };
}

type Choose = (readings: readonly DateReading[]) => DateReading | null;

function cellOf(text: string, readings: readonly DateReading[], choose: Choose): DateCell {
  if (text === "" || isPlaceholder(text)) return nothing;
  if (readings.length === 0) return { day: null, trouble: "unreadable" };
  const chosen = choose(readings);
  return chosen ? { day: chosen.day, trouble: "none" } : { day: null, trouble: "unclear" };
}

/** `D` or `M`, whichever comes first in the values that leave no choice; null when none does or they disagree. */
function orderOf(values: readonly DateReading[][]): string | null {
  const firsts = new Set<string>();
  for (const [only, another] of values) {
    if (only && !another && isOrderUnclear(only.format)) firsts.add(only.format.charAt(0));
  }
  const [first, second] = firsts;
  return first !== undefined && second === undefined ? first : null;
}

function inOrder(readings: readonly DateReading[], order: string | null): DateReading | null {
  const [first, second] = readings;
  if (!first || !second) return first ?? null;
  if (order !== null) return readings.find(({ format }) => format.startsWith(order)) ?? null;
  return first.day === second.day ? first : null;
}

function mostUsedFormat(
  texts: ReadonlyMap<string, number>,
  choose: (text: string) => DateReading | null,
): DateFormat | null {
  const counts = new Map<DateFormat, number>();
  for (const [text, times] of texts) {
    const format = choose(text)?.format;
    if (format !== undefined) counts.set(format, (counts.get(format) ?? 0) + times);
  }
  let best: DateFormat | null = null;
  for (const [format, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = format;
  return best;
}
