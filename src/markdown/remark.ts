// The reference reader: remark with GFM decides what is a heading, a table, a list item and a checkbox.

import type { List, ListItem as ListItemNode, Nodes, Table as TableNode, TableRow } from "mdast";
import { remark } from "remark";
import remarkGfm from "remark-gfm";
import type { Data } from "unified";
import {
  type Blocks,
  type Heading,
  type ListItem,
  type OtherBlock,
  type Row,
  rowOf,
  type Table,
} from "../model/blocks.js";
import { type Span, shiftSpan } from "../text/edit.js";

/**
 * Reads the blocks of `text` from the offset `from` on, where its body starts; spans are in the whole text. Takes
 * seconds on large files and minutes on hostile ones: run it where it can be stopped.
 */
export function readBlocksWithRemark(text: string, from = 0): Blocks {
  const body = text.slice(from);
  // micromark drops a byte order mark at the start of its input and counts from after it.
  const base = body.startsWith("\ufeff") ? from + 1 : from;
  const tokenSpans = new Map<Nodes, TokenSpans>();
  const root = remark()
    .use(remarkGfm)
    .use(function recordTokens() {
      const data = this.data();
      data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), tokenRecorder(tokenSpans)];
    })
    .parse(body);
  const reading: Reading = { text, base, tokenSpans, headings: [], paragraphs: [], tables: [], items: [], others: [] };
  for (const node of root.children) {
    if (node.type === "heading") reading.headings.push(headingOf(node, reading));
    else if (node.type === "paragraph") reading.paragraphs.push(spanOf(node, base));
    else readOther(node, reading);
    readNested(node, -1, reading);
  }
  const { headings, paragraphs, tables, items, others } = reading;
  return { headings, paragraphs, tables, items, others };
}

/** Offsets of tokens that have no mdast node, in terms of micromark's input. */
interface TokenSpans {
  content?: Span;
  /** The list marker, the end of the number, or the first `>`. */
  marker?: Span;
  box?: Span;
  pipes: number[];
}

interface Reading {
  readonly text: string;
  readonly base: number;
  readonly tokenSpans: ReadonlyMap<Nodes, TokenSpans>;
  readonly headings: Heading[];
  readonly paragraphs: Span[];
  readonly tables: Table[];
  readonly items: ListItem[];
  readonly others: OtherBlock[];
}

type Extensions = NonNullable<Data["fromMarkdownExtensions"]>;
type Extension = Exclude<Extensions[number], readonly unknown[]>;
type Handler = NonNullable<NonNullable<Extension["enter"]>[string & keyof NonNullable<Extension["enter"]>]>;

/** Only listens to tokens that no other extension handles on entry, since handlers replace each other. */
function tokenRecorder(tokenSpans: Map<Nodes, TokenSpans>): Extension {
  const record = (levelsUp: number, put: (spans: TokenSpans, token: Span) => void): Handler =>
    // A named function because the compiler passes its state as `this`.
    function recordToken(token) {
      const node = this.stack.at(-1 - levelsUp);
      // The compiler's stack also contains fragments, which never own the tokens recorded here.
      if (!node || node.type === "fragment") return;
      const spans = tokenSpans.get(node) ?? { pipes: [] };
      put(spans, { start: token.start.offset, end: token.end.offset });
      tokenSpans.set(node, spans);
    };
  const content = record(0, (spans, token) => {
    spans.content = token;
  });
  const box = record(1, (spans, token) => {
    spans.box = token;
  });
  const marker = record(0, (spans, token) => {
    spans.marker ??= token;
  });
  const pipe = record(0, (spans, token) => {
    spans.pipes.push(token.start);
  });
  return {
    enter: {
      atxHeadingText: content,
      setextHeadingText: content,
      tableContent: content,
      tableCellDivider: pipe,
      listItemMarker: marker,
      blockQuoteMarker: marker,
      taskListCheckValueChecked: box,
      taskListCheckValueUnchecked: box,
    },
  };
}

/** Tables and list items count everywhere: in block quotes, in list items, in footnotes. */
function readNested(node: Nodes, parent: number, reading: Reading): void {
  if (node.type === "table") reading.tables.push(tableOf(node, reading));
  if (node.type === "table" || !("children" in node)) return;
  let around = parent;
  for (const child of node.children) {
    if (child.type === "listItem" && node.type === "list") {
      around = reading.items.push(itemOf(child, node, { parent, reading })) - 1;
    }
    if (containers.has(node.type) && !isContent(node, child)) readOther(child, reading);
    readNested(child, child.type === "listItem" ? around : parent, reading);
  }
}

/** All others except the root contain only inline content. */
const containers: ReadonlySet<Nodes["type"]> = new Set(["listItem", "blockquote", "footnoteDefinition"]);

