// Lines in the fast reader: character codes, where a line ends, where its text begins, and in which column.

export const TAB = 9;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
export const SPACE = 32;
export const EXCLAMATION_MARK = 33;
export const QUOTATION_MARK = 34;
export const HASH = 35;
export const APOSTROPHE = 39;
export const RIGHT_PARENTHESIS = 41;
export const ASTERISK = 42;
export const PLUS = 43;
export const DASH = 45;
export const DOT = 46;
export const SLASH = 47;
export const DIGIT_0 = 48;
export const DIGIT_1 = 49;
export const DIGIT_9 = 57;
export const COLON = 58;
export const LESS_THAN = 60;
export const EQUALS = 61;
export const GREATER_THAN = 62;
export const QUESTION_MARK = 63;
export const LEFT_BRACKET = 91;
export const BACKSLASH = 92;
export const RIGHT_BRACKET = 93;
export const UNDERSCORE = 95;
export const BACKTICK = 96;
export const LETTER_A = 97;
export const LETTER_Z = 122;
export const PIPE = 124;
export const TILDE = 126;
export const DELETE = 127;
export const BYTE_ORDER_MARK = 0xfeff;

/** A position in a line with its column, counted from 0, with tab stops at multiples of 4. */
export interface Cursor {
  at: number;
  column: number;
}

/** The line being read. `at` is its first character that is neither whitespace nor part of a container's prefix. */
export interface Line extends Cursor {
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
  if (line.carriageReturn < start) line.carriageReturn = offsetOrEnd(text, "\r", start);
  // Searching for a line feed only up to a carriage return keeps texts with lone carriage returns linear.
  line.end =
    line.carriageReturn < text.length
      ? lineFeedBefore(text, start, line.carriageReturn)
      : offsetOrEnd(text, "\n", start);
  line.next =
    line.end + (text.charCodeAt(line.end) === CARRIAGE_RETURN && text.charCodeAt(line.end + 1) === LINE_FEED ? 2 : 1);
  line.start = start;
  line.at = start;
  line.column = 0;
  line.base = 0;
  skipSpaces(text, line.end, line);
  return true;
}

/** Moves the cursor past the spaces and tabs that follow it. */
export function skipSpaces(text: string, end: number, cursor: Cursor): void {
  while (cursor.at < end) {
    const code = text.charCodeAt(cursor.at);
    if (code === SPACE) cursor.column++;
    else if (code === TAB) cursor.column += 4 - (cursor.column % 4);
    else return;
    cursor.at++;
  }
}

/** The columns between the containers' prefix and the text. */
export function indentOf(line: Line): number {
  return line.column - line.base;
}

export function isBlankLine(line: Line): boolean {
  return line.at === line.end;
}

/** End of `[start, end)` without trailing spaces and tabs; `start` if nothing is left. */
export function endBeforeSpaces(text: string, start: number, end: number): number {
  let last = end;
  while (last > start && isSpaceOrTab(text.charCodeAt(last - 1))) last--;
  return last;
}

/** Start of `[start, end)` without leading spaces and tabs; `end` if nothing is left. */
export function startAfterSpaces(text: string, start: number, end: number): number {
  let first = start;
  while (first < end && isSpaceOrTab(text.charCodeAt(first))) first++;
  return first;
}

export function isSpaceOrTab(code: number): boolean {
  return code === SPACE || code === TAB;
}

function offsetOrEnd(text: string, character: string, from: number): number {
  const offset = text.indexOf(character, from);
  return offset === -1 ? text.length : offset;
}

function lineFeedBefore(text: string, start: number, limit: number): number {
  let at = start;
  while (at < limit && text.charCodeAt(at) !== LINE_FEED) at++;
  return at;
}
