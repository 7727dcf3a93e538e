// Burn-up chart: where its lines, labels and marks are, for whatever draws it.

import { type Day, dayFromNumber, dayNumber } from "../../model/dates.js";
import type { BurnUpPoint } from "../../model/pace/burn-up.js";
import { shortDay, shortMonth } from "../day-words.js";

/** The part of the picture that has the lines, in pixels. */
interface Plot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** What is left of each phase in order, and the dates of the forecast. */
interface ExpectedGroup {
  readonly left: number;
  readonly half: Day | null;
  readonly most: Day | null;
}

interface Charted {
  /** Of at least two days. */
  readonly points: readonly BurnUpPoint[];
  /** Empty without a forecast. */
  readonly groups: readonly ExpectedGroup[];
}

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Lines are the data of an SVG path. */
interface BurnUpChart {
  readonly done: string;
  /** Below `done`. */
  readonly area: string;
  readonly total: string;
  readonly counts: readonly { readonly count: number; readonly y: number }[];
  readonly dates: readonly { readonly text: string; readonly x: number; readonly isRight: boolean }[];
  /** Where the chart is today, and whether there is no room for words to its right. */
  readonly today: Place & { readonly done: number; readonly isRight: boolean };
  /** Null without a forecast. */
  readonly expected: (Place & { readonly line: string; readonly day: Day }) | null;
  /** From the dates that are 50% likely to those that are 85% likely; null if they are the same. */
  readonly likely: string | null;
}

export function burnUpChart({ points, groups }: Charted, plot: Plot): BurnUpChart | null {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || first === last) return null;
  const course = courseOf(last, groups);
  const scale = scaleFor(points, { from: first.day, to: course.at(-1)?.most ?? last.day }, plot);
  const { x, y } = scale;
  const stairs = (height: (point: BurnUpPoint) => number) =>
    points
      .map((point, index) => `${index === 0 ? `M${x(point.day)},` : `H${x(point.day)}V`}${y(height(point))}`)
      .join("");
  const done = stairs((point) => point.done);
  return {
    done,
    area: `${done}V${plot.bottom}H${plot.left}Z`,
    total: `${stairs((point) => point.total)}H${plot.right}`,
    counts: countLabels(scale),
    dates: dateLabels(scale, plot),
    today: { x: x(last.day), y: y(last.done), done: last.done, isRight: x(last.day) > plot.right - 70 },
    expected: expectedLine(last, course, scale),
    likely: likelyArea(last, course, scale),
  };
}

interface Scale {
  readonly from: Day;
  readonly to: Day;
  readonly most: number;
  x(day: Day): number;
  y(count: number): number;
}

/** By when this many are expected to be done. */
interface Expected {
  readonly half: Day;
  readonly most: Day;
  readonly count: number;
}

/** The end of each phase, as long as it is within reach. */
function courseOf({ done }: BurnUpPoint, groups: readonly ExpectedGroup[]): Expected[] {
  let count = done;
  const course: Expected[] = [];
  for (const { left, half, most } of groups) {
    count += left;
    if (left > 0 && half !== null && most !== null) course.push({ half, most, count });
  }
  return course;
}

function scaleFor(points: readonly BurnUpPoint[], days: { from: Day; to: Day }, plot: Plot): Scale {
  const most = points.reduce((sum, { total }) => Math.max(sum, total), 1);
  const start = dayNumber(days.from);
  const length = (dayNumber(days.to) - start) * 1.025;
  const [across, up] = [plot.right - plot.left, plot.bottom - plot.top];
  return {
    from: days.from,
    to: dayFromNumber(Math.floor(start + length)),
    most,
    x: (day) => rounded(plot.left + ((dayNumber(day) - start) / length) * across),
    y: (count) => rounded(plot.bottom - (count / most) * up),
  };
}

/** Without digits that make no visible difference. */
function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

function likelyArea(last: BurnUpPoint, course: readonly Expected[], { x, y }: Scale): string | null {
  if (course.every(({ half, most }) => half === most)) return null;
  const there = course.map(({ half, count }) => `L${x(half)},${y(count)}`);
  const back = course.toReversed().map(({ most, count }) => `L${x(most)},${y(count)}`);
  return `M${x(last.day)},${y(last.done)}${there.join("")}${back.join("")}Z`;
}

function expectedLine(last: BurnUpPoint, course: readonly Expected[], { x, y }: Scale): BurnUpChart["expected"] {
  const end = course.at(-1);
  if (!end) return null;
  const line = course.map(({ half, count }) => `L${x(half)},${y(count)}`).join("");
  return { line: `M${x(last.day)},${y(last.done)}${line}`, x: x(end.half), y: y(end.count), day: end.half };
}

// The axes.

function countLabels({ most, y }: Scale): BurnUpChart["counts"] {
  const step = stepFor(most);
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, index) => {
    return { count: index * step, y: y(index * step) };
  });
}

/** 1, 2 or 5, times a power of ten: at most four steps. */
function stepFor(most: number): number {
  for (let power = 1; ; power *= 10) {
    const step = [1, 2, 5].map((digit) => digit * power).find((size) => most / size <= 4);
    if (step !== undefined) return step;
  }
}

/** Room for the name of a month. */
const labelWidth = 53;

/** Months, or years; the first and last day of a time without two months. */
function dateLabels({ from, to, x }: Scale, { left, right }: Plot): BurnUpChart["dates"] {
  const firsts = monthsBetween(from, to);
  if (firsts.length < 2)
    return [
      { text: shortDay(from), x: x(from), isRight: false },
      { text: shortDay(to), x: x(to), isRight: true },
    ];
  const most = Math.floor((right - left) / labelWidth);
  const step = [1, 2, 3, 6, 12, 24, 60, 120].find((size) => firsts.length / size <= most) ?? 600;
  return firsts
    .filter((day) => (12 * Number(day.slice(0, 4)) + Number(day.slice(5, 7)) - 1) % step === 0)
    .filter((day) => x(day) < right - 26)
    .map((day) => ({ text: day.slice(5, 7) === "01" ? day.slice(0, 4) : shortMonth(day), x: x(day), isRight: false }));
}

/** The first days of the months. */
function monthsBetween(from: Day, to: Day): Day[] {
  const [year = 0, month = 1] = from.split("-").map(Number);
  const [lastYear = 0, lastMonth = 1] = to.split("-").map(Number);
  const count = 12 * (lastYear - year) + lastMonth - month + 1;
  return Array.from({ length: count }, (_, index) => {
    const number = month - 1 + index;
    return `${year + Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, "0")}-01`;
  }).filter((day) => day >= from);
}
