// What the fast reader knows while it walks the lines: open containers, the open leaf, and the blocks so far.

import type { Heading, OtherBlock } from "../model/blocks.js";
import type { Alignment, Row, Table } from "../model/table.js";
import type { Span } from "../text/span.js";
import type { Line } from "./scan-line.js";
import type { RowState } from "./scan-table.js";

/** What stands right above a line: text, which some blocks cannot interrupt, or anything else. */
export type Above = "text" | "other";

export interface Scan {
  readonly text: string;
  readonly line: Line;
  /** Open lists and quotations, outermost first. A list stands for its item being read. */
  readonly containers: Container[];
  /** The block that the next line may continue. */
  leaf: Leaf | null;
  /** Set where remark might see something else; the reader then gives up on the whole text. */
  unsure: boolean;
  readonly rowState: RowState;
  readonly headings: Heading[];
  readonly paragraphs: Span[];
  readonly tables: Table[];
  readonly items: OpenItem[];
  readonly others: OtherBlock[];
}

/** A list item that is still growing. */
interface OpenItem {
  span: { start: number; end: number };
  parent: number;
  ordered: boolean;
  mark: Span | null;
  content: Span | null;
}

type Container = ListContainer | QuoteContainer;

interface QuoteContainer {
  readonly kind: "quote";
  /** Of its last child, or of its first `>` while it is empty. */
  end: number;
}

export interface ListContainer {
  readonly kind: "list";
  readonly ordered: boolean;
  /** The character code of the bullet, or of what follows the number. */
  readonly marker: number;
  /** Columns that a line must be indented by to belong to the item. */
  size: number;
  /** Index into `Scan.items`. */
  item: number;
  /** The bullet stood alone in its line, with nothing in the next one so far. */
  startsBlank: boolean;
  /** One more blank line came after a bullet alone in its line: nothing can follow in this item. */
  ended: boolean;
  /** The bullet was directly followed by the line ending. */
  bare: boolean;
  /** A child has begun. */
  filled: boolean;
}

export type Leaf = Paragraph | IndentedCode | Fence | Html | OpenTable;

export interface Paragraph {
  readonly kind: "paragraph";
  /** Where the text of each line starts and ends. */
  readonly lineStarts: number[];
  readonly lineEnds: number[];
  /** A line indented by four columns is only text; a lazy one does not continue the containers around. */
  lastLine: "any" | "text" | "lazy";
  /** The item whose first child this is, or -1. */
  readonly item: number;
  /** micromark looks for a checkbox here. */
  readonly mayHaveBox: boolean;
}

export interface IndentedCode {
  readonly kind: "code";
  end: number;
}

export interface Fence {
  readonly kind: "fence";
  readonly marker: number;
  readonly size: number;
  end: number;
}

export interface Html {
  readonly kind: "html";
  readonly closers: readonly string[] | null;
  /** Where to look for a closer in the first line. */
  readonly from: number;
  end: number;
}

export interface OpenTable {
  readonly kind: "table";
  readonly header: Row;
  readonly alignments: readonly Alignment[];
  readonly rows: Row[];
  end: number;
}
