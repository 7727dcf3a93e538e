// Change lines: what an operation changed, from what to what, and the next useful command.

import { plainText } from "../model/cell-text.js";
import type { Task, Topic } from "../model/roadmap.js";
import { visible } from "../text/visible.js";
import { fitInColumns, widthInColumns } from "../text/width.js";
import type { Canvas } from "./paint.js";

export interface ChangeSummary {
  readonly subject: Topic | Task;
  readonly changed: readonly { readonly column: string; readonly from: string; readonly to: string }[];
  readonly already: string | null;
  readonly notes: readonly string[];
  readonly next: string | null;
}

const widestValue = 60;

/** One line where it fits, else one for each value. */
export function changeLines({ subject, changed, already, notes, next }: ChangeSummary, canvas: Canvas): string[] {
  const { paint } = canvas;
  const name = visible(subject.name);
  const tail = [...notes.map((note) => `  note: ${visible(note)}`), ...(next ? [`  next: ${visible(next)}`] : [])];
  if (already !== null) return [`${paint.faint("·")} ${paint.strong(name)}   ${already}`, ...tail];
  const values = changed.map(({ column, from, to }) => `${column}  ${shown(column, from)} → ${shown(column, to)}`);
  const line = `✓ ${[name, ...values].join("   ")}`;
  if (widthInColumns(line) <= canvas.width)
    return [`${paint.good("✓")} ${[paint.strong(name), ...values].join("   ")}`, ...tail];
  const title = fitInColumns(name, canvas.width - 2);
  return [`${paint.good("✓")} ${paint.strong(title)}`, ...values.map((value) => `  ${value}`), ...tail];
}

function shown(column: string, raw: string): string {
  if (column === "mark") return `[${visible(raw)}]`;
  const text = visible(plainText(raw));
  return text === "" ? "(blank)" : fitInColumns(text, widestValue);
}
