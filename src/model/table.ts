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

export interface Row {
  /** From the first pipe or character of the row to the last, surrounding blanks left out. */
  readonly span: Span;
  /** As many as the row has, more or fewer than the table has columns. */
  readonly cells: readonly Cell[];
}

/** The span of a cell is its content without surrounding blanks; of a blank cell it is empty, at the end of its slot. */
export interface Cell extends Span {
  /** All that belongs to the cell: from pipe to pipe, both left out, or from or to the edge of the row. */
  readonly slot: Span;
}
