// Documents: the text of a roadmap as a sequence of lines, topic tables and tasks.

import { cellAt, cellTextAt, type Heading, type Row } from "../model/blocks.js";
import { plainText } from "../model/inline-text.js";
import { labeledHeadings, parentHeadings, titleHeading } from "../model/outline.js";
import type { Roadmap, TopicTable } from "../model/roadmap.js";
import { partitionPoint } from "../text/arrays.js";
import { lineAt, lineStarts, linesWithEndings } from "../text/lines.js";
import { lazy } from "../text/memoize.js";
import { normalize } from "../text/normalize.js";
import type { HeadingLine } from "./widen-conflicts.js";

/** A line without its ending, and the ending: empty for a last line without one. */
export interface LineWithEnding {
  readonly text: string;
  readonly ending: string;
}

/** The line of a row. Its `prefix`, the slots joined by pipes, and its `suffix` are the text of the line. */
export interface RowLine {
  readonly line: LineWithEnding;
  /** The identity of the row: its topic without case, whitespace and Markdown. */
  readonly key: string;
  /** Computed on first use, because most rows of a file are unchanged. */
  readonly parts: RowParts;
}

interface RowParts {
  readonly prefix: string;
  readonly slots: readonly string[];
  readonly suffix: string;
}

/** The concatenated lines of all elements are the text. */
export interface Document {
  readonly elements: readonly Element[];
}

export type Element = TextLine | TaskLine | TableBlock;

interface TextLine {
  readonly kind: "line";
  readonly line: LineWithEnding;
  readonly heading: HeadingLine | null;
}

/** The line with a task's checkbox, split into the mark and the text before and after it. */
export interface TaskLine {
  readonly kind: "task";
  readonly line: LineWithEnding;
  readonly before: string;
  readonly mark: string;
  readonly after: string;
  /** Its identity: the words in this line. */
  readonly key: string;
  /** Its name as displayed. */
  readonly title: string;
  /** The headings above it. */
  readonly section: string;
  /** Its position: the headings above it and its parent task. */
  readonly context: string;
  readonly depth: number;
}

export interface TableBlock {
  readonly kind: "table";
  readonly header: RowLine;
  readonly delimiter: RowLine;
  readonly rows: readonly RowLine[];
  /** The labels of the headings above it, the nearest one first. */
  readonly headings: readonly string[];
  /** The index of the topic column, counted from 0. */
  readonly topicColumn: number;
}

/** Never fails: anything of an unusual shape stays as lines. */
export function splitDocument(roadmap: Roadmap): Document {
  const lines = linesWithEndings(roadmap.text).map(cutEnding);
  const starts = lineStarts(roadmap.text);
  const context = { roadmap, lines, starts, headingsAt: headingsAbove(roadmap) };
  const blocks = new Map<number, { readonly block: TableBlock; readonly count: number }>();
  for (const table of roadmap.tables) {
    const block = tableBlock(context, table);
    if (block) blocks.set(lineAt(starts, table.table.header.start), { block, count: block.rows.length + 2 });
  }
  const tasks = taskLines(context);
  const headings = headingLines(context);
  const elements: Element[] = [];
  for (let index = 0; index < lines.length; index++) {
    const table = blocks.get(index);
    const line = lines[index] ?? { text: "", ending: "" };
    elements.push(table?.block ?? tasks.get(index) ?? { kind: "line", line, heading: headings.get(index) ?? null });
    if (table) index += table.count - 1;
  }
  return { elements };
}

function headingLines({ roadmap, starts }: DocumentLines): Map<number, HeadingLine> {
  return new Map(
    labeledHeadings(roadmap).map(({ heading: { span, depth }, label, number }) => [
      lineAt(starts, span.start),
      { depth, label: normalize(label), number },
    ]),
  );
}

interface DocumentLines {
  readonly roadmap: Roadmap;
  readonly lines: readonly LineWithEnding[];
  readonly starts: readonly number[];
  readonly headingsAt: (offset: number) => readonly string[];
}

function tableBlock(
  { roadmap, lines, starts, headingsAt }: DocumentLines,
  { table, columns }: TopicTable,
): TableBlock | null {
  const first = lineAt(starts, table.header.start);
  const topicColumn = columns.get("topic") ?? 0;
  const rowLine = (row: TopicTable["table"]["header"], index: number) => {
    const [line, start] = [lines[index], starts[index]];
    if (!line || start === undefined || row.start < start || row.end > start + line.text.length) return null;
    return readRowLine({ text: roadmap.text, line, start }, row, topicColumn);
  };
  const header = rowLine(table.header, first);
  const delimiter = readDelimiter(lines[first + 1], table.alignments.length);
  const rows = table.rows.map((row, index) => rowLine(row, first + 2 + index)).filter((row) => row !== null);
  if (!header || !delimiter || rows.length < table.rows.length) return null;
  return { kind: "table", header, delimiter, rows, headings: headingsAt(table.header.start), topicColumn };
}

