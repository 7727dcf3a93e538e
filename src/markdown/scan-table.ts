// Table rows as the fast reader cuts them into cells: GFM tables, as micromark tokenizes them.

import type { Span } from "../text/span.js";
import type { Alignment, Cell, Row } from "./blocks.js";
import { BACKSLASH, COLON, DASH, PIPE } from "./scan-codes.js";
import { endWithoutBlanks, isSpaceOrTab, startWithoutBlanks } from "./scan-line.js";

/**
 * The first pipe without a backslash before it at or behind the last place asked for; beyond the text when there is
 * none. Remembered, since a text may have just one at its far end.
 */
export interface NextPipe {
  at: number;
}

/**
 * The row in `line`, which starts with no blank. A backslash escapes a pipe or a backslash after it, in a code span
 * like anywhere: cells are cut before any inline content is looked at. Rows must be read in file order.
 */
export function readRow(text: string, line: Span, nextPipe: NextPipe): Row {
  const { start } = line;
  const end = endWithoutBlanks(text, start, line.end);
  const cells: Cell[] = [];
  let slotStart = text.charCodeAt(start) === PIPE ? start + 1 : start;
  let pipe = findPipe(text, slotStart, nextPipe);
  while (pipe < end) {
    cells.push(cellIn(text, slotStart, pipe));
    slotStart = pipe + 1;
    pipe = findPipe(text, slotStart, nextPipe);
  }
  // What follows the last pipe is a cell only if it holds something, or if there is no other one.
  if (slotStart < end || cells.length === 0) cells.push(cellIn(text, slotStart, end));
  return { span: { start, end }, cells };
}

/** The alignments of the delimiter row in `[start, lineEnd)`, or null when it is none. */
export function readAlignments(text: string, start: number, lineEnd: number): Alignment[] | null {
  const end = endWithoutBlanks(text, start, lineEnd);
  const alignments: Alignment[] = [];
  // Dashes alone are a thematic break or an underline: a delimiter row has a pipe or a colon.
  let marked = false;
  let at = start;
  if (text.charCodeAt(at) === PIPE) {
    marked = true;
    at = startWithoutBlanks(text, at + 1, end);
  }
  while (at < end) {
    const left = text.charCodeAt(at) === COLON;
    if (left) at++;
    const dashes = at;
    while (at < end && text.charCodeAt(at) === DASH) at++;
    if (at === dashes) return null;
    const right = at < end && text.charCodeAt(at) === COLON;
    if (right) at++;
    marked ||= left || right;
    alignments.push(left ? (right ? "center" : "left") : right ? "right" : null);
    at = startWithoutBlanks(text, at, end);
    if (at === end) break;
    if (text.charCodeAt(at) !== PIPE) return null;
    marked = true;
    at = startWithoutBlanks(text, at + 1, end);
  }
  return marked && alignments.length > 0 ? alignments : null;
}

function cellIn(text: string, start: number, end: number): Cell {
  let first = start;
  while (first < end && isSpaceOrTab(text.charCodeAt(first))) first++;
  if (first === end) return { start: end, end, slot: { start, end } };
  return { start: first, end: endWithoutBlanks(text, first, end), slot: { start, end } };
}

function findPipe(text: string, from: number, nextPipe: NextPipe): number {
  if (nextPipe.at < from) nextPipe.at = unescapedPipe(text, from);
  return nextPipe.at;
}

function unescapedPipe(text: string, from: number): number {
  let at = text.indexOf("|", from);
  while (at !== -1 && isEscaped(text, at)) at = text.indexOf("|", at + 1);
  return at === -1 ? text.length : at;
}

/** An even number of backslashes escape each other. */
function isEscaped(text: string, pipe: number): boolean {
  let at = pipe;
  while (text.charCodeAt(at - 1) === BACKSLASH) at--;
  return (pipe - at) % 2 === 1;
}
