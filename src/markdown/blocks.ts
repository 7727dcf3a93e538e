// Blocks: the parts of a Markdown file that a roadmap is read from, as both readers produce them.
//
// What counts as a block is what remark with GFM says. All spans are in the text given to the reader,
// counted in UTF-16 code units, byte order mark included. Every list is in file order.

import type { Span } from "../text/span.js";

export interface Blocks {
  /** Headings that stand at the top level: one in a list item or a quotation opens no section. */
  readonly headings: readonly Heading[];
  /** Paragraphs that stand at the top level (goal lines are read from them). */
  readonly paragraphs: readonly Span[];
  /** GFM tables wherever they stand, also in a quotation or a list item. */
  readonly tables: readonly Table[];
  /** List items wherever they stand. */
  readonly items: readonly ListItem[];
}

export interface Heading {
  readonly depth: number;
  /** The whole heading: with `#` marks or underline. */
  readonly span: Span;
  /** Its inline content without marks and surrounding blanks; empty, at the end of the heading, when there is none. */
  readonly content: Span;
}

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

export interface ListItem {
  /** From the bullet or number to the end of the last child. */
  readonly span: Span;
  /** The item around this one, as an index into `Blocks.items`; -1 at the top. */
  readonly parent: number;
  readonly ordered: boolean;
  /** The one character between the brackets, when GFM reads a checkbox. */
  readonly mark: Span | null;
  /**
   * The first paragraph of the item, from its first character (the `[` of a checkbox, if there is one),
   * when the item begins with a paragraph.
   */
  readonly content: Span | null;
}
