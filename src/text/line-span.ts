// Line span: the line that an offset lies in, and how it ends.

import type { Span } from "./span.js";

/** The line that holds the offset, without its ending. */
export function lineSpanAt(text: string, offset: number): Span {
  // Character by character: a text without a carriage return would be searched to its beginning for one, line by line.
  let start = offset;
  while (start > 0 && !isEnding(text.charCodeAt(start - 1))) start -= 1;
  return { start, end: endOfLine(text, offset) };
}

/** Where the line that holds the offset ends, before its ending. */
export function endOfLine(text: string, offset: number): number {
  const ending = /[\r\n]/g;
  ending.lastIndex = offset;
  return ending.exec(text)?.index ?? text.length;
}

/** How the line that holds the offset ends; the last one without an ending, as the first one does. */
export function endingAt(text: string, offset: number): string {
  const ending = /\r\n|\n|\r/g;
  ending.lastIndex = offset;
  return ending.exec(text)?.[0] ?? /\r\n|\n|\r/.exec(text)?.[0] ?? "\n";
}

function isEnding(unit: number): boolean {
  return unit === 10 || unit === 13;
}
