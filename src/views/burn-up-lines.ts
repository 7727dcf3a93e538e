// Burn-up lines: done and total over time as an area, and how it is expected to go on.

import type { Day } from "../model/dates.js";
import type { BurnUp, BurnUpPoint } from "../model/pace/burn-up.js";
import { percent } from "../model/progress.js";
import { counted } from "../text/plural.js";
import { widthInColumns } from "../text/width.js";
import { type Canvas, textWidth } from "./canvas.js";
import { dayText } from "./day-words.js";
import { rate, wayToDates } from "./pace-words.js";
import { scaleLabels, type TimeScale, timeScale } from "./time-scale.js";
import { messageLines, wrapText } from "./wrap.js";

/** If the output is not a terminal. */
const defaultWidth = 80;
const minWidthForDate = 60;

/** The day by which everything is likely done, and the pace that leads there. */
export interface ExpectedEnd {
  readonly day: Day;
  readonly perWeek: number;
}

interface BurnUpView extends BurnUp {
  /** The requested first day of the chart. */
  readonly since?: Day | undefined;
  readonly expected: ExpectedEnd | null;
}

export function burnUpLines(view: BurnUpView, canvas: Canvas): string[] {
  const { points, done, total, by, expected } = view;
  const { paint } = canvas;
  const width = Math.min(textWidth, canvas.width === Number.POSITIVE_INFINITY ? defaultWidth : canvas.width);
  const room = { ...canvas, width };
  const [first] = points;
  const last = points.at(-1);
  if (!first || !last) return unknownLines(view, room);
  const summary = `${done} of ${counted(total, by)} done`;
  const share = `${percent({ done, total })}%`;
  if (first === last) {
    const missing = `only one date is known (${dayText(first.day, first.day, canvas)}): a chart needs at least two`;
    return [...messageLines([`${summary}, ${share}`, missing], room), ...gapLines(view, room)];
  }
  const end = expected ? `50% likely by ${dayText(expected.day, last.day, canvas)}` : "";
  const space = width - summary.length - 2 - share.length - end.length;
  const hasEnd = end !== "" && width >= minWidthForDate && space >= 2;
  const head = `${paint.head(summary)}  ${paint.dim(share)}${hasEnd ? " ".repeat(space) + end : ""}`;
  const title = summary.length + 2 + share.length <= width ? [head] : wrapText(summary, width);
  return [
    ...title,
    "",
    ...chartLines(view, { first, last }, room),
    "",
    ...legendLines(view, first.day, room),
    ...gapLines(view, room),
  ];
}

interface Ends {
  readonly first: BurnUpPoint;
  readonly last: BurnUpPoint;
}

/** Rows from the highest to the lowest, the axis, and the months. */
function chartLines({ points, expected }: BurnUpView, { first, last }: Ends, canvas: Canvas): string[] {
  const { paint, signs, width } = canvas;
  const { heights, axis, total: totalSign, expected: expectedSign } = signs.chart;
  const most = points.reduce((highest, point) => Math.max(highest, point.total), 1);
  const forLabels = Math.max(2, `${most}`.length) + 1;
  const columns = Math.max(1, width - forLabels - 2);
  const range = { from: first.day, to: expected && expected.day > last.day ? expected.day : last.day };
  const scale = timeScale(range, columns);
  const rows = width < minWidthForDate ? 6 : 8;
  const present = scale.endColumnOf(last.day);
  const heightOf = (count: number) => (rows * count) / most;
  const done = valuesAt(points, scale, "done").map(heightOf);
  const totals = valuesAt(points, scale, "total").map(heightOf);
  const course = (column: number) => {
    const share = present === columns - 1 ? 1 : (column - present) / (columns - 1 - present);
    return heightOf(last.done + (last.total - last.done) * share);
  };
  const cell = (row: number, column: number): string => {
    const isPast = column <= present;
    const over = (isPast ? (done[column] ?? 0) : course(column)) - row;
    if (isPast && over > 0) {
      const index = Math.min(heights.length, Math.round(over * heights.length)) - 1;
      if (index >= 0) return paint.done(heights.charAt(index));
    }
    if (!isPast && over >= 0.5) return paint.dim(expectedSign);
    const isTotal = Math.min(rows, Math.ceil(totals[column] ?? 0)) === row + 1;
    return isTotal ? paint.dim(totalSign) : " ";
  };
  const lines = Array.from({ length: rows }, (_, index) => {
    const row = rows - index - 1;
    const label = (index === 0 ? `${most}` : "").padStart(forLabels);
    const side = index === 0 ? axis[0] : axis[1];
    const cells = Array.from({ length: columns }, (_, column) => cell(row, column));
    return `${paint.dim(`${label} ${side}`)}${cells.join("")}`.trimEnd();
  });
  return [
    ...lines,
    paint.dim(`${"0".padStart(forLabels)} ${axis[2]}${axis[3].repeat(columns)}`),
    paint.dim(`${" ".repeat(forLabels + 2)}${scaleLabels(range, scale)}`),
  ];
}

