// The fast reader: walks the lines once and sees what remark would see, or gives up.

import type { Blocks } from "./blocks.js";
import { continueContainers, leave, openContainers } from "./scan-containers.js";
import { blankLeaf, closeLeaf, continueLeaf, continueVerbatim, isVerbatim, openLeaf, placeStart } from "./scan-leaf.js";
import { indentOf, isBlank, lineBefore, moveToNextLine } from "./scan-line.js";
import { addLazyLine } from "./scan-paragraph.js";
import { readBlockStart } from "./scan-starts.js";
import type { Scan } from "./scan-state.js";

/**
 * Reads the blocks of `text` from the offset `from` on, where its body starts, in time linear in its length.
 * Null means that remark might read it otherwise: ask `readBlocksWithRemark` then.
 */
export function scanBlocks(text: string, from = 0): Blocks | null {
  const scan = scanFrom(text, text.charCodeAt(from) === 0xfeff ? from + 1 : from);
  while (moveToNextLine(text, scan.line)) {
    takeLine(scan);
    if (scan.unsure) return null;
  }
  leave(scan, 0);
  if (scan.unsure) return null;
  const { headings, paragraphs, tables, items } = scan;
  return { headings, paragraphs, tables, items };
}

function scanFrom(text: string, from: number): Scan {
  return {
    text,
    line: lineBefore(from),
    containers: [],
    leaf: null,
    unsure: false,
    nextPipe: { at: -1 },
    headings: [],
    paragraphs: [],
    tables: [],
    items: [],
  };
}

function takeLine(scan: Scan): void {
  const { containers, line } = scan;
  const matched = continueContainers(scan);
  const lazy = matched < containers.length;
  const { leaf } = scan;
  // Text above keeps some lists from starting here.
  const interrupting = !lazy && (leaf?.kind === "paragraph" || leaf?.kind === "code");
  if (!lazy && isVerbatim(leaf)) continueVerbatim(scan, leaf);
  else if (openContainers(scan, matched, interrupting)) openLeaf(scan);
  else if (lazy) takeLazyLine(scan, matched);
  else if (isBlank(line)) blankLeaf(scan);
  else continueLeaf(scan);
}

/** A line that some open containers do not continue: it leaves them, unless it is more text of a paragraph there. */
function takeLazyLine(scan: Scan, matched: number): void {
  const { containers, text, line, leaf } = scan;
  if (isBlank(line) || leaf?.kind !== "paragraph") {
    // Under an empty item micromark still looks for its checkbox here, outside of it.
    const innermost = containers.at(-1);
    if (innermost?.kind === "list" && !innermost.filled && text.charCodeAt(line.at) === 91) scan.unsure = true;
    // Behind a table in a container micromark starts no other table with such a line.
    if (leaf?.kind === "table" && !isBlank(line)) scan.unsure = true;
    leave(scan, matched);
    openLeaf(scan);
    // Indented code that starts in such a line is over with it.
    if (scan.leaf?.kind === "code") closeLeaf(scan);
    return;
  }
  const start = indentOf(line) < 4 ? readBlockStart(text, line, true) : null;
  if (start) {
    leave(scan, matched);
    placeStart(scan, start);
    return;
  }
  // micromark lets a lone tag of any name interrupt such text, as it does nowhere else.
  if (text.charCodeAt(line.at) === 60) scan.unsure = true;
  addLazyLine(scan, leaf);
}