function taskLines({ roadmap, lines, starts, headingsAt }: DocumentLines): Map<number, TaskLine> {
  const tasks = new Map<number, TaskLine>();
  const shared = new Set<number>();
  for (const task of roadmap.tasks) {
    const index = lineAt(starts, task.mark.start);
    const [line, start] = [lines[index], starts[index]];
    if (!line || start === undefined) continue;
    if (tasks.has(index)) shared.add(index);
    const [at, end] = [task.mark.start - start, task.mark.end - start];
    const after = line.text.slice(end);
    const title = plainText(after.replace(/^\]/, "")).trim();
    const section = headingsAt(task.mark.start).join("\n");
    tasks.set(index, {
      kind: "task",
      line,
      before: line.text.slice(0, at),
      mark: line.text.slice(at, end),
      after,
      key: normalize(title),
      title,
      section,
      context: `${section}\n${normalize(task.parent?.name ?? "")}`,
      depth: task.depth,
    });
  }
  // Two checkboxes in one line cannot be merged as lines, because it is unclear which of them a change refers to.
  for (const index of shared) tasks.delete(index);
  return tasks;
}

/** The normalized labels of the headings above an offset, the nearest one first; without the only title of the file. */
export function headingsAbove(roadmap: Roadmap): (offset: number) => readonly string[] {
  const { headings } = roadmap.blocks;
  const parents = parentHeadings(headings);
  const title = titleHeading(headings);
  const paths = new Map<Heading | null | undefined, readonly string[]>();
  for (const { heading, label } of labeledHeadings(roadmap)) {
    if (heading !== title) paths.set(heading, [normalize(label), ...(paths.get(parents.get(heading)) ?? [])]);
  }
  return (offset) => paths.get(headings[partitionPoint(headings, ({ span }) => span.start <= offset) - 1]) ?? [];
}

// One line of a table, split at its pipes so that it can be reassembled.

function cutEnding(line: string): LineWithEnding {
  const ending = /[\r\n]+$/.exec(line)?.[0] ?? "";
  return { text: line.slice(0, line.length - ending.length), ending };
}

/** The line as it is in the file; empty for none. */
export function lineWithEnding(line: LineWithEnding | null | undefined): string {
  return line ? line.text + line.ending : "";
}

interface RowSource {
  readonly text: string;
  readonly line: LineWithEnding;
  /** The offset of the line in the text. */
  readonly start: number;
}

function readRowLine(place: RowSource, row: Row, topicColumn: number): RowLine {
  const { text, line } = place;
  const parts = lazy(() => partsOf(place, row));
  return {
    line,
    key: normalize(plainText(cellTextAt(text, row, topicColumn))),
    get parts() {
      return parts();
    },
  };
}

function partsOf({ text, line, start }: RowSource, row: Row): RowParts {
  const slots: string[] = [];
  let end = row.start;
  for (let column = 0; column < row.cellCount; column++) {
    const slot = cellAt(row, column)?.slot ?? { start: end, end };
    slots.push(text.slice(slot.start, slot.end));
    end = slot.end;
  }
  const first = cellAt(row, 0)?.slot.start ?? row.start;
  return { prefix: text.slice(start, first), slots, suffix: text.slice(end, start + line.text.length) };
}

const delimiterShape = /^([\s>]*\|?)([-:|\s]*?)(\|?[ \t]*)$/;

/** The delimiter row; null if it has an unusual shape. */
function readDelimiter(line: LineWithEnding | undefined, columns: number): RowLine | null {
  const [, prefix = "", body = "", suffix = ""] = delimiterShape.exec(line?.text ?? "") ?? [];
  const slots = body.split("|");
  return line && slots.length === columns ? { line, key: "", parts: { prefix, slots, suffix } } : null;
}

/** The content of the slot without surrounding spaces; other whitespace is part of the content. */
export function slotText(slot: string | undefined): string {
  return slot === undefined ? "" : slot.replace(/^[ \t]+/, "").replace(/[ \t]+$/, "");
}

/** The alignment in a slot of the delimiter row, regardless of the number of dashes. */
export function alignmentOf(slot: string | undefined): string {
  return slotText(slot).replace(/-+/, "-");
}

/** The text of a line with these parts; slots missing at the end stay missing. */
export function joinRow({
  prefix,
  slots,
  suffix,
}: {
  prefix: string;
  slots: readonly (string | undefined)[];
  suffix: string;
}): string {
  let count = slots.length;
  while (count > 0 && slots[count - 1] === undefined) count--;
  return `${prefix}${Array.from({ length: count }, (_, column) => slots[column] ?? " ").join("|")}${suffix}`;
}
