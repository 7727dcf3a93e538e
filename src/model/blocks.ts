// Blocks: the parts of a Markdown file that a roadmap is read from, and where they stand.
//
// What counts as a block is what remark with GFM says. All spans are in the text that was read, counted in UTF-16 code
// units, byte order mark included. Every list is in file order.

import type { Span } from "../text/span.js";
import type { Table } from "./table.js";

export interface Blocks {
  /** Headings that stand at the top level: one in a list item or a quotation opens no section. */
  readonly headings: readonly Heading[];
  /** Paragraphs that stand at the top level (goal lines are read from them). */
  readonly paragraphs: readonly Span[];
  /** GFM tables wherever they stand, also in a quotation or a list item. */
  readonly tables: readonly Table[];
  /** List items wherever they stand. */
  readonly items: readonly ListItem[];
  /** All other blocks that nothing but blanks can be left of: code, definitions, what quotations and items hold more. */
  readonly others: readonly OtherBlock[];
}

/** Of a paragraph: one in a quotation, or in a list item behind its first block. Of a heading: one that is in either. */
export interface OtherBlock {
  readonly kind: "paragraph" | "heading" | "code" | "html" | "rule" | "definition";
  /** Its first character that is no blank. */
  readonly at: number;
}

export interface Heading {
  readonly depth: number;
  /** The whole heading: with `#` marks or underline. */
  readonly span: Span;
  /** Its inline content without marks and surrounding blanks; empty, at the end of the heading, when there is none. */
  readonly content: Span;
}

export interface ListItem {
  /**
   * From the bullet or number to the end of the last block in it that is no list, item or quotation itself; of an
   * empty item, to the end of the bullet.
   */
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
