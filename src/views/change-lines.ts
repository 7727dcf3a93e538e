// Change lines: the changes of an operation, old → new, and the next useful command.

import { hidesContent, plainText } from "../model/inline-text.js";
import { visible } from "../text/visible.js";
import { fitInColumns, widthInColumns } from "../text/width.js";
import type { Canvas } from "./canvas.js";
import { namingFile, nextLine, wrapText } from "./wrap.js";

interface ChangeSummary {
  readonly subject: { readonly number: number; readonly name: string };
  /** What was done, if the values do not show it. */
  readonly summary: string | null;
  readonly changed: readonly ShownChange[];
  readonly already: string | null;
  readonly notes: readonly string[];
  readonly next: string | null;
}

interface ShownChange {
  readonly column: string;
  readonly from: string;
  readonly to: string;
  /** The topic of the cell, if it is not the subject. */
  readonly topic?: string;
}

const maxValueWidth = 60;

/** One line if it fits, otherwise one per value. */
export function changeLines(
  { subject, summary, changed, already, notes, next }: ChangeSummary,
  canvas: Canvas,
): string[] {
  const { paint, width } = canvas;
  const mark = already === null ? paint.done("✓") : paint.dim("·");
  const values =
    already === null
      ? [...(summary === null ? [] : [visible(summary)]), ...new Set(changed.map((value) => valueText(value, summary)))]
      : [already];
  const tail = [
    ...notes.flatMap((note) => wrapText(namingFile(`note: ${visible(note)}`, canvas), width, { first: 2, rest: 4 })),
    ...(next ? [nextLine(next, canvas)] : []),
  ];
  const name = visible(subject.name) || `#${subject.number}`;
  const line = [name, ...values].join("   ");
  if (widthInColumns(line) + 2 <= width) return [`${mark} ${[paint.strong(name), ...values].join("   ")}`, ...tail];
  const title = fitInColumns(name, width - 2);
  const valueLines = values.flatMap((value) => wrapText(value, width, { first: 2, rest: 4 }));
  return [`${mark} ${paint.strong(title)}`, ...valueLines, ...tail];
}

/** For something added or removed as a whole, only its text is shown. */
function valueText({ column, from, to, topic }: ShownChange, summary: string | null): string {
  const title = visible(topic === undefined ? column : `${column} of ${topic}`);
  if (summary !== null && (from === "") !== (to === "")) return `${title}  ${shownValue(column, from || to)}`;
  return `${title}  ${shownValue(column, from)} → ${shownValue(column, to)}`;
}

/** The text of a task that was added or removed with its mark, which is never empty; null for a mark that changed. */
export function wholeTaskText(column: string, from: string, to: string): string | null {
  if (column !== "mark" || (from !== "" && to !== "")) return null;
  return to === "" ? `removed  ${shownValue(column, from)}` : `added  ${shownValue(column, to)}`;
}

/** A value as shown to people: a cell without Markdown, but with its links; a mark in brackets. */
export function shownValue(column: string, raw: string): string {
  if (column === "mark" && raw !== "") return `[${visible(raw)}]`;
  if (hidesContent(raw)) return visible(raw);
  const text = visible(plainText(raw));
  return text === "" ? "(blank)" : fitInColumns(text, maxValueWidth);
}
