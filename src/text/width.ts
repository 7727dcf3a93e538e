// Width: how many columns of a terminal a text takes; the only file that imports string-width.

import stringWidth from "string-width";

const plainAscii = /^[\x20-\x7e]*$/;

/** Display columns: two for CJK and emoji, none for combining marks. The text holds no control characters. */
export function widthInColumns(text: string): number {
  return plainAscii.test(text) ? text.length : stringWidth(text);
}

/** The text, cut at a whole character and ended with `…` when it is wider than it may be. */
export function fitInColumns(text: string, columns: number): string {
  if (widthInColumns(text) <= columns) return text;
  if (columns < 1) return "";
  let kept = "";
  let used = 0;
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    used += widthInColumns(segment);
    if (used > columns - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

/** The text with blanks behind it, so that it takes at least so many columns. */
export function padToColumns(text: string, columns: number): string {
  return text + " ".repeat(Math.max(0, columns - widthInColumns(text)));
}
