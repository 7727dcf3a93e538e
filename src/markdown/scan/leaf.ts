// Leaf blocks: how the fast reader opens, continues and closes paragraphs, tables, code, HTML.

import { indentOf, isBlankLine, type Line, moveToNextLine, PIPE, startAfterSpaces } from "./line.js";
import { addLine, closeParagraph, openParagraph, turnIntoHeading, turnIntoTable } from "./paragraph.js";
import { type BlockStart, readBlockStart } from "./starts.js";
import {
  type Fence,
  type Html,
  type IndentedCode,
  type Leaf,
  noteChild,
  noteChildEnd,
  type OpenTable,
  type Paragraph,
  type Scan,
} from "./state.js";
import { readRow } from "./table.js";

/** Starts the block that begins in the line. No leaf is open. */
export function openLeaf(scan: Scan): void {
  const { line, text } = scan;
  if (isBlankLine(line)) return;
  if (indentOf(line) > 3) {
    noteChild(scan);
    scan.others.push({ kind: "code", at: line.at });
    scan.leaf = { kind: "code", end: line.end };
    return;
  }
  const start = readBlockStart(text, line, "other");
  if (start) placeStart(scan, start);
  else openParagraph(scan);
}

/** Passes a line of text that all open containers continue to the open leaf, or to the block that ends it. */
export function continueLeaf(scan: Scan): void {
  const { leaf } = scan;
  if (leaf?.kind === "paragraph") continueParagraph(scan, leaf);
  else if (leaf?.kind === "table") continueTable(scan, leaf);
  else if (leaf?.kind === "code") continueCode(scan, leaf);
  else openLeaf(scan);
}

/** A blank line ends paragraphs and tables; indented code may continue after it. */
export function blankLeaf(scan: Scan): void {
  if (scan.leaf?.kind !== "code") closeLeaf(scan);
  // Such a line belongs to the code if more code follows, and to nothing otherwise.
  else if (scan.containers.length > 0 && indentOf(scan.line) > 3) scan.unsure = true;
}

/** No container can start in a fence or in HTML. */
export function isVerbatim(leaf: Leaf | null): leaf is Fence | Html {
  return leaf?.kind === "fence" || leaf?.kind === "html";
}

export function continueVerbatim(scan: Scan, leaf: Fence | Html): void {
  const { text, line } = scan;
  const untilBlank = leaf.kind === "html" && leaf.closers === null;
  if (untilBlank && isBlankLine(line)) {
    closeLeaf(scan);
    return;
  }
  leaf.end = line.end;
  const closed =
    leaf.kind === "fence" ? closesFence(text, line, leaf) : closesHtml(leaf, text.slice(line.at, line.end));
  if (closed) endVerbatim(scan, leaf);
}

/** Replaces the open leaf by a block that a single line determines. */
export function placeStart(scan: Scan, start: BlockStart | "unsure"): void {
  closeLeaf(scan);
  if (start === "unsure") {
    scan.unsure = true;
    return;
  }
  noteChild(scan);
  if (start.kind === "heading" && scan.containers.length === 0) scan.headings.push(start.heading);
  else scan.others.push({ kind: start.kind === "fence" ? "code" : start.kind, at: scan.line.at });
  if (start.kind === "heading" || start.kind === "thematicBreak") {
    noteChildEnd(scan, scan.line.end);
    return;
  }
  scan.leaf = start;
  if (start.kind === "html" && closesHtml(start, scan.text.slice(start.from, start.end))) endVerbatim(scan, start);
}

export function closeLeaf(scan: Scan): void {
  const { leaf } = scan;
  scan.leaf = null;
  if (!leaf) return;
  if (leaf.kind === "paragraph") {
    closeParagraph(scan, leaf, leaf.lineStarts.length);
    return;
  }
  if (leaf.kind === "table") closeTable(scan, leaf);
  // The end of an unclosed block depends on the blank lines after it and on what ends its containers.
  const unclosed = leaf.kind === "fence" || (leaf.kind === "html" && leaf.closers !== null);
  if (unclosed && scan.containers.length > 0) scan.unsure = true;
  noteChildEnd(scan, leaf.end);
}

function continueParagraph(scan: Scan, paragraph: Paragraph): void {
  // With four columns of indent or more, a line can only be more text.
  if (indentOf(scan.line) < 4) {
    if (turnIntoHeading(scan, paragraph)) return;
    const start = readBlockStart(scan.text, scan.line, "text");
    if (start) {
      placeStart(scan, start);
      return;
    }
    if (turnIntoTable(scan, paragraph)) return;
  }
  addLine(scan, paragraph);
}

/** Any line that starts no other block is a row of the table above. */
function continueTable(scan: Scan, table: OpenTable): void {
  const { line, text } = scan;
  if (indentOf(line) > 3 || readBlockStart(text, line, "other")) {
    closeLeaf(scan);
    openLeaf(scan);
    return;
  }
  do {
    table.rows.push(readRow(text, { start: line.at, end: line.end }, scan.rowState));
    table.end = line.end;
    // Outside of containers, a line that begins with a pipe can only be the next row.
  } while (scan.containers.length === 0 && text.charCodeAt(line.next) === PIPE && moveToNextLine(text, line));
}

function continueCode(scan: Scan, code: IndentedCode): void {
  if (indentOf(scan.line) > 3) {
    code.end = scan.line.end;
    return;
  }
  closeLeaf(scan);
  openLeaf(scan);
}

function endVerbatim(scan: Scan, leaf: Fence | Html): void {
  scan.leaf = null;
  noteChildEnd(scan, leaf.end);
}

function closeTable({ tables }: Scan, { header, alignments, rows, end }: OpenTable): void {
  tables.push({ span: { start: header.start, end }, header, alignments, rows });
}

/** A closing fence is at least as long as the opening one and has nothing after it. */
function closesFence(text: string, line: Line, fence: Fence): boolean {
  if (indentOf(line) > 3) return false;
  let at = line.at;
  while (at < line.end && text.charCodeAt(at) === fence.marker) at++;
  return at - line.at >= fence.size && startAfterSpaces(text, at, line.end) === line.end;
}

function closesHtml({ closers }: Html, rest: string): boolean {
  if (!closers) return false;
  const lower = rest.toLowerCase();
  return closers.some((closer) => lower.includes(closer));
}
