// Line index: where in a file an offset is, as editors and compilers say it.

import { countWhile } from "./count-while.js";
import { lineSpanAt } from "./line-span.js";
import { textAt } from "./span.js";

/** A place as people name it; both count from 1, the column in characters (code points) after a byte order mark. */
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
  return Math.max(0, countWhile(starts, (start) => start <= offset) - 1);
}

/** The position of an offset, given the line starts of the same text. */
export function positionAt(text: string, starts: readonly number[], offset: number): Position {
  const line = lineAt(starts, offset);
  return { line: line + 1, column: [...text.slice(shownFrom(text, starts[line] ?? 0), offset)].length + 1 };
}

/** Where what editors show of a line begins: they show no byte order mark, and count none. */
export function shownFrom(text: string, lineStart: number): number {
  return lineStart === 0 && text.startsWith("\ufeff") ? 1 : lineStart;
}

/** The text of the line that holds the offset, without its ending. */
export function lineTextAt(text: string, offset: number): string {
  return textAt(text, lineSpanAt(text, offset));
}
