// Paragraphs in the fast reader, and what they may turn out to be: headings, tables, link reference definitions.

import type { Span } from "../../text/edit.js";
import {
  BACKSLASH,
  COLON,
  DASH,
  DELETE,
  endBeforeSpaces,
  indentOf,
  isSpaceOrTab,
  LEFT_BRACKET,
  LESS_THAN,
  PIPE,
  RIGHT_BRACKET,
  SPACE,
  startAfterSpaces,
  TAB,
} from "./line.js";
import { underlineDepth } from "./starts.js";
import { noteChild, noteChildEnd, type Paragraph, type Scan } from "./state.js";
import { readAlignments, readRow } from "./table.js";

// Link reference definitions at the start of a paragraph, which are not part of it (CommonMark 4.7).

export function openParagraph(scan: Scan): void {
  const { items, line } = scan;
  const list = noteChild(scan);
  // micromark looks for a checkbox only if no whitespace separates the item's prefix from its text.
  const inBulletLine = list !== null && (items[list.item]?.span.start ?? 0) >= line.start;
  scan.leaf = {
    kind: "paragraph",
    lineStarts: [line.at],
    lineEnds: [line.end],
    lastLine: indentOf(line) > 3 ? "text" : "any",
    item: list?.item ?? -1,
    mayHaveBox: list !== null && (inBulletLine || (list.bare && indentOf(line) === 0)),
  };
}

export function addLine({ line }: Scan, paragraph: Paragraph): void {
  paragraph.lineStarts.push(line.at);
  paragraph.lineEnds.push(line.end);
  paragraph.lastLine = indentOf(line) > 3 ? "text" : "any";
}

/** Adds a lazy continuation line: it continues only the text of the paragraph, not its containers. */
export function addLazyLine(scan: Scan, paragraph: Paragraph): void {
  addLine(scan, paragraph);
  paragraph.lastLine = "lazy";
}

/** Ends the paragraph after its first `lines` lines. */
export function closeParagraph(scan: Scan, paragraph: Paragraph, lines: number): void {
  const end = paragraph.lineEnds[lines - 1];
  if (end === undefined) return;
  const linkDefinitions = countLinkDefinitions(scan.text, paragraph, lines);
  if (linkDefinitions === null) {
    scan.unsure = true;
    return;
  }
  noteChildEnd(scan, end);
  for (const at of paragraph.lineStarts.slice(0, linkDefinitions)) scan.others.push({ kind: "definition", at });
  const start = paragraph.lineStarts[linkDefinitions];
  if (start === undefined || linkDefinitions === lines) return;
  const item = scan.items[paragraph.item];
  if (scan.containers.length === 0) scan.paragraphs.push({ start, end });
  else if (!item || linkDefinitions > 0) scan.others.push({ kind: "paragraph", at: start });
  if (!item) return;
  if (linkDefinitions === 0) {
    item.content = { start, end };
    if (paragraph.mayHaveBox) item.mark = markAt(scan.text, paragraph, lines);
    // For micromark, a tab is as many characters as it has columns, and a checkbox may contain only one.
    if (scan.text.startsWith("[\t]", start)) scan.unsure = true;
  } else if (scan.text.charCodeAt(start) === LEFT_BRACKET) {
    // micromark would also see a checkbox after definitions.
    scan.unsure = true;
  }
}

/** Turns the paragraph into a heading if the line underlines it. */
export function turnIntoHeading(scan: Scan, paragraph: Paragraph): boolean {
  const { text, line } = scan;
  const depth = underlineDepth(text, line.at, line.end);
  if (depth === 0) return false;
  scan.leaf = null;
  const { start, end } = spanOf(paragraph);
  // Definitions before the heading would not be part of it.
  if (countLinkDefinitions(text, paragraph, paragraph.lineStarts.length) !== 0) scan.unsure = true;
  if (scan.containers.length === 0) {
    const content = { start, end: endBeforeSpaces(text, start, end) };
    scan.headings.push({ depth, span: { start, end: line.end }, content });
  } else scan.others.push({ kind: "heading", at: start });
  noteChildEnd(scan, line.end);
  return true;
}

