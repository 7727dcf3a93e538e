// Cell lines: the changed cells of a topic, old → new, in aligned columns.

import { elapsedDays } from "../model/dates.js";
import { hidesContent, plainText } from "../model/inline-text.js";
import type { Topic } from "../model/roadmap.js";
import { visible } from "../text/visible.js";
import { fitInColumns, padToColumns, widthInColumns } from "../text/width.js";
import type { Canvas } from "./canvas.js";
import { durationText } from "./day-words.js";
import { wrapText } from "./wrap.js";

export interface ShownChange {
  readonly column: string;
  readonly from: string;
  readonly to: string;
  /** The topic of the cell, if it is not the subject. */
  readonly topic?: string;
  /** The values are no Markdown. */
  readonly isPlain?: boolean;
}

interface CellSetting {
  /** Something was added or removed as a whole: only its texts are shown. */
  readonly isWhole?: boolean;
  /** Whose duration is shown next to its finish date. */
  readonly topic?: Topic | null;
  readonly indent?: number;
}

/** One line each if it fits: `Finished  (blank) → 2026-11-30   12 days`. */
export function cellLines(
  changed: readonly ShownChange[],
  { isWhole = false, topic = null, indent = 2 }: CellSetting,
  canvas: Canvas,
): string[] {
  const { paint, width } = canvas;
  const titles = changed.map(columnTitle);
  const titleWidth = Math.max(0, ...titles.map(widthInColumns));
  return changed.flatMap((change, index) => {
    const { column, from, to } = change;
    const isPart = !isWhole || (from === "") === (to === "");
    const value = isPart ? changeText(change, canvas) : shownValue(column, from || to);
    const lead = `${" ".repeat(indent)}${padToColumns(titles[index] ?? "", titleWidth)}  `;
    const lines = linesAfter(lead, value, width);
    const days = column === "finished" && to !== "" ? durationOf(topic) : "";
    const last = lines.at(-1) ?? "";
    if (days === "" || widthInColumns(last) + days.length + 3 > width) return lines;
    return [...lines.slice(0, -1), `${last}   ${paint.dim(days)}`];
  });
}

const minValueWidth = 16;

/** The text next to its title, or below it where there is no room. */
function linesAfter(lead: string, text: string, width: number): string[] {
  const start = widthInColumns(lead);
  if (start + Math.min(minValueWidth, widthInColumns(text)) > width) {
    const title = lead.trimEnd();
    return [...wrapText(title, width, { first: 2, rest: 4 }), ...wrapText(text, width, { first: 4, rest: 6 })];
  }
  const [first = "", ...rest] = wrapText(text, width, { first: start, rest: Math.min(start, Math.floor(width / 3)) });
  return [lead + first.slice(start), ...rest];
}

/** `Started`, `Depends on`, `Comments of REST`. */
function columnTitle({ column, topic }: Pick<ShownChange, "column" | "topic">): string {
  const words = column === "depends-on" ? "depends on" : column;
  const title = visible(words.charAt(0).toUpperCase() + words.slice(1));
  return topic === undefined ? title : `${title} of ${visible(topic)}`;
}

function durationOf(topic: Topic | null): string {
  if (!topic?.started || !topic.finished || topic.started > topic.finished) return "";
  return durationText(elapsedDays(topic.started, topic.finished));
}

/** Both values; of a long common beginning only the end, so that what differs is not cut. */
function changeText({ column, from, to, isPlain }: ShownChange, { signs }: Pick<Canvas, "signs">): string {
  const textOf = (raw: string) => (isPlain ? visible(raw) || "(no name)" : shownText(column, raw));
  const [old, now] = [textOf(from), textOf(to)];
  const start = elidedLength(old, now);
  const [before, after] = [old, now].map((text) =>
    fitInColumns(start === 0 ? text : signs.ellipsis + text.slice(start), maxValueWidth, signs.ellipsis),
  );
  const isCut = (raw: string) => isPlain || !hidesContent(raw);
  return `${isCut(from) ? before : old} ${signs.arrow} ${isCut(to) ? after : now}`;
}

const keptLength = 12;

/** How much of the common beginning of two texts is not shown: up to its last comma, or else its last space. */
function elidedLength(old: string, now: string): number {
  let length = 0;
  while (length < Math.min(old.length, now.length) && old[length] === now[length]) length++;
  const common = old.slice(0, length);
  const comma = Math.max(common.lastIndexOf(", "), common.lastIndexOf("; "));
  const cut = comma > keptLength ? comma : common.lastIndexOf(" ");
  return cut > keptLength ? cut : 0;
}

const maxValueWidth = 60;

/** A value as shown to people: a cell without Markdown, but with its links; a mark in brackets. */
export function shownValue(column: string, raw: string): string {
  const text = shownText(column, raw);
  return hidesContent(raw) ? text : fitInColumns(text, maxValueWidth);
}

function shownText(column: string, raw: string): string {
  if (column === "mark" && raw !== "") return `[${visible(raw)}]`;
  if (hidesContent(raw)) return visible(raw);
  return visible(plainText(raw)) || "(blank)";
}

/** The text of a task that was added or removed with its mark, which is never empty; null for a mark that changed. */
export function wholeTaskText(column: string, from: string, to: string): string | null {
  if (column !== "mark" || (from !== "" && to !== "")) return null;
  return to === "" ? `removed  ${shownValue(column, from)}` : `added  ${shownValue(column, to)}`;
}