/** At the end of each column. */
function valuesAt(points: readonly BurnUpPoint[], scale: TimeScale, key: "done" | "total"): number[] {
  const values: number[] = [];
  let next = 0;
  let value = points[0]?.[key] ?? 0;
  for (let column = 0; column < scale.columns; column++) {
    for (; next < points.length; next++) {
      const point = points[next];
      if (!point || scale.columnOf(point.day) > column) break;
      value = point[key];
    }
    values.push(value);
  }
  return values;
}

function legendLines(view: BurnUpView, from: Day, canvas: Canvas): string[] {
  const { paint, width, signs } = canvas;
  const { by, expected, fromHistory, points } = view;
  const { heights, expected: expectedSign, total } = signs.chart;
  const say = (text: string) => wrapText(text, width).map(paint.dim);
  const totals = [...new Set(points.map((point) => point.total))];
  const counts = totals.length === 2 ? ` (${totals.join(", then ")})` : "";
  const entries = [
    `${heights.slice(-1)} done`,
    ...(expected ? [`${expectedSign} expected at ${rate(expected.perWeek)} per week`] : []),
    `${total} all ${by}s${counts}`,
  ];
  const line = entries.join("   ");
  return [
    ...(widthInColumns(line) <= width ? [line] : entries.flatMap((entry) => wrapText(entry, width))).map(paint.dim),
    ...say(totalsText(view, from, canvas)),
    ...(fromHistory > 0 ? say(`${counted(fromHistory, "day")} taken from commits, because the file has no dates`) : []),
  ].filter((text) => text !== "");
}

function totalsText({ totalsFrom, by, points }: BurnUp, first: Day, canvas: Canvas): string {
  if (totalsFrom === null) return `the number of ${by}s is assumed constant because no commit shows otherwise`;
  const from = dayText(totalsFrom, points.at(-1)?.day ?? first, canvas);
  return totalsFrom > first ? `the number of ${by}s before ${from} is unknown` : "";
}

function gapLines({ undated, ahead, by }: BurnUp, { paint, width }: Canvas): string[] {
  const gaps: [number, string][] = [
    [undated, "done without a date"],
    [ahead, "done with a finish date in the future"],
  ];
  return gaps
    .filter(([count]) => count > 0)
    .flatMap(([count, what]) => wrapText(`${counted(count, by)} ${what}: not in the chart`, width).map(paint.warn));
}

function unknownLines({ by, done, total, since }: BurnUpView, canvas: Canvas): string[] {
  const summary = `${done} of ${counted(total, by)} done, but no dates are known`;
  if (since !== undefined) return wrapText(`${summary} since ${dayText(since, since, canvas)}`, canvas.width);
  if (by === "task")
    return messageLines(
      [summary, "tasks have no dates, so the chart uses commit dates: `roadmap commit` creates one"],
      canvas,
    );
  return messageLines([summary, wayToDates], canvas);
}
