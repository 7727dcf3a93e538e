// Time scale: maps days to columns, with labels for weeks, months or years.

import { type Day, dayFromNumber, dayNumber, dayOf, formatDay } from "../model/dates.js";
import { mondayOf, weekOf } from "../model/pace/throughput.js";

export interface TimeScale {
  readonly columns: number;
  readonly daysPerColumn: number;
  /** Where a day begins, counted from 0; days outside the scale are placed at its ends. */
  columnOf(day: Day): number;
  /** Where it ends. */
  endColumnOf(day: Day): number;
}

/** Maps these days to this many columns, even if a day gets several of them. */
export function timeScale({ from, to }: { from: Day; to: Day }, columns: number): TimeScale {
  const first = dayNumber(from);
  const daysPerColumn = (dayNumber(to) - first + 1) / columns;
  const columnAt = (days: number) => Math.min(columns - 1, Math.max(0, Math.floor(days / daysPerColumn)));
  return {
    columns,
    daysPerColumn,
    columnOf: (day) => columnAt(dayNumber(day) - first + tiny),
    endColumnOf: (day) => columnAt(dayNumber(day) - first + 1 - tiny),
  };
}

/** In days: compensates for rounding errors of divisions. */
const tiny = 1e-6;

interface Unit {
  /** Its approximate length in days. */
  readonly days: number;
  readonly labelLength: number;
  /** The first day of the unit that contains the day, and of the next one; null after the end of the calendar. */
  start(day: Day): Day;
  next(start: Day): Day | null;
  label(start: Day): string;
  /** Whether the label applies to all its days, so it can be shown if only a part of the unit is. */
  readonly isNameOfAll: boolean;
}

const oneDay: Unit = {
  days: 1,
  labelLength: 6,
  start: (day) => day,
  next: (start) => dayFromNumber(dayNumber(start) + 1),
  label: (start) => formatDay(start, "D MMM"),
  isNameOfAll: false,
};

const week: Unit = {
  days: 7,
  labelLength: 6,
  start: (day) => mondayOf(weekOf(day)),
  next: (start) => dayFromNumber(dayNumber(start) + 7),
  label: (start) => formatDay(start, "D MMM"),
  isNameOfAll: false,
};

/** January is labeled with its year. */
const months = (count: number): Unit => ({
  days: 30.4 * count,
  labelLength: 4,
  start(day) {
    const month = Number(day.slice(5, 7));
    return `${day.slice(0, 5)}${String(month - ((month - 1) % count)).padStart(2, "0")}-01`;
  },
  next(start) {
    const month = Number(start.slice(5, 7)) + count;
    return dayOf(Number(start.slice(0, 4)) + (month > 12 ? 1 : 0), month > 12 ? month - 12 : month, 1);
  },
  label: (start) => (start.slice(5, 7) === "01" ? start.slice(0, 4) : formatDay(start, "MMM")),
  isNameOfAll: count === 1,
});

const years = (count: number): Unit => ({
  days: 365.25 * count,
  labelLength: 4,
  start: (day) => dayOf(Math.max(1, Number(day.slice(0, 4)) - (Number(day.slice(0, 4)) % count)), 1, 1) ?? day,
  next(start) {
    const year = Number(start.slice(0, 4));
    return year + count > 9999 ? null : dayOf(year - (year % count) + count, 1, 1);
  },
  label: (start) => start.slice(0, 4),
  isNameOfAll: count === 1,
});

const units: readonly Unit[] = [
  oneDay,
  week,
  months(1),
  months(3),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].map(years),
];

/** One line of labels, each at the start of its week, month or year; the smallest unit whose labels fit. */
export function scaleLabels({ from, to }: { from: Day; to: Day }, scale: TimeScale): string {
  const unit = units.find(({ days, labelLength }) => days / scale.daysPerColumn >= labelLength + 1) ?? years(1000);
  let line = "";
  for (let start: Day | null = unit.start(from); start !== null && start <= to; start = unit.next(start)) {
    const column = scale.columnOf(start);
    const label = unit.label(start);
    const end = column + label.length;
    const hasRoom = start < from ? unit.isNameOfAll && end < endOf(unit, start, scale) : end <= scale.columns;
    if (hasRoom && (line === "" || column > line.length)) line = line.padEnd(column) + label;
  }
  return line;
}

function endOf(unit: Unit, start: Day, scale: TimeScale): number {
  const next = unit.next(start);
  return next === null ? scale.columns : scale.columnOf(next);
}
