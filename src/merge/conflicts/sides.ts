// Sides of conflicts: the text of each side, and its lines split into individual choices.

import type { ConflictBlock } from "../../markdown/conflict-markers.js";
import { cellsOf, type Row } from "../../model/blocks.js";
import { columnNames, type Roadmap, type Task, type Topic } from "../../model/roadmap.js";
import { partitionPoint } from "../../text/arrays.js";
import { type Span, shiftSpan } from "../../text/edit.js";
import { memoize } from "../../text/memoize.js";
import type { Version } from "../hunks.js";

export interface SideText {
  readonly text: string;
  /** The start of each conflict's side in it. */
  readonly starts: readonly number[];
}

/** The text with each conflict replaced by one of its sides; by ours if git left no base. */
export function sideText(text: string, blocks: readonly ConflictBlock[], side: Version): SideText {
  let output = "";
  let at = 0;
  const starts: number[] = [];
  for (const block of blocks) {
    output += text.slice(at, block.span.start);
    starts.push(output.length);
    if (block.kind === "clear") {
      const { start, end } = block[side] ?? block.ours;
      output += text.slice(start, end);
    }
    at = block.span.end;
  }
  return { text: output + text.slice(at), starts };
}

/** A line of a side. All spans are in the text with the markers. */
export interface SideLine {
  readonly kind: "topic" | "task" | "other";
  readonly thing: Topic | Task | null;
  /** As in the roadmap; for a line that is neither topic nor task, the whole line. */
  readonly name: string;
  /** The whole line with its line break. */
  readonly span: Span;
  /** The individual choices: the cells of a row, the parts of a task, otherwise none. */
  readonly fields: readonly Field[];
  /** Lines with the same layout have the same fields. */
  readonly layout: string;
}

export interface Field {
  /** A column, as named by `columnNames`; `bullet`, `mark` and `text` of a task; `row` for the whole line. */
  readonly name: string;
  readonly content: Span;
  /** The content with the whitespace that may be used up. */
  readonly slot: Span;
  readonly isCell: boolean;
}

/** The lines of one side of a conflict, which begins at `start` in the text that the roadmap was read from. */
export function sideLines(side: Span, { roadmap, start }: { roadmap: Roadmap; start: number }): SideLine[] {
  const length = side.end - side.start;
  const things = thingsInOrder(roadmap);
  const shift = side.start - start;
  const lines: SideLine[] = [];
  let reached = partitionPoint(things, ({ at }) => at.start < start);
  for (let at = start; at < start + length; ) {
    const feed = roadmap.text.indexOf("\n", at);
    const next = feed === -1 ? start + length : feed + 1;
    while ((things[reached]?.at.start ?? at) < at) reached++;
    const first = things[reached];
    const thing = first && first.at.end <= next ? first.thing : null;
    const place = { roadmap, line: { start: at, end: next }, shift };
    if (!thing) lines.push(otherLine(place));
    else lines.push("row" in thing ? topicLine(thing, place) : taskLine(thing, place));
    at = next;
  }
  return lines;
}

const thingsInOrder = memoize(({ topics, tasks }: Roadmap) =>
  [...topics.map((thing) => ({ thing, at: thing.row })), ...tasks.map((thing) => ({ thing, at: thing.span }))].sort(
    (a, b) => a.at.start - b.at.start,
  ),
);

/** The same line as a single choice. */
export function wholeLine(text: string, line: SideLine): SideLine {
  const content = trimmedSpan(text, line.span);
  return { ...line, layout: "row", fields: [{ name: "row", content, slot: content, isCell: false }] };
}

interface LinePlace {
  readonly roadmap: Roadmap;
  /** In the text of the roadmap. */
  readonly line: Span;
  /** The offset from there to the text with the markers. */
  readonly shift: number;
}

function topicLine(topic: Topic, { roadmap, line, shift }: LinePlace): SideLine {
  const names = columnNames(roadmap.text, topic.table);
  const cells = hasOuterPipes(topic.row) ? cellsOf(topic.row) : [];
  const fields = cells.map(({ start, end, slot }, index) => ({
    name: names[index] ?? `column ${index + 1}`,
    content: shiftSpan({ start, end }, shift),
    slot: shiftSpan(slot, shift),
    isCell: true,
  }));
  return {
    kind: "topic",
    thing: topic,
    name: topic.name,
    span: shiftSpan(line, shift),
    fields,
    layout: layoutOf(fields),
  };
}

/** Edits in a row replace from pipe to pipe. */
function hasOuterPipes(row: Row): boolean {
  const cells = cellsOf(row);
  return (cells[0]?.slot.start ?? row.start) > row.start && (cells.at(-1)?.slot.end ?? row.end) < row.end;
}

function taskLine(task: Task, { roadmap, line, shift }: LinePlace): SideLine {
  const words = trimmedSpan(roadmap.text, { start: task.mark.end + 1, end: line.end });
  const fields = [
    { name: "bullet", at: { start: line.start, end: task.mark.start - 1 } },
    { name: "mark", at: task.mark },
    { name: "text", at: words },
  ].map(({ name, at }) => ({ name, content: shiftSpan(at, shift), slot: shiftSpan(at, shift), isCell: false }));
  return { kind: "task", thing: task, name: task.name, span: shiftSpan(line, shift), fields, layout: layoutOf(fields) };
}

function otherLine({ roadmap, line, shift }: LinePlace): SideLine {
  const { start, end } = trimmedSpan(roadmap.text, line);
  const name = roadmap.text.slice(start, end);
  return { kind: "other", thing: null, name, span: shiftSpan(line, shift), fields: [], layout: "" };
}

function layoutOf(fields: readonly Field[]): string {
  return fields.map(({ name }) => name).join("\n");
}

function trimmedSpan(text: string, { start, end }: Span): Span {
  const line = text.slice(start, end);
  const first = start + (line.length - line.trimStart().length);
  return { start: Math.min(first, end), end: Math.max(first, start + line.trimEnd().length) };
}
