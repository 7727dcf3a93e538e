// Line chart: numbers over columns as lines of box drawing; the only file that imports asciichart.

import { plot } from "asciichart";
import type { Stroke } from "./paint.js";

interface ChartLine {
  /** At the left edge, and then at the end of each column. */
  readonly values: readonly number[];
  readonly stroke: Stroke;
}

/** Begins at 0. */
export interface ChartAxis {
  /** The difference between two labels of the axis. */
  readonly step: number;
  /** The number of labels, without the 0. */
  readonly steps: number;
  readonly rowsPerStep: number;
}

/** One line per row of the axis, the highest first. Later lines are drawn over earlier ones. */
export function chartLines(lines: readonly ChartLine[], axis: ChartAxis): string[] {
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
export function axisWidth({ step, steps }: ChartAxis): number {
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
