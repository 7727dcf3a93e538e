// Columns: rows of texts laid out under each other, as wide as the canvas allows.

import { fitInColumns, padToColumns, widthInColumns } from "../text/width.js";
import type { Canvas, Stroke } from "./paint.js";

export interface Column {
  readonly title: string;
  readonly texts: readonly string[];
  readonly stroke?: (text: string, row: number) => string;
  /** Columns with a higher number give way first when space is short; 0 never does. */
  readonly yields?: number;
  readonly isRight?: boolean;
}

const gap = 2;
const narrowest = 12;

/** The header line and a line for each row. What does not fit is cut with `…`, or left out, whole columns at a time. */
export function columnLines(columns: readonly Column[], { paint, width }: Canvas): string[] {
  const shown = fitting(
    columns.filter(({ texts }) => texts.some((text) => text !== "")),
    width,
  );
  const rowCount = columns[0]?.texts.length ?? 0;
  const header = joined(shown.map(({ column, width }) => laidOut(column.title, width, column)));
  const rows = Array.from({ length: rowCount }, (_, row) =>
    joined(
      shown.map(({ column, width }) => {
        const text = laidOut(column.texts[row] ?? "", width, column);
        return column.stroke ? strokeText(text, (inner) => column.stroke?.(inner, row) ?? inner) : text;
      }),
    ),
  );
  return [paint.faint(header), ...rows];
}

interface ShownColumn {
  readonly column: Column;
  readonly width: number;
}

/** Gives every column the width it wants, then shrinks the widest, then leaves out those that yield. */
function fitting(columns: readonly Column[], width: number): ShownColumn[] {
  const wanted = columns.map((column) => ({
    column,
    width: column.texts.reduce((most, text) => Math.max(most, widthInColumns(text)), widthInColumns(column.title)),
  }));
  for (;;) {
    const over = wanted.reduce((sum, { width }) => sum + width + gap, -gap) - width;
    if (over <= 0) return wanted;
    const widest = wanted.reduce((best, one) => (one.width > best.width ? one : best), { width: 0 });
    if (widest.width > narrowest) {
      const cut = Math.min(over, Math.max(1, widest.width - Math.max(narrowest, secondWidest(wanted))));
      widest.width -= cut;
      continue;
    }
    const leaver = wanted.reduce((last, one) => ((one.column.yields ?? 0) > (last.column.yields ?? 0) ? one : last));
    if (!leaver.column.yields) return wanted;
    wanted.splice(wanted.indexOf(leaver), 1);
  }
}

function secondWidest(columns: readonly { width: number }[]): number {
  return columns.map(({ width }) => width).sort((a, b) => b - a)[1] ?? 0;
}

function laidOut(text: string, width: number, { isRight = false }: Column): string {
  const fitted = fitInColumns(text, width);
  return isRight ? " ".repeat(Math.max(0, width - widthInColumns(fitted))) + fitted : padToColumns(fitted, width);
}

/** Colours the text, not the blanks around it. */
function strokeText(text: string, stroke: Stroke): string {
  const bare = text.trim();
  return bare === "" ? text : text.replace(bare, () => stroke(bare));
}

function joined(cells: readonly string[]): string {
  return cells.join(" ".repeat(gap)).trimEnd();
}
