// Blocks: the parts of a Markdown file that a roadmap is read from, with their positions.
//
// remark with GFM defines what counts as a block. All spans are in the text that was read, counted in UTF-16 code
// units,
// byte order mark included. Every list is in file order.

import type { Span } from "../text/edit.js";
import type { Table } from "./table.js";

export interface Blocks {
  /** Top-level headings only: a heading in a list item or block quote opens no section. */
  readonly headings: readonly Heading[];
  /** Top-level paragraphs only (goal lines are read from them). */
  readonly paragraphs: readonly Span[];
  /** All GFM tables, including those in block quotes and list items. */
  readonly tables: readonly Table[];
  /** All list items, at any level. */
  readonly items: readonly ListItem[];
  /**
   * All other blocks that can be indented by spaces only: code, link reference definitions, the remaining content of
   * block quotes and list items.
   */
  readonly others: readonly OtherBlock[];
}

/** Paragraphs in a block quote, or in a list item after its first block; headings in either. */
export interface OtherBlock {
  readonly kind: "paragraph" | "heading" | "code" | "html" | "rule" | "definition";
  /** Its first character that is not whitespace. */
  readonly at: number;
}

export interface Heading {
  readonly depth: number;
  /** The whole heading, including `#` marks or the underline. */
  readonly span: Span;
  /**
   * Its inline content without marks and surrounding whitespace; if there is none, an empty span at the end of the
   * heading.
   */
  readonly content: Span;
}

export interface ListItem {
  /**
   * From the list marker to the end of the last block inside that is no list, item or block quote; for an empty item,
   * to the end of the marker.
   */
  readonly span: Span;
  /** The item that contains this one, as an index into `Blocks.items`; -1 at the top level. */
  readonly parent: number;
  readonly ordered: boolean;
  /** The character between the brackets, if GFM reads a checkbox. */
  readonly mark: Span | null;
  /**
   * The first paragraph of the item, from its first character (the `[` of a checkbox, if there is one); null if the
   * item begins with another block.
   */
  readonly content: Span | null;
}
