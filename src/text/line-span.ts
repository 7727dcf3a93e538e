// Line span: the line that contains an offset, and its ending.

import type { Span } from "./span.js";

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
