// New topic tables: where one goes, its columns, and the edit that writes it.

import { blockList, rowOf, type Table } from "../model/blocks.js";
import { byKind, columnKinds, dayKinds } from "../model/columns.js";
import { UserError } from "../model/errors.js";
import { escapeCell, plainText } from "../model/inline-text.js";
import { type LabeledHeading, labeledHeadings, titleHeading } from "../model/outline.js";
import type { Roadmap, TopicTable } from "../model/roadmap.js";
import { type Edit, type Span, textAt } from "../text/edit.js";
import { endingAt, endOfLine, lineSpanAt, lineTextAt, shownFrom } from "../text/lines.js";
import { normalize } from "../text/normalize.js";
import { widthInColumns } from "../text/width.js";
import { maxCountedWidth, minColumnWidth } from "./align-table.js";
import { headersOf, kindOfHeader, type RequestedColumn, requestedColumn } from "./find-column.js";

/** The columns of a first table, as in the blank template. */
export const firstHeaders: readonly string[] = [
  "Topic",
  "Phase #",
  "Date Started",
  "Date Finished",
  "Comments",
  "Status",
  "Resources",
  "Deliverables",
  "Proof of Work Link",
];

// The place: in the text of one section, with blank lines around.

export interface NewTablePlace {
  /** The heading above it; null before the first one. */
  readonly heading: LabeledHeading | null;
  readonly at: number;
  /** The line breaks before and after the table. */
  readonly lead: string;
  readonly trail: string;
}

export function placeName({ heading }: Pick<NewTablePlace, "heading">): string {
  return heading?.label ?? "the top of the file";
}

/** The title of the file; null if it has none, or several headings of depth 1. */
export function titleOf(roadmap: Roadmap): LabeledHeading | null {
  const title = titleHeading(roadmap.blocks.headings);
  return labeledHeadings(roadmap).find(({ heading }) => heading === title) ?? null;
}

/**
 * Below the last topic table of that section; if there is none, below the heading and the paragraph that introduces it.
 * Without a heading, before everything but the front matter.
 */
export function placeBelow(roadmap: Roadmap, heading: LabeledHeading | null): NewTablePlace {
  const { text } = roadmap;
  const above =
    lastTableIn(roadmap, heading) ?? (heading && (introductionOf(roadmap, heading) ?? heading.heading.span));
  if (!above) return { heading, ...placeAtBeginning(roadmap) };
  const at = endOfLine(text, above.end);
  const ending = endingAt(text, at);
  return { heading, at, lead: ending + ending, trail: isBlankLine(lineBelow(text, at)) ? "" : ending };
}

function placeAtBeginning({ text, blocks }: Roadmap): Omit<NewTablePlace, "heading"> {
  const [first] = blockList(blocks);
  const at = first ? shownFrom(text, lineSpanAt(text, first.at).start) : text.length;
  const ending = endingAt(text, at);
  const line = text.slice(shownFrom(text, lineSpanAt(text, at).start), at);
  const above = text.slice(0, at - line.length).replace(/(?:\r\n|\n|\r)$/, "");
  const isBelowText = line === "" && !isBlankLine(lineTextAt(above, above.length).replace("\ufeff", ""));
  const gap = line === "" ? (isBelowText ? ending : "") : ending + ending;
  return { at, lead: gap, trail: first ? ending + ending : line === "" ? ending : "" };
}

function isBlankLine(line: string): boolean {
  return /^[ \t]*$/.test(line);
}

/** The text of the line below the one that ends there. */
function lineBelow(text: string, end: number): string {
  return end === text.length ? "" : lineTextAt(text, end + endingAt(text, end).length);
}

/** From the heading to the next one of any depth; without a heading, up to the first one. */
export function sectionOf({ text, blocks }: Roadmap, section: LabeledHeading | null): Span {
  const from = section?.heading.span ?? { start: -1, end: 0 };
  const next = blocks.headings.find(({ span }) => span.start > from.start);
  return { start: from.end, end: next?.span.start ?? text.length };
}

/** Tables in list items and block quotes are not in the text of the section. */
function lastTableIn(roadmap: Roadmap, heading: LabeledHeading | null): Span | null {
  const { start, end } = sectionOf(roadmap, heading);
  const isOutside = (offset: number) =>
    roadmap.blocks.items.every(({ span }) => offset < span.start || offset >= span.end) &&
    isBlankLine(roadmap.text.slice(lineSpanAt(roadmap.text, offset).start, offset));
  const last = roadmap.tables.findLast(
    ({ table: { span } }) => span.start >= start && span.start < end && isOutside(span.start),
  );
  return last?.table.span ?? null;
}

/** The paragraph directly below the heading; one that ends in a colon belongs to what follows. */
function introductionOf({ text, blocks }: Roadmap, { heading }: LabeledHeading): Span | null {
  const next = blockList(blocks).find(({ at }) => at > heading.span.start);
  const paragraph = next && blocks.paragraphs.find(({ start }) => start === next.at);
  return paragraph && !/[:：]$/.test(plainText(textAt(text, paragraph))) ? paragraph : null;
}

// The columns.

/**
 * The escaped headers of the columns with these names; by default those of the topic table above, or of a first table.
 * @param needed kinds and headers of columns that must be among them
 * @throws UserError if two columns are of one kind or have one header
 */
