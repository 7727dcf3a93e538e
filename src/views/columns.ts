// Columns: rows of texts in aligned columns, as wide as the canvas allows.

import { fitInColumns, widthInColumns } from "../text/width.js";
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
  const filled = columns.filter(({ texts }) => texts.some((text) => text !== ""));
  const shown = fitting(filled.map(measured), width);
  const stretched = shown.find(({ column }) => column.isStretched);
  if (stretched && width < Number.POSITIVE_INFINITY)
    stretched.width += Math.max(0, width - shown.reduce((sum, { width }) => sum + width + gap, -gap));
  const { ellipsis } = signs;
  const [header = ""] = joined(
    shown.map((one) => laidOut(titleOf(one), ellipsis)),
    1,
  );
  const rows = joined(
    shown.map((one) => laidOut(one, ellipsis)),
    columns[0]?.texts.length ?? 0,
  );
  return [paint.dim(header), ...rows];
}

interface MeasuredColumn {
  readonly column: Column;
  /** Of each text. */
  readonly widths: readonly number[];
  /** With room for the widest one. */
  readonly width: number;
}

interface ShownColumn extends MeasuredColumn {
  width: number;
}

function measured(column: Column): MeasuredColumn {
  const widths = column.texts.map(widthInColumns);
  return { column, widths, width: widths.reduce((most, width) => Math.max(most, width), widthInColumns(column.title)) };
}

/** Gives every column the width it wants; if there is no room, shrinks the widest ones, then shortens or omits one that yields. */
function fitting(columns: readonly MeasuredColumn[], width: number): readonly ShownColumn[] {
  const shown = columns.map((one): ShownColumn => ({ ...one }));
  const yieldOf = (one: MeasuredColumn | undefined) => one?.column.yields ?? 0;
  const leaver = columns.reduce((last, one) => (yieldOf(one) > yieldOf(last) ? one : last), columns[0]);
  const isCrowded = yieldOf(leaver) < 2;
  if (
    shrunk(shown, width, ({ isWhole, least = minWidth }) =>
      isWhole ? Number.POSITIVE_INFINITY : isCrowded ? minWidth : least,
    )
  )
    return shown;
  if (leaver?.column.yields) {
    const { short } = leaver.column;
    const others = short ? [measured(short)] : [];
    return fitting(
      columns.flatMap((one) => (one === leaver ? others : [one])),
      width,
    );
  }
  shrunk(shown, width, () => 1);
  return shown;
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

function titleOf({ column: { title, isRight }, width }: ShownColumn): ShownColumn {
  return { ...measured({ title, texts: [title], ...(isRight && { isRight }) }), width };
}

/** The texts of a column, each as wide as the column. */
function laidOut({ column, widths, width }: ShownColumn, ellipsis: string): readonly string[] {
  const { texts, isRight, stroke } = column;
  const blank = " ".repeat(width);
  return texts.map((text, row) => {
    if (text === "") return blank;
    const isCut = (widths[row] ?? 0) > width;
    const fitted = isCut ? fitInColumns(text, width, ellipsis) : text;
    const spaces = blank.slice(isCut ? widthInColumns(fitted) : widths[row]);
    const painted = stroke ? strokeText(fitted, (bare) => stroke(bare, row)) : fitted;
    return isRight ? spaces + painted : painted + spaces;
  });
}

/** Colors the text, but not the spaces around it. */
function strokeText(text: string, stroke: Stroke): string {
  const bare = text.trim();
  if (bare === "") return text;
  return bare === text ? stroke(text) : text.replace(bare, () => stroke(bare));
}

function joined(columns: readonly (readonly string[])[], rowCount: number): string[] {
  const between = " ".repeat(gap);
  return Array.from({ length: rowCount }, (_, row) =>
    columns
      .map((texts) => texts[row] ?? "")
      .join(between)
      .trimEnd(),
  );
}
