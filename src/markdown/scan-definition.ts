// Link reference definitions at the start of a paragraph, which are not part of it (CommonMark 4.7).

import { BACKSLASH, COLON, DELETE, LEFT_BRACKET, RIGHT_BRACKET, SPACE, TAB } from "./scan-codes.js";
import { startWithoutBlanks } from "./scan-line.js";
import type { Paragraph } from "./scan-state.js";

const LONGEST_LABEL = 900;

/**
 * The number of lines at the start of a paragraph that are definitions. Only one-line definitions with a plain target
 * are supported; null for any others.
 */
export function countDefinitions(text: string, paragraph: Paragraph, lines: number): number | null {
  for (let index = 0; index < lines; index++) {
    const start = paragraph.lineStarts[index] ?? 0;
    const line = { text, start, end: paragraph.lineEnds[index] ?? 0, last: index + 1 === lines };
    const next = line.last ? "" : text.charAt(paragraph.lineStarts[index + 1] ?? 0);
    if (text.charCodeAt(start) !== LEFT_BRACKET) return index;
    const verdict = judge(line, next);
    if (verdict === null) return null;
    if (!verdict) return index;
  }
  return lines;
}

interface DefinitionLine {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly last: boolean;
}

/** Whether the whole line is a definition; null if the line alone does not tell. */
function judge(line: DefinitionLine, nextCharacter: string): boolean | null {
  const { text, end, last } = line;
  const labelEnd = endOfLabel(line);
  if (labelEnd === "open") return last ? false : null;
  if (labelEnd === "none") return false;
  if (labelEnd === "unsure") return null;
  if (text.charCodeAt(labelEnd + 1) !== COLON) return false;
  const target = startWithoutBlanks(text, labelEnd + 2, end);
  if (target === end) return last ? false : null;
  const targetEnd = endOfTarget(text, target, end);
  if (targetEnd === null) return null;
  const title = startWithoutBlanks(text, targetEnd, end);
  // A title may also be in the next line.
  if (title === end) return `"'(`.includes(nextCharacter) && nextCharacter !== "" ? null : true;
  return `"'(`.includes(text.charAt(title)) ? isPlainTitle(text, title, end) : false;
}

function endOfLabel({ text, start, end }: DefinitionLine): number | "none" | "open" | "unsure" {
  if (end - start > LONGEST_LABEL && text.slice(start, start + LONGEST_LABEL).indexOf("]") === -1) return "unsure";
  let at = start + 1;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code === LEFT_BRACKET) return "none";
    if (code === RIGHT_BRACKET) return startWithoutBlanks(text, start + 1, at) === at ? "none" : at;
    if (code === BACKSLASH && "[\\]".includes(text.charAt(at + 1))) at++;
    at++;
  }
  return "open";
}

/** The end of a target without angle brackets, parentheses, escapes and control characters; null for others. */
function endOfTarget(text: string, start: number, end: number): number | null {
  let at = start;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code === SPACE || code === TAB) return at;
    if (code < SPACE || code === DELETE || "<()\\".includes(text.charAt(at))) return null;
    at++;
  }
  return at;
}

/** True for a title that closes at the end of its line, null for anything else that starts like one. */
function isPlainTitle(text: string, start: number, end: number): true | null {
  const closer = text.charAt(start) === "(" ? ")" : text.charAt(start);
  const inside = text.slice(start + 1, end);
  const close = inside.indexOf(closer);
  if (close === -1 || inside.includes("\\") || inside.includes("(")) return null;
  return startWithoutBlanks(text, start + 1 + close + 1, end) === end ? true : null;
}
