// State of the fast reader: the open containers, the open leaf, and the blocks so far.

import type { Alignment, Heading, OtherBlock, Row, Table } from "../../model/blocks.js";
import type { Span } from "../../text/edit.js";
import type { Line } from "./line.js";
import type { RowState } from "./table.js";

/** What is directly above a line: text, which some blocks cannot interrupt, or anything else. */
export type Above = "text" | "other";

export interface Scan {
  readonly text: string;
  readonly line: Line;
  /** Open lists and block quotes, outermost first. A list represents its current item. */
  readonly containers: Container[];
  /** The block that the next line may continue. */
  leaf: Leaf | null;
  /** Set if remark might read something differently; the reader then abstains for the whole text. */
  unsure: boolean;
  readonly rowState: RowState;
  readonly headings: Heading[];
  readonly paragraphs: Span[];
  readonly tables: Table[];
  readonly items: OpenItem[];
  readonly others: OtherBlock[];
}

/** A list item that may still grow. */
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
  /** The end of its last child, or of its first `>` while it is empty. */
  end: number;
}

export interface ListContainer {
  readonly kind: "list";
  readonly ordered: boolean;
  /** The character code of the bullet, or of the delimiter after the number. */
  readonly marker: number;
  /** The columns by which a line must be indented to belong to the item. */
  size: number;
  /** Index into `Scan.items`. */
  item: number;
  /** The list marker is alone in its line, and so far nothing is in the next one. */
  startsBlank: boolean;
  /** Another blank line follows a list marker alone in its line: nothing more can be in this item. */
  ended: boolean;
  /** The list marker is directly followed by the line ending. */
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
  /** A line indented by four columns is only text; a lazy one does not continue the containers around it. */
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

/** Records that a block begins in the innermost container. @returns the item whose first child it is */
export function noteChild({ containers }: Scan): ListContainer | null {
  const innermost = containers.at(-1);
  if (innermost?.kind !== "list" || innermost.filled) return null;
  innermost.filled = true;
  return innermost;
}

/** Items and block quotes end where their last child ends. */
export function noteChildEnd({ containers, items }: Scan, end: number): void {
  const innermost = containers.at(-1);
  if (innermost?.kind === "quote") innermost.end = end;
  const item = innermost?.kind === "list" ? items[innermost.item] : undefined;
  if (item) item.span.end = end;
}
