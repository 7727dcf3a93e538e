// Blank cell: whether a cell contains nothing that overwriting it could lose.

import { plainText } from "./cell-text.js";
import { isPlaceholder } from "./dates.js";

/** A cell is blank when it contains only whitespace (also as `&nbsp;` or `<br>`) or a placeholder such as `TBD`. */
export function isBlankCell(raw: string): boolean {
  return raw === "" || (isPlaceholder(plainText(raw)) && !hidesContent(raw));
}

/** Whether a cell contains more than its plain text shows: links, images, HTML, comments, struck-out text. */
export function hidesContent(raw: string): boolean {
  return /\]\(|\]\[|\[\[|<(?!br *\/?>)[a-z/!?]|~~/i.test(raw);
}
