// The fast reader: scans the lines once and reads what remark would read, or abstains.

import type { Blocks } from "../../model/blocks.js";
import { continueContainers, leaveContainers, openContainers } from "./containers.js";
import { blankLeaf, closeLeaf, continueLeaf, continueVerbatim, isVerbatim, openLeaf, placeStart } from "./leaf.js";
import { BYTE_ORDER_MARK, indentOf, isBlankLine, LEFT_BRACKET, LESS_THAN, lineBefore, moveToNextLine } from "./line.js";
import { addLazyLine } from "./paragraph.js";
import { readBlockStart } from "./starts.js";
import type { Paragraph, Scan } from "./state.js";
import { newRowState } from "./table.js";

/**
 * Reads the blocks of `text` from the offset `from` on, where its body starts, in linear time. Null means that remark
 * might read it differently: use `readBlocksWithRemark` then.
 */
export function scanBlocks(text: string, from = 0): Blocks | null {
  const scan = scanFrom(text, text.charCodeAt(from) === BYTE_ORDER_MARK ? from + 1 : from);
  while (moveToNextLine(text, scan.line)) {
    takeLine(scan);
    if (scan.unsure) return null;
  }
  leaveContainers(scan, 0);
  if (scan.unsure) return null;
  const { headings, paragraphs, tables, items, others } = scan;
  return { headings, paragraphs, tables, items, others };
}

function scanFrom(text: string, from: number): Scan {
  return {
    text,
    line: lineBefore(from),
    containers: [],
    leaf: null,
    unsure: false,
    rowState: newRowState(),
    headings: [],
    paragraphs: [],
    tables: [],
    items: [],
    others: [],
  };
}

function takeLine(scan: Scan): void {
  const { containers, line } = scan;
  const matched = continueContainers(scan);
  const lazy = matched < containers.length;
  const { leaf } = scan;
  const inText = !lazy && (leaf?.kind === "paragraph" || leaf?.kind === "code");
  if (!lazy && isVerbatim(leaf)) continueVerbatim(scan, leaf);
  else if (openContainers(scan, matched, inText ? "text" : "other")) openLeaf(scan);
  else if (lazy && leaf?.kind === "paragraph" && !isBlankLine(line)) takeLazyLine(scan, matched, leaf);
  else if (lazy) takeOutsideLine(scan, matched);
  else if (isBlankLine(line)) blankLeaf(scan);
  else continueLeaf(scan);
}

/** A line under a paragraph that does not continue all containers around it: either more of its text, or their end. */
function takeLazyLine(scan: Scan, matched: number, paragraph: Paragraph): void {
  const { text, line } = scan;
  const start = indentOf(line) < 4 ? readBlockStart(text, line, "text") : null;
  if (start) {
    leaveContainers(scan, matched);
    placeStart(scan, start);
    return;
  }
  // Only here, micromark lets a lone tag of any name interrupt the text.
  if (text.charCodeAt(line.at) === LESS_THAN) scan.unsure = true;
  addLazyLine(scan, paragraph);
}

/** A line that leaves the containers which it does not continue. */
function takeOutsideLine(scan: Scan, matched: number): void {
  const { containers, leaf, line, text } = scan;
  const innermost = containers.at(-1);
  const underEmptyItem = innermost?.kind === "list" && !innermost.filled;
  // Under an empty item, micromark still looks for its checkbox here, outside of it.
  if (underEmptyItem && text.charCodeAt(line.at) === LEFT_BRACKET) scan.unsure = true;
  // After a table in a container, micromark starts no other table with such a line.
  if (leaf?.kind === "table" && !isBlankLine(line)) scan.unsure = true;
  leaveContainers(scan, matched);
  openLeaf(scan);
  // Indented code that starts in such a line ends with it.
  if (scan.leaf?.kind === "code") closeLeaf(scan);
}
