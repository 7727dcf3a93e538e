// Columns: rows of texts in aligned columns, as wide as the canvas allows.

import { fitInColumns, widthInColumns, widthUpTo } from "../text/width.js";
import type { Canvas, Stroke } from "./canvas.js";

interface Column {
  readonly title: string;
  readonly texts: readonly string[];
  readonly stroke?: (text: string, row: number) => string;
  /** Columns with a higher number are omitted first if space is short; those without one never are. */
  readonly yields?: number;
  /** The width it keeps while columns with `yields` above 1 can still be omitted. */
  readonly least?: number;
  readonly isRight?: boolean;
  /** Omitted rather than cut: half a number would be a wrong one. */
  readonly isWhole?: boolean;
  /** What takes its place if space is short, before it is omitted. */
  readonly short?: Column | null;
  /** Gets the room that the others leave, so that they are at the right edge. */
  readonly isStretched?: boolean;
}

const gap = 2;
const minWidth = 12;

/** The header line and a line for each row. Whatever does not fit is cut with `…`, or omitted as a whole column. */
export function columnLines(columns: readonly Column[], { paint, signs, width }: Canvas): string[] {
  const shown = fitting(
    columns.filter(({ texts }) => texts.some((text) => text !== "")),
    width,
  );
  const stretched = shown.find(({ column }) => column.isStretched);
  if (stretched && width < Number.POSITIVE_INFINITY)
    stretched.width += Math.max(0, width - shown.reduce((sum, { width }) => sum + width + gap, -gap));
  const rowCount = columns[0]?.texts.length ?? 0;
  const { ellipsis } = signs;
  const header = joinCells(
    shown.map(({ column, width }) => laidOut(column.title, width, { isRight: column.isRight, ellipsis })),
  );
  const rows = Array.from({ length: rowCount }, (_, row) =>
    joinCells(
      shown.map(({ column, width }) => {
        const { isRight, stroke } = column;
        const text = column.texts[row] ?? "";
        const layout = { isRight, ellipsis };
        return laidOut(text, width, stroke ? { ...layout, stroke: (inner) => stroke(inner, row) } : layout);
      }),
    ),
  );
  return [paint.dim(header), ...rows];
}

interface ShownColumn {
  readonly column: Column;
  width: number;
}

/** Gives every column the width it wants; if there is no room, shrinks the widest ones, then shortens or omits one that yields. */
function fitting(columns: readonly Column[], width: number): readonly ShownColumn[] {
  const wanted = columns.map((column) => ({
    column,
    width: column.texts.reduce((most, text) => Math.max(most, widthInColumns(text)), widthInColumns(column.title)),
  }));
  const leaver = wanted.reduce(
    (last, { column }) => ((column.yields ?? 0) > (last?.yields ?? 0) ? column : last),
    columns[0],
  );
  const isCrowded = (leaver?.yields ?? 0) < 2;
  if (
    shrunk(wanted, width, ({ isWhole, least = minWidth }) =>
      isWhole ? Number.POSITIVE_INFINITY : isCrowded ? minWidth : least,
    )
  )
    return wanted;
  if (leaver?.yields) {
    return fitting(
      columns.flatMap((column) => (column === leaver ? (column.short ?? []) : [column])),
      width,
    );
  }
  shrunk(wanted, width, () => 1);
  return wanted;
}

/** Shrinks the widest columns until all fit; false if they do not fit even at their minimum widths. */
function shrunk(columns: readonly ShownColumn[], width: number, leastOf: (column: Column) => number): boolean {
  for (;;) {
    const over = columns.reduce((sum, { width }) => sum + width + gap, -gap) - width;
    if (over <= 0) return true;
    const [widest, second] = columns
      .filter(({ column, width }) => width > leastOf(column))
      .sort((a, b) => b.width - a.width);
    if (!widest) return false;
    const floor = Math.max(leastOf(widest.column), second?.width ?? 0);
    widest.width -= Math.min(over, Math.max(1, widest.width - floor));
  }
}

interface Layout {
  readonly ellipsis: string;
  readonly isRight?: boolean | undefined;
  readonly stroke?: Stroke;
}

function laidOut(text: string, width: number, { isRight = false, stroke, ellipsis }: Layout): string {
  const wanted = widthUpTo(text, width);
  const fitted = wanted > width ? fitInColumns(text, width, ellipsis) : text;
  const spaces = " ".repeat(Math.max(0, width - (wanted > width ? widthInColumns(fitted) : wanted)));
  const painted = stroke ? strokeText(fitted, stroke) : fitted;
  return isRight ? spaces + painted : painted + spaces;
}

/** Colors the text, but not the spaces around it. */
function strokeText(text: string, stroke: Stroke): string {
  const bare = text.trim();
  if (bare === "") return text;
  return bare === text ? stroke(text) : text.replace(bare, () => stroke(bare));
}

function joinCells(cells: readonly string[]): string {
  return cells.join(" ".repeat(gap)).trimEnd();
}