/** Turns the last line of the paragraph into a table's header if this line is its delimiter row. */
export function turnIntoTable(scan: Scan, paragraph: Paragraph): boolean {
  const { text, line } = scan;
  const first = text.charCodeAt(line.at);
  if ((first !== PIPE && first !== COLON && first !== DASH) || paragraph.lastLine === "text") return false;
  const alignments = readAlignments(text, line.at, line.end);
  if (!alignments) return false;
  const header = readRow(text, { start: paragraph.lineStarts.at(-1) ?? 0, end: spanOf(paragraph).end }, scan.rowState);
  const { start, end } = header;
  const onlyPipe = end === start + 1 && text.charCodeAt(start) === PIPE;
  if (onlyPipe || header.cellCount !== alignments.length) return false;
  // Cut off from the text above it, a header that is a lone tag becomes an HTML block in micromark.
  const mayBeTag = paragraph.lineStarts.length > 1 && text.charCodeAt(start) === LESS_THAN;
  if (paragraph.lastLine === "lazy" || mayBeTag) scan.unsure = true;
  closeParagraph(scan, paragraph, paragraph.lineStarts.length - 1);
  scan.leaf = { kind: "table", header, alignments, rows: [], end: line.end };
  return true;
}

function spanOf({ lineStarts, lineEnds }: Paragraph): Span {
  return { start: lineStarts[0] ?? 0, end: lineEnds.at(-1) ?? 0 };
}

/** The mark of a checkbox: its brackets must be followed by whitespace, and that by text. */
function markAt(text: string, { lineStarts, lineEnds }: Paragraph, lines: number): Span | null {
  const start = lineStarts[0] ?? 0;
  const lineEnd = lineEnds[0] ?? start;
  if (lineEnd - start < 3 || text.charCodeAt(start) !== LEFT_BRACKET || text.charCodeAt(start + 2) !== RIGHT_BRACKET)
    return null;
  if (!" xX".includes(text.charAt(start + 1))) return null;
  const hasText = startAfterSpaces(text, start + 3, lineEnd) < lineEnd;
  if (hasText ? !isSpaceOrTab(text.charCodeAt(start + 3)) : lines === 1) return null;
  return { start: start + 1, end: start + 2 };
}

const MAX_LABEL_LENGTH = 900;

/**
 * The number of lines at the start of a paragraph that are definitions. Only one-line definitions with a plain target
 * are supported; null for any others.
 */
function countLinkDefinitions(text: string, paragraph: Paragraph, lines: number): number | null {
  for (let index = 0; index < lines; index++) {
    const start = paragraph.lineStarts[index] ?? 0;
    const line = { text, start, end: paragraph.lineEnds[index] ?? 0, last: index + 1 === lines };
    const next = line.last ? "" : text.charAt(paragraph.lineStarts[index + 1] ?? 0);
    if (text.charCodeAt(start) !== LEFT_BRACKET) return index;
    const isDefinition = isLinkDefinition(line, next);
    if (isDefinition === null) return null;
    if (!isDefinition) return index;
  }
  return lines;
}

interface LinkDefinitionLine {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly last: boolean;
}

/** Whether the whole line is a definition; null if the line alone does not tell. */
function isLinkDefinition(line: LinkDefinitionLine, nextCharacter: string): boolean | null {
  const { text, end, last } = line;
  const labelEnd = endOfLabel(line);
  if (labelEnd === "open") return last ? false : null;
  if (labelEnd === "none") return false;
  if (labelEnd === "unsure") return null;
  if (text.charCodeAt(labelEnd + 1) !== COLON) return false;
  const target = startAfterSpaces(text, labelEnd + 2, end);
  if (target === end) return last ? false : null;
  const targetEnd = endOfTarget(text, target, end);
  if (targetEnd === null) return null;
  const title = startAfterSpaces(text, targetEnd, end);
  // A title may also be in the next line.
  if (title === end) return `"'(`.includes(nextCharacter) && nextCharacter !== "" ? null : true;
  return `"'(`.includes(text.charAt(title)) ? isPlainTitle(text, title, end) : false;
}

function endOfLabel({ text, start, end }: LinkDefinitionLine): number | "none" | "open" | "unsure" {
  if (end - start > MAX_LABEL_LENGTH && text.slice(start, start + MAX_LABEL_LENGTH).indexOf("]") === -1)
    return "unsure";
  let at = start + 1;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code === LEFT_BRACKET) return "none";
    if (code === RIGHT_BRACKET) return startAfterSpaces(text, start + 1, at) === at ? "none" : at;
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
  return startAfterSpaces(text, start + 1 + close + 1, end) === end ? true : null;
}
