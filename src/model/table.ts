// Table: where a GFM table, its rows and its cells stand in the file.

import type { Span } from "../text/span.js";

export interface Table {
  readonly span: Span;
  readonly header: Row;
  /** One alignment for each column: the delimiter row says how many columns there are. */
  readonly alignments: readonly Alignment[];
  readonly rows: readonly Row[];
}

export type Alignment = "left" | "right" | "center" | null;

/**
 * From the first pipe or character of the row to the last, surrounding blanks left out. Its cells are kept as bare
 * numbers: as objects those of a large file would take more time and memory than all else.
 */
export interface Row extends Span {
  /** Of the cells of this row and others: for each where its slot starts, where it starts and ends, where its slot ends. */
  readonly offsets: readonly number[];
  /** Where those of this row begin. */
  readonly first: number;
  /** As many as the row has, more or fewer than the table has columns. */
  readonly cellCount: number;
}

/** The span of a cell is its content without surrounding blanks; of a blank cell it is empty, at the end of its slot. */
export interface Cell extends Span {
  /** All that belongs to the cell: from pipe to pipe, both left out, or from or to the edge of the row. */
  readonly slot: Span;
}

/** The row in that span whose cells are all those that were added to `offsets` from `first` on. */
export function rowOf({ start, end }: Span, offsets: readonly number[], first: number): Row {
  return { start, end, offsets, first, cellCount: (offsets.length - first) / 4 };
}

/** The cell in that column, counted from 0; undefined when the row has none there. */
export function cellAt({ offsets, first, cellCount }: Row, column: number): Cell | undefined {
  if (column >= cellCount) return undefined;
  const at = first + column * 4;
  const [slotStart = 0, start = 0, end = 0, slotEnd = 0] = offsets.slice(at, at + 4);
  return { start, end, slot: { start: slotStart, end: slotEnd } };
}

export function cellsOf(row: Row): Cell[] {
  return Array.from({ length: row.cellCount }, (_, column) => cellAt(row, column)).filter((cell) => cell !== undefined);
}

/** Whether a line without any pipe is a row all the same: text right below a table, which GFM makes a part of it. */
export function isTextRow({ alignments }: Table, row: Row): boolean {
  const slot = row.cellCount === 1 && alignments.length > 1 ? cellAt(row, 0)?.slot : undefined;
  return slot !== undefined && slot.start === row.start && slot.end === row.end;
}

/** What the cell in that column says in the file, escapes included; empty when there is no such cell. */
export function cellTextAt(text: string, { offsets, first, cellCount }: Row, column: number): string {
  if (column >= cellCount) return "";
  const at = first + column * 4;
  return text.slice(offsets[at + 1], offsets[at + 2]);
}
