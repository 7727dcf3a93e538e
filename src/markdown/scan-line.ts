// Lines in the fast reader: where one ends, where its text begins, and in which column.

import { CARRIAGE_RETURN, LINE_FEED, SPACE, TAB } from "./scan-codes.js";
/** A position in a line with its column, counted from 0, with tab stops at multiples of 4. */
export interface Place {
  at: number;
  column: number;
}

/** The line being read. `at` is its first character that is neither whitespace nor part of a container's prefix. */
export interface Line extends Place {
  start: number;
  /** Before the line ending. */
  end: number;
  /** After the line ending. */
  next: number;
  /** The column up to which containers have consumed the line; it may be inside a tab. */
  base: number;
  /** The next carriage return at or after `start`; beyond the text if there is none. */
  carriageReturn: number;
}

export function lineBefore(from: number): Line {
  return { at: from, column: 0, start: from, end: from, next: from, base: 0, carriageReturn: -1 };
}

/** Moves `line` to the following line; false at the end of the text. */
export function moveToNextLine(text: string, line: Line): boolean {
  const start = line.next;
  if (start >= text.length) return false;
  if (line.carriageReturn < start) line.carriageReturn = placeOrEnd(text, "\r", start);
  // Searching for a line feed only up to a carriage return keeps texts with lone carriage returns linear.
  line.end =
    line.carriageReturn < text.length
      ? lineFeedBefore(text, start, line.carriageReturn)
      : placeOrEnd(text, "\n", start);
  line.next =
    line.end + (text.charCodeAt(line.end) === CARRIAGE_RETURN && text.charCodeAt(line.end + 1) === LINE_FEED ? 2 : 1);
  line.start = start;
  line.at = start;
  line.column = 0;
  line.base = 0;
  skipBlanks(text, line.end, line);
  return true;
}

/** Moves `place` past the spaces and tabs that follow it. */
export function skipBlanks(text: string, end: number, place: Place): void {
  while (place.at < end) {
    const code = text.charCodeAt(place.at);
    if (code === SPACE) place.column++;
    else if (code === TAB) place.column += 4 - (place.column % 4);
    else return;
    place.at++;
  }
}

/** The columns between the containers' prefix and the text. */
export function indentOf(line: Line): number {
  return line.column - line.base;
}

export function isBlank(line: Line): boolean {
  return line.at === line.end;
}

/** End of `[start, end)` without trailing spaces and tabs; `start` if nothing is left. */
export function endWithoutBlanks(text: string, start: number, end: number): number {
  let last = end;
  while (last > start && isSpaceOrTab(text.charCodeAt(last - 1))) last--;
  return last;
}

/** Start of `[start, end)` without leading spaces and tabs; `end` if nothing is left. */
export function startWithoutBlanks(text: string, start: number, end: number): number {
  let first = start;
  while (first < end && isSpaceOrTab(text.charCodeAt(first))) first++;
  return first;
}

export function isSpaceOrTab(code: number): boolean {
  return code === SPACE || code === TAB;
}

function placeOrEnd(text: string, character: string, from: number): number {
  const found = text.indexOf(character, from);
  return found === -1 ? text.length : found;
}

function lineFeedBefore(text: string, start: number, limit: number): number {
  let at = start;
  while (at < limit && text.charCodeAt(at) !== LINE_FEED) at++;
  return at;
}