/** Whether it is the paragraph that an item begins with. */
function isContent(node: Nodes, child: Nodes): boolean {
  return node.type === "listItem" && child.type === "paragraph" && child === node.children[0];
}

const otherKinds: ReadonlyMap<Nodes["type"], OtherBlock["kind"]> = new Map([
  ["paragraph", "paragraph"],
  ["heading", "heading"],
  ["code", "code"],
  ["html", "html"],
  ["thematicBreak", "thematicBreak"],
  ["definition", "definition"],
  ["footnoteDefinition", "definition"],
]);

function readOther(node: Nodes, { text, base, others }: Reading): void {
  const kind = otherKinds.get(node.type);
  if (!kind) return;
  let at = spanOf(node, base).start;
  while (" \t".includes(text.charAt(at))) at++;
  others.push({ kind, at });
}

function headingOf(node: Extract<Nodes, { type: "heading" }>, { base, tokenSpans, text }: Reading): Heading {
  const span = spanOf(node, base);
  const token = tokenSpans.get(node)?.content;
  if (!token) return { depth: node.depth, span, content: { start: span.end, end: span.end } };
  const content = shiftSpan(token, base);
  // The text of a setext heading keeps the whitespace at the end of its line.
  return { depth: node.depth, span, content: { start: content.start, end: endBeforeSpaces(text, content) } };
}

function tableOf(node: TableNode, reading: Reading): Table {
  const [header, ...rows] = node.children.map((row) => readRow(row, reading));
  if (!header) throw new Error("remark gave a table without a header row");
  return {
    span: spanOf(node, reading.base),
    header,
    alignments: (node.align ?? []).map((alignment) => alignment ?? null),
    rows,
  };
}

function readRow(node: TableRow, { text, base, tokenSpans }: Reading): Row {
  const whole = spanOf(node, base);
  const span = { start: whole.start, end: endBeforeSpaces(text, whole) };
  const offsets: number[] = [];
  for (const cell of node.children) {
    const { start, end } = spanOf(cell, base);
    const { content, pipes } = tokenSpans.get(cell) ?? { pipes: [] };
    const inside = pipes.map((pipe) => pipe + base).filter((pipe) => pipe > start);
    // A cell owns the pipe before it; only the last one in a row also owns the pipe after it.
    const slot = {
      start: inside.length < pipes.length ? start + 1 : start,
      end: inside[0] ?? Math.min(end, span.end),
    };
    const inner = content ? shiftSpan(content, base) : { start: slot.end, end: slot.end };
    offsets.push(slot.start, inner.start, inner.end, slot.end);
  }
  return rowOf(span, offsets);
}

function itemOf(node: ListItemNode, list: List, place: { parent: number; reading: Reading }): ListItem {
  const { base, tokenSpans, text } = place.reading;
  const [first] = node.children;
  // micromark starts a paragraph at its text; the node itself may have been moved past the checkbox.
  const content = first?.type === "paragraph" ? paragraphInItem(first, place.reading, tokenSpans.get(node)?.box) : null;
  const box = tokenSpans.get(node)?.box;
  const mark = box ? shiftSpan(box, base) : null;
  return {
    span: { start: spanOf(node, base).start, end: endOf(node, place.reading) },
    parent: place.parent,
    ordered: list.ordered === true,
    // GFM in micromark allows a line break between the brackets; no mark can be written over that.
    mark: mark && !"\r\n".includes(text.charAt(mark.start)) ? mark : null,
    content,
  };
}

function paragraphInItem(node: Nodes, { base }: Reading, box: Span | undefined): Span {
  const span = spanOf(node, base);
  // The paragraph begins at the bracket before the mark.
  return box ? { start: box.start + base - 1, end: span.end } : span;
}

/**
 * In some nestings mdast ends containers after blank lines, or after markers of the following line; their last child
 * never does.
 */
function endOf(node: Nodes, reading: Reading): number {
  const { base, tokenSpans } = reading;
  if (node.type !== "list" && node.type !== "listItem" && node.type !== "blockquote") {
    return endWithoutBreaks(reading.text, spanOf(node, base).end);
  }
  const last = node.children.at(-1);
  if (last) return endOf(last, reading);
  return (tokenSpans.get(node)?.marker?.end ?? spanOf(node, base).end - base) + base;
}

/** Code that is cut off by its item includes the blank lines after it, and the end of its last line. */
function endWithoutBreaks(text: string, end: number): number {
  let last = end;
  while ("\r\n".includes(text.charAt(last - 1) || "-")) last--;
  return last;
}

function endBeforeSpaces(text: string, { start, end }: Span): number {
  let last = end;
  while (last > start && " \t".includes(text.charAt(last - 1))) last--;
  return last;
}

function spanOf(node: Nodes, base: number): Span {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  if (start === undefined || end === undefined) throw new Error(`remark gave a ${node.type} without a position`);
  return shiftSpan({ start, end }, base);
}
