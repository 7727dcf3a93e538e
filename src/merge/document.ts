// Document: a roadmap's text as a sequence of lines, topic tables and tasks.

import { plainText } from "../model/inline-text.js";
import { headed } from "../model/outline.js";
import type { Roadmap, TopicTable } from "../model/roadmap.js";
import { lineAt, lineStarts, linesWithEndings } from "../text/lines.js";
import { fold } from "../text/normalize.js";
import type { HeadingLine } from "./added-sections.js";
import { headingsAbove } from "./headings.js";
import { cutEnding, type Line, type RowLine, readDelimiter, readRowLine } from "./row-line.js";

/** The concatenated lines of all elements are the text. */
export interface Document {
  readonly elements: readonly Element[];
}

export type Element = TextLine | TaskLine | TableBlock;

interface TextLine {
  readonly kind: "line";
  readonly line: Line;
  readonly heading: HeadingLine | null;
}

/** The line with a task's checkbox, split into the mark and the text before and after it. */
export interface TaskLine {
  readonly kind: "task";
  readonly line: Line;
  readonly before: string;
  readonly mark: string;
  readonly behind: string;
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
export function cutDocument(roadmap: Roadmap): Document {
  const lines = linesWithEndings(roadmap.text).map(cutEnding);
  const starts = lineStarts(roadmap.text);
  const cut = { roadmap, lines, starts, headingsAt: headingsAbove(roadmap) };
  const blocks = new Map<number, { readonly block: TableBlock; readonly count: number }>();
  for (const table of roadmap.tables) {
    const block = tableBlock(cut, table);
    if (block) blocks.set(lineAt(starts, table.table.header.start), { block, count: block.rows.length + 2 });
  }
  const tasks = taskLines(cut);
  const headings = headingLines(cut);
  const elements: Element[] = [];
  for (let index = 0; index < lines.length; index++) {
    const found = blocks.get(index);
    const line = lines[index] ?? { text: "", ending: "" };
    elements.push(found?.block ?? tasks.get(index) ?? { kind: "line", line, heading: headings.get(index) ?? null });
    if (found) index += found.count - 1;
  }
  return { elements };
}

function headingLines({ roadmap, starts }: Cut): Map<number, HeadingLine> {
  return new Map(
    headed(roadmap).map(({ heading: { span, depth }, label, number }) => [
      lineAt(starts, span.start),
      { depth, label: fold(label), number },
    ]),
  );
}

interface Cut {
  readonly roadmap: Roadmap;
  readonly lines: readonly Line[];
  readonly starts: readonly number[];
  readonly headingsAt: (offset: number) => readonly string[];
}

function tableBlock({ roadmap, lines, starts, headingsAt }: Cut, { table, columns }: TopicTable): TableBlock | null {
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

function taskLines({ roadmap, lines, starts, headingsAt }: Cut): Map<number, TaskLine> {
  const found = new Map<number, TaskLine>();
  const twice = new Set<number>();
  for (const task of roadmap.tasks) {
    const index = lineAt(starts, task.mark.start);
    const [line, start] = [lines[index], starts[index]];
    if (!line || start === undefined) continue;
    if (found.has(index)) twice.add(index);
    const [at, end] = [task.mark.start - start, task.mark.end - start];
    const behind = line.text.slice(end);
    const title = plainText(behind.replace(/^\]/, "")).trim();
    const section = headingsAt(task.mark.start).join("\n");
    found.set(index, {
      kind: "task",
      line,
      before: line.text.slice(0, at),
      mark: line.text.slice(at, end),
      behind,
      key: fold(title),
      title,
      section,
      context: `${section}\n${fold(task.parent?.name ?? "")}`,
      depth: task.depth,
    });
  }
  // Two checkboxes in one line cannot be merged as lines, because it is unclear which of them a change refers to.
  for (const index of twice) found.delete(index);
  return found;
}
