// Lines in: the lines of a stretch of text, with their places.

import type { Span } from "../text/span.js";

/** Without their ends and the blanks around them. */
export function linesIn(text: string, { start, end }: Span): { readonly text: string; readonly span: Span }[] {
  return [...text.slice(start, end).matchAll(/[^\r\n]+/g)].flatMap(({ 0: line, index }) => {
    const bare = line.trim();
    const from = start + index + line.indexOf(bare);
    return bare === "" ? [] : [{ text: bare, span: { start: from, end: from + bare.length } }];
  });
}