export function newHeaders(
  roadmap: Roadmap,
  place: NewTablePlace,
  { names, needed = [] }: { names?: readonly string[] | undefined; needed?: readonly string[] },
): readonly string[] {
  const columns = names?.map((name) => requestedColumn(roadmap, name)) ?? usualColumns(roadmap, place);
  for (const name of needed) {
    const column = requestedColumn(roadmap, name);
    if (!columns.some((other) => isSameColumn(other, column))) columns.splice(indexFor(column, columns), 0, column);
  }
  for (const [index, column] of columns.entries()) {
    const double = columns.slice(0, index).find((other) => isSameColumn(other, column));
    if (double)
      throw new UserError(
        "ALREADY_THERE",
        `--columns has one column twice: "${plainText(double.header)}" and "${plainText(column.header)}"`,
        "omit one of them",
      );
  }
  return columns.map(({ header }) => header);
}

/** Known columns are placed in display order, others last. */
function indexFor({ kind: wanted }: RequestedColumn, columns: readonly RequestedColumn[]): number {
  if (wanted === null) return columns.length;
  const before = columnKinds.slice(0, columnKinds.indexOf(wanted));
  return columns.findLastIndex(({ kind }) => kind !== null && before.includes(kind)) + 1;
}

function isSameColumn(one: RequestedColumn, other: RequestedColumn): boolean {
  if (one.kind !== null && one.kind === other.kind) return true;
  return normalize(plainText(one.header)) === normalize(plainText(other.header));
}

/** Below the heading of a phase, a first table needs no column of phases. */
function usualColumns(roadmap: Roadmap, { heading, at }: NewTablePlace): RequestedColumn[] {
  const { tables, settings } = roadmap;
  const table = tables.findLast(({ table: { span } }) => span.start < at) ?? tables[0];
  const columnOf = (header: string) => {
    const kind = kindOfHeader(header);
    return { header: escapeCell(header), kind };
  };
  if (table) return headersOf(roadmap, table).map(columnOf);
  const hasPhase = heading === null || heading === titleOf(roadmap);
  return firstHeaders.flatMap((header) => {
    const { kind } = columnOf(header);
    if (kind === "phase" && !hasPhase) return [];
    return { header: escapeCell((kind && settings.columns.get(kind)?.[0]) ?? header), kind };
  });
}

// The text.

/** The edit that inserts a table with one row or none, aligned; all texts are escaped. */
export function newTableEdit(
  { text }: Roadmap,
  { at, lead, trail }: NewTablePlace,
  { headers, row }: { headers: readonly string[]; row?: readonly string[] },
): Edit {
  const lines = row ? [headers, row] : [headers];
  const widths = headers.map((_, column) => {
    const own = lines.map((cells) => widthInColumns(cells[column] ?? "")).filter((width) => width <= maxCountedWidth);
    return Math.max(minColumnWidth, ...own);
  });
  const [first, ...others] = lines.map((cells) =>
    cells.map((cell, column) => ` ${cell}${" ".repeat(Math.max(0, (widths[column] ?? 0) - widthInColumns(cell)))} `),
  );
  const dashes = widths.map((width) => "-".repeat(width + 2));
  const rows = [first ?? [], dashes, ...others].map((cells) => `|${cells.join("|")}|`);
  return { at: { start: at, end: at }, text: lead + rows.join(endingAt(text, at)) + trail };
}

/** The first table below the place; null if there is none. */
export function tableAfter({ blocks: { tables } }: Roadmap, { at }: NewTablePlace): Table | null {
  return tables.find(({ span }) => span.start >= at) ?? null;
}

/** The number of the new table among the topic tables; null for the first one of the file. */
export function newTableNumber({ tables }: Roadmap, { at }: NewTablePlace): number | null {
  return tables.length === 0 ? null : tables.filter(({ table }) => table.span.start < at).length + 1;
}

/** A table with these headers as it will be read, with its header at the end of a draft of the file. */
export function draftTable(roadmap: Roadmap, { at }: NewTablePlace, headers: readonly string[]) {
  const text = `${roadmap.text}\n${headers.join("|")}`;
  // Before the place: a heading that begins there will be below the table.
  const span = { start: at - 1, end: at - 1 };
  const offsets: number[] = [];
  for (const [index, header] of headers.entries()) {
    const start = index === 0 ? roadmap.text.length + 1 : (offsets.at(-1) ?? 0) + 1;
    offsets.push(start, start, start + header.length, start + header.length);
  }
  const kindOf = (header: string) =>
    columnKinds.find((kind) => roadmap.settings.columns.get(kind)?.includes(plainText(header))) ?? kindOfHeader(header);
  const kinds = headers.map((header, column) => [kindOf(header), column] as const);
  const table: TopicTable = {
    table: { span, header: rowOf(span, offsets), alignments: headers.map(() => null), rows: [] },
    number: null,
    columns: new Map(kinds.flatMap(([kind, column]) => (kind === null ? [] : [[kind, column]]))),
    statusForm: "words",
    inferred: new Map(),
    repeated: new Set(),
    spelling: new Map(),
    ...byKind(dayKinds, () => null),
  };
  return { draft: { ...roadmap, text }, table };
}
