// Lists and block quotes: how the fast reader enters, continues and leaves them (CommonMark 5.1 and 5.2).

import { closeLeaf } from "./leaf.js";
import {
  ASTERISK,
  type Cursor,
  DASH,
  DIGIT_0,
  DIGIT_1,
  DIGIT_9,
  DOT,
  GREATER_THAN,
  indentOf,
  isBlankLine,
  type Line,
  PLUS,
  RIGHT_PARENTHESIS,
  skipSpaces,
} from "./line.js";
import { isThematicBreak } from "./starts.js";
import { type Above, type ListContainer, noteChild, noteChildEnd, type Scan } from "./state.js";

/** Real roadmaps nest a handful of levels; each open container costs time in every line. */
const MAX_DEPTH = 24;

/** Takes the prefixes of the open containers from the line and returns how many of them it continues. */
export function continueContainers(scan: Scan): number {
  const { containers, line } = scan;
  let matched = 0;
  for (const container of containers) {
    if (container.kind === "quote") {
      if (!takeQuoteMark(scan)) break;
    } else if (!continueItem(container, line)) {
      return startSibling(scan, container, matched) ? matched + 1 : matched;
    }
    matched++;
  }
  return matched;
}

/** Enters every container that starts in the line, or returns false if there is none. */
export function openContainers(scan: Scan, matched: number, above: Above): boolean {
  const { text, line } = scan;
  let start = readContainerStart(text, line, above);
  if (!start) return false;
  leaveContainers(scan, matched);
  while (start && !scan.unsure) {
    enterContainer(scan, start);
    start = readContainerStart(text, line, above);
  }
  return true;
}

/** Closes the open leaf and all containers except the outermost `depth` ones. */
export function leaveContainers(scan: Scan, depth: number): void {
  closeLeaf(scan);
  while (scan.containers.length > depth) {
    const container = scan.containers.pop();
    if (!container) return;
    noteChildEnd(scan, container.kind === "quote" ? container.end : (scan.items[container.item]?.span.end ?? 0));
  }
}

type ContainerStart = ListMarker | "quote" | "unsure";

function readContainerStart(text: string, line: Line, above: Above): ContainerStart | null {
  if (isBlankLine(line) || indentOf(line) > 3) return null;
  if (text.charCodeAt(line.at) === GREATER_THAN) return "quote";
  const listMarker = readListMarker(text, line);
  if (listMarker && (above === "other" || canInterrupt(listMarker))) return listMarker;
  // Footnotes are containers too, but too rare in roadmaps to be worth following.
  return text.startsWith("[^", line.at) && text.slice(line.at, line.end).includes("]:") ? "unsure" : null;
}

function enterContainer(scan: Scan, start: ContainerStart): void {
  if (start === "unsure" || scan.containers.length === MAX_DEPTH) scan.unsure = true;
  else if (start === "quote") openQuote(scan);
  else openList(scan, start);
}

function openList(scan: Scan, listMarker: ListMarker): void {
  const list: ListContainer = {
    kind: "list",
    ordered: listMarker.ordered,
    marker: listMarker.marker,
    size: 0,
    item: -1,
    startsBlank: false,
    ended: false,
    bare: false,
    filled: false,
  };
  noteChild(scan);
  scan.containers.push(list);
  openItem(scan, list, listMarker);
}

function openItem(scan: Scan, list: ListContainer, listMarker: ListMarker): void {
  const { containers, items, line } = scan;
  list.size = listMarker.size;
  list.startsBlank = listMarker.blank;
  list.ended = false;
  list.bare = listMarker.end === line.end;
  list.filled = false;
  let parent = -1;
  for (const around of containers) if (around.kind === "list" && around !== list) parent = around.item;
  list.item = items.length;
  const { start, end, ordered } = listMarker;
  items.push({ span: { start, end }, parent, ordered, mark: null, content: null });
  line.at = listMarker.after.at;
  line.column = listMarker.after.column;
  line.base += listMarker.size;
}

function openQuote(scan: Scan): void {
  noteChild(scan);
  scan.containers.push({ kind: "quote", end: scan.line.at + 1 });
  takeQuoteMark(scan);
}

/** Takes a `>` with at most one column of the whitespace after it. */
function takeQuoteMark({ text, line }: Scan): boolean {
  if (isBlankLine(line) || indentOf(line) > 3 || text.charCodeAt(line.at) !== GREATER_THAN) return false;
  line.at++;
  line.column++;
  line.base = line.column;
  skipSpaces(text, line.end, line);
  if (line.column > line.base) line.base++;
  return true;
}

function continueItem(list: ListContainer, line: Line): boolean {
  if (isBlankLine(line)) {
    list.ended ||= list.startsBlank;
  } else {
    const ended = list.ended;
    list.ended = false;
    list.startsBlank = false;
    if (ended || indentOf(line) < list.size) return false;
  }
  line.base += list.size;
  return true;
}

/** The next item of the same list: same kind, same character. It may be blank. */
function startSibling(scan: Scan, list: ListContainer, depth: number): boolean {
  const { text, line } = scan;
  if (indentOf(line) > 3) return false;
  const listMarker = readListMarker(text, line);
  if (!listMarker || listMarker.ordered !== list.ordered || listMarker.marker !== list.marker) return false;
  leaveContainers(scan, depth + 1);
  openItem(scan, list, listMarker);
  return true;
}

/** A list marker that starts an item (CommonMark 5.2). */
interface ListMarker {
  readonly ordered: boolean;
  /** The character code of the bullet, or of the delimiter after the number. */
  readonly marker: number;
  readonly start: number;
  readonly end: number;
  /** The columns by which further lines of the item must be indented. */
  readonly size: number;
  /** Nothing follows it in its line. */
  readonly blank: boolean;
  readonly isOne: boolean;
  /** The first text after it, or the end of the line. */
  readonly after: Cursor;
}

/** The list marker at the line's text, or null. A thematic break is not a list marker. */
function readListMarker(text: string, line: Line): ListMarker | null {
  const start = line.at;
  const first = text.charCodeAt(start);
  const ordered = first >= DIGIT_0 && first <= DIGIT_9;
  if (!ordered && first !== ASTERISK && first !== PLUS && first !== DASH) return null;
  const markerAt = ordered ? endOfNumber(text, start) : start;
  const marker = text.charCodeAt(markerAt);
  if (ordered && marker !== RIGHT_PARENTHESIS && marker !== DOT) return null;
  if (!ordered && first !== PLUS && isThematicBreak(text, start, line.end)) return null;
  const end = markerAt + 1;
  const column = line.column + end - start;
  const after = { at: end, column };
  skipSpaces(text, line.end, after);
  const blank = after.at === line.end;
  const gap = after.column - column;
  if (!blank && gap === 0) return null;
  // From five columns on, only one belongs to the marker, and indented code follows.
  const size = indentOf(line) + end - start + (blank || gap > 4 ? 1 : gap);
  return { ordered, marker, start, end, size, blank, isOne: first === DIGIT_1 && markerAt === start + 1, after };
}

/** A list can interrupt a paragraph only with a bullet or the number 1, followed by text. */
function canInterrupt(listMarker: ListMarker): boolean {
  return !listMarker.blank && (!listMarker.ordered || listMarker.isOne);
}

/** Numbers have at most nine digits. */
function endOfNumber(text: string, start: number): number {
  let at = start;
  while (at < start + 9 && text.charCodeAt(at) >= DIGIT_0 && text.charCodeAt(at) <= DIGIT_9) at++;
  return at;
}
