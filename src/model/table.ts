// Table: the positions of a GFM table, its rows and its cells in the file.

import type { Span } from "../text/edit.js";

export interface Table {
  readonly span: Span;
  readonly header: Row;
  /** One alignment per column: the delimiter row defines the number of columns. */
  readonly alignments: readonly Alignment[];
  readonly rows: readonly Row[];
}

export type Alignment = "left" | "right" | "center" | null;

/**
 * From the first pipe or character of the row to the last, without surrounding whitespace. Cells are stored as plain
 * numbers: as objects, those of a large file would take more time and memory than everything else.
 */
export interface Row extends Span {
  /** Shared by several rows. Four numbers per cell: start of its slot, its start, its end, end of its slot. */
  readonly offsets: readonly number[];
  /** The index of this row's first number. */
  readonly first: number;
  /** The number of cells in the row, which may differ from the number of columns. */
  readonly cellCount: number;
}

/**
 * The span of a cell is its content without surrounding whitespace; for a blank cell it is empty, at the end of its
 * slot.
 */
export interface Cell extends Span {
  /** Everything that belongs to the cell: between its pipes, or between a pipe and the edge of the row. */
  readonly slot: Span;
}

/** The row with this span whose cells were appended to `offsets` from `first` on. */
export function rowOf({ start, end }: Span, offsets: readonly number[], first: number): Row {
  return { start, end, offsets, first, cellCount: (offsets.length - first) / 4 };
}

/** The cell in that column, counted from 0; undefined if the row has none there. */
export function cellAt({ offsets, first, cellCount }: Row, column: number): Cell | undefined {
  if (column >= cellCount) return undefined;
  const at = first + column * 4;
  const [slotStart = 0, start = 0, end = 0, slotEnd = 0] = offsets.slice(at, at + 4);
  return { start, end, slot: { start: slotStart, end: slotEnd } };
}

export function cellsOf(row: Row): Cell[] {
  return Array.from({ length: row.cellCount }, (_, column) => cellAt(row, column)).filter((cell) => cell !== undefined);
}

/** Whether a line without pipes is still a row: GFM makes text directly below a table part of it. */
export function isTextRow({ alignments }: Table, row: Row): boolean {
  const slot = row.cellCount === 1 && alignments.length > 1 ? cellAt(row, 0)?.slot : undefined;
  return slot !== undefined && slot.start === row.start && slot.end === row.end;
}

/** The text of the cell in that column as written, including escapes; empty if there is no such cell. */
export function cellTextAt(text: string, { offsets, first, cellCount }: Row, column: number): string {
  if (column >= cellCount) return "";
  const at = first + column * 4;
  return text.slice(offsets[at + 1], offsets[at + 2]);
}
