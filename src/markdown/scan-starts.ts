// Blocks determined by one line: headings, thematic breaks, the openings of fences and of HTML.

import type { Heading } from "../model/blocks.js";
import { ASTERISK, BACKTICK, DASH, EQUALS, HASH, LESS_THAN, TILDE, UNDERSCORE } from "./scan-codes.js";
import { readHtmlStart } from "./scan-html.js";
import { endWithoutBlanks, isSpaceOrTab, type Line, startWithoutBlanks } from "./scan-line.js";
import type { Above, Fence, Html } from "./scan-state.js";

export type BlockStart =
  | { readonly kind: "heading"; readonly heading: Heading }
  | { readonly kind: "rule" }
  | Fence
  | Html;

/** The block that starts at the line's text, if it is one that can also interrupt a paragraph. */
export function readBlockStart(text: string, line: Line, above: Above): BlockStart | "unsure" | null {
  const code = text.charCodeAt(line.at);
  if (code === HASH) return readHeading(text, line);
  if (code === ASTERISK || code === DASH || code === UNDERSCORE) {
    return isThematicBreak(text, line.at, line.end) ? { kind: "rule" } : null;
  }
  if (code === BACKTICK || code === TILDE) return readFence(text, line);
  return code === LESS_THAN ? readHtml(text, line, above) : null;
}

/** At least three of one of `*`, `-` and `_` with only whitespace between and after. */
export function isThematicBreak(text: string, start: number, end: number): boolean {
  const marker = text.charCodeAt(start);
  let count = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === marker) count++;
    else if (!isSpaceOrTab(code)) return false;
  }
  return count >= 3;
}

/** The level of the underline in `[start, end)` that turns the paragraph above into a heading, or 0. */
export function underlineDepth(text: string, start: number, end: number): 0 | 1 | 2 {
  const marker = text.charCodeAt(start);
  if (marker !== EQUALS && marker !== DASH) return 0;
  let at = start;
  while (at < end && text.charCodeAt(at) === marker) at++;
  if (startWithoutBlanks(text, at, end) !== end) return 0;
  return marker === EQUALS ? 1 : 2;
}

function readHeading(text: string, line: Line): BlockStart | null {
  const { at, end } = line;
  let marks = at;
  while (marks < end && text.charCodeAt(marks) === HASH) marks++;
  const depth = marks - at;
  if (depth > 6 || (marks < end && !isSpaceOrTab(text.charCodeAt(marks)))) return null;
  const start = startWithoutBlanks(text, marks, end);
  const contentEnd = endWithoutClosingMarks(text, start, end);
  const content = start === contentEnd ? { start: end, end } : { start, end: contentEnd };
  return { kind: "heading", heading: { depth, span: { start: at, end }, content } };
}

/** A trailing run of `#` is not content if whitespace precedes it. */
function endWithoutClosingMarks(text: string, start: number, lineEnd: number): number {
  const end = endWithoutBlanks(text, start, lineEnd);
  let marks = end;
  while (marks > start && text.charCodeAt(marks - 1) === HASH) marks--;
  if (marks > start && !isSpaceOrTab(text.charCodeAt(marks - 1))) return end;
  return endWithoutBlanks(text, start, marks);
}

function readFence(text: string, line: Line): Fence | null {
  const marker = text.charCodeAt(line.at);
  let at = line.at;
  while (at < line.end && text.charCodeAt(at) === marker) at++;
  const size = at - line.at;
  if (size < 3) return null;
  if (marker === BACKTICK && text.slice(at, line.end).includes("`")) return null;
  return { kind: "fence", marker, size, end: line.end };
}

function readHtml(text: string, line: Line, above: Above): Html | "unsure" | null {
  const start = readHtmlStart(text, line, above);
  if (!start || start === "unsure") return start;
  return { kind: "html", closers: start.closers, from: start.from, end: line.end };
}
