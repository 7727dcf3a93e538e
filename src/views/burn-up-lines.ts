// Burn-up lines: a chart of done and total over time.

import { plot } from "asciichart";
import type { Day } from "../model/dates.js";
import type { BurnUp, BurnUpPoint } from "../model/pace/burn-up.js";
import { percent } from "../model/progress.js";
import { counted } from "../text/plural.js";
import type { Canvas, Stroke } from "./canvas.js";
import { wayToDates } from "./pace-words.js";
import { scaleLabels, type TimeScale, timeScale } from "./time-scale.js";
import { messageLines, wrapText } from "./wrap.js";

/** If the output is not a terminal. */
const defaultWidth = 80;
const maxChartWidth = 120;
const maxLabels = 8;

/** @param since the requested first day of the chart */
export function burnUpLines(series: BurnUp, canvas: Canvas, since?: Day): string[] {
  const { points, done, total, by } = series;
  const { paint, width } = canvas;
  const [first] = points;
  const last = points.at(-1);
  if (!first || !last) return unknownLines(series, canvas, since);
  const summary = `${done} of ${counted(total, by)} done, ${percent({ done, total })}%`;
  if (first === last) {
    const missing = `only one date is known (${first.day}): a chart needs at least two`;
    return [...messageLines([summary, missing], canvas), ...gapLines(series, canvas)];
  }
  const room = Math.min(maxChartWidth, width === Number.POSITIVE_INFINITY ? defaultWidth : width);
  const axis = axisFor(
    points.reduce((most, point) => Math.max(most, point.total), 1),
    Math.max(6, Math.min(16, Math.floor(room / 4))),
  );
  const range = { from: first.day, to: last.day };
  const scale = timeScale(range, Math.max(1, room - axisWidth(axis)));
  const chart = chartLines(
    [
      { values: valuesAt(points, scale, "total"), stroke: paint.dim },
      { values: valuesAt(points, scale, "done"), stroke: paint.done },
    ],
    axis,
  );
  return [
    ...wrapText(summary, width).map(paint.strong),
    "",
    ...chart,
    paint.dim(`${" ".repeat(axisWidth(axis))}${scaleLabels(range, scale)}`),
    "",
    ...legendLines(series, range, canvas),
    ...gapLines(series, canvas),
  ];
}

/** Labels 1, 2, 5, 10, 20 … apart, as many as fit, with as many rows between them as fit. */
function axisFor(most: number, mostRows: number): ChartAxis {
  let step = 1;
  for (let index = 0; Math.ceil(most / step) > Math.min(mostRows, maxLabels); index++)
    step *= index % 3 === 1 ? 2.5 : 2;
  const steps = Math.ceil(most / step);
  return { step, steps, rowsPerStep: Math.min(3, Math.max(1, Math.floor(mostRows / steps))) };
}

/** At the left edge, and at the end of each column. */
function valuesAt(points: readonly BurnUpPoint[], scale: TimeScale, key: "done" | "total"): number[] {
  const values = new Array<number>(scale.columns + 1).fill(0);
  values[0] = points[0]?.[key] ?? 0;
  let next = 0;
  for (let column = 0; column < scale.columns; column++) {
    let value = values[column] ?? 0;
    for (; next < points.length; next++) {
      const point = points[next];
      if (!point || scale.columnOf(point.day) > column) break;
      value = point[key];
    }
    values[column + 1] = value;
  }
  return values;
}

function legendLines(series: BurnUp, { from, to }: { from: Day; to: Day }, { paint, width }: Canvas): string[] {
  const { fromHistory, by } = series;
  const say = (text: string) => wrapText(text, width).map(paint.dim);
  return [
    ...wrapText(`lower line: ${by}s done`, width).map(paint.done),
    ...say(`upper line: all ${by}s${totalsText(series, from)}`),
    ...say(`${from} to ${to}`),
    ...(fromHistory > 0 ? say(`${counted(fromHistory, "day")} taken from commits, because the file has no dates`) : []),
  ];
}

function totalsText({ totalsFrom }: BurnUp, first: Day): string {
  if (totalsFrom === null) return ", assumed constant because no commit shows otherwise";
  return totalsFrom > first ? `; the total before ${totalsFrom} is unknown` : "";
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

function unknownLines({ by, done, total }: BurnUp, canvas: Canvas, since: Day | undefined): string[] {
  if (since !== undefined)
    return wrapText(`${done} of ${counted(total, by)} done, but no dates are known since ${since}`, canvas.width);
  const summary = `${done} of ${counted(total, by)} done, but no dates are known`;
  if (by === "task")
    return messageLines(
      [summary, "tasks have no dates, so the chart uses commit dates: `roadmap commit` creates one"],
      canvas,
    );
  return messageLines([summary, wayToDates], canvas);
}

// The chart, as lines of box drawing; the only part of the program that imports asciichart.

interface ChartLine {
  /** At the left edge, and then at the end of each column. */
  readonly values: readonly number[];
  readonly stroke: Stroke;
}

/** Begins at 0. */
interface ChartAxis {
  /** The difference between two labels of the axis. */
  readonly step: number;
  /** The number of labels, without the 0. */
  readonly steps: number;
  readonly rowsPerStep: number;
}

/** One line per row of the axis, the highest first. Later lines are drawn over earlier ones. */
function chartLines(lines: readonly ChartLine[], axis: ChartAxis): string[] {
  const { step, steps, rowsPerStep } = axis;
  const rows = steps * rowsPerStep;
  const labelWidth = axisWidth(axis) - 1;
  const drawn = plot(
    lines.map(({ values }) => [...values]),
    {
      min: 0,
      max: step * steps,
      height: rows,
      offset: 2,
      format: (_, row) => ((rows - row) % rowsPerStep === 0 ? label(row, axis) : "").padStart(labelWidth),
      colors: lines.map((_, index) => String.fromCharCode(firstMark + index)),
    },
  );
  return drawn.split("\n").map((line) => painted(line, lines));
}

/** Rows are counted from the top. */
function label(row: number, { step, steps, rowsPerStep }: ChartAxis): string {
  return `${step * (steps - row / rowsPerStep)}`;
}

/** The columns left of the chart. */
function axisWidth({ step, steps }: ChartAxis): number {
  return Math.max(2, `${step * steps}`.length) + 1;
}

/** Private use characters represent colors, so the canvas decides about them. */
const firstMark = 0xe000;
const markEnd = "\u001b[0m";

/** The library puts a color before each character, and a reset after it. */
function painted(line: string, lines: readonly ChartLine[]): string {
  let text = "";
  for (const piece of line.trimEnd().split(markEnd)) {
    const at = piece.length - 2;
    const stroke = lines[piece.charCodeAt(at) - firstMark]?.stroke;
    text += stroke ? piece.slice(0, at) + stroke(piece.slice(at + 1)) : piece;
  }
  return text;
}
