// Lines: the line of an offset, and its number and column as editors and compilers count them.

import { partitionPoint } from "./arrays.js";
import { type Span, textAt } from "./edit.js";

/** The line that contains the offset, without its ending. */
export function lineSpanAt(text: string, offset: number): Span {
  // By character: `lastIndexOf` would search a text without carriage returns to its beginning, for every line.
  let start = offset;
  while (start > 0 && !isEnding(text.charCodeAt(start - 1))) start -= 1;
  return { start, end: endOfLine(text, offset) };
}

/** The end of the line that contains the offset, before its ending. */
export function endOfLine(text: string, offset: number): number {
  const ending = /[\r\n]/g;
  ending.lastIndex = offset;
  return ending.exec(text)?.index ?? text.length;
}

/** The text of the line that contains the offset, without its ending. */
export function lineTextAt(text: string, offset: number): string {
  return textAt(text, lineSpanAt(text, offset));
}

/** The ending of the line that contains the offset; for a last line without one, that of the first line. */
export function endingAt(text: string, offset: number): string {
  const ending = /\r\n|\n|\r/g;
  ending.lastIndex = offset;
  return ending.exec(text)?.[0] ?? /\r\n|\n|\r/.exec(text)?.[0] ?? "\n";
}

/** The lines of a text, each with its ending. */
export function linesWithEndings(text: string): readonly string[] {
  return text.match(/[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+/g) ?? [];
}

function isEnding(unit: number): boolean {
  return unit === 10 || unit === 13;
}

/** Both count from 1; the column is in characters (code points), not counting a byte order mark. */
interface Position {
  readonly line: number;
  readonly column: number;
}

/** The offsets at which lines begin. LF, CRLF and a lone CR each end a line. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  if (text.includes("\r")) {
    for (const { index, 0: ending } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + ending.length);
    return starts;
  }
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

/** The last line that begins at or before the offset, counted from 0. */
export function lineAt(starts: readonly number[], offset: number): number {
  return Math.max(0, partitionPoint(starts, (start) => start <= offset) - 1);
}

/** The position of an offset, given the line starts of the same text. */
export function positionAt(text: string, starts: readonly number[], offset: number): Position {
  const line = lineAt(starts, offset);
  return { line: line + 1, column: [...text.slice(shownFrom(text, starts[line] ?? 0), offset)].length + 1 };
}

/** Where the visible part of a line begins: editors neither show nor count a byte order mark. */
export function shownFrom(text: string, lineStart: number): number {
  return lineStart === 0 && text.startsWith("\ufeff") ? 1 : lineStart;
}
