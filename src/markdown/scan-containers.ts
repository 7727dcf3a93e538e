// Lists and block quotes: how the fast reader enters, continues and leaves them (CommonMark 5.1 and 5.2).

import { type Bullet, canInterrupt, readBullet } from "./scan-bullet.js";
import { noteChild, noteChildEnd } from "./scan-children.js";
import { GREATER_THAN } from "./scan-codes.js";
import { closeLeaf } from "./scan-leaf.js";
import { indentOf, isBlank, type Line, skipBlanks } from "./scan-line.js";
import type { Above, ListContainer, Scan } from "./scan-state.js";

/** Real roadmaps nest a handful of levels; each open container costs time in every line. */
const DEEPEST = 24;

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
  leave(scan, matched);
  while (start && !scan.unsure) {
    enter(scan, start);
    start = readContainerStart(text, line, above);
  }
  return true;
}

/** Closes the open leaf and all containers except the outermost `depth` ones. */
export function leave(scan: Scan, depth: number): void {
  closeLeaf(scan);
  while (scan.containers.length > depth) {
    const container = scan.containers.pop();
    if (!container) return;
    noteChildEnd(scan, container.kind === "quote" ? container.end : (scan.items[container.item]?.span.end ?? 0));
  }
}

type ContainerStart = Bullet | "quote" | "unsure";

function readContainerStart(text: string, line: Line, above: Above): ContainerStart | null {
  if (isBlank(line) || indentOf(line) > 3) return null;
  if (text.charCodeAt(line.at) === GREATER_THAN) return "quote";
  const bullet = readBullet(text, line);
  if (bullet && (above === "other" || canInterrupt(bullet))) return bullet;
  // Footnotes are containers too, but too rare in roadmaps to be worth following.
  return text.startsWith("[^", line.at) && text.slice(line.at, line.end).includes("]:") ? "unsure" : null;
}

function enter(scan: Scan, start: ContainerStart): void {
  if (start === "unsure" || scan.containers.length === DEEPEST) scan.unsure = true;
  else if (start === "quote") openQuote(scan);
  else openList(scan, start);
}

function openList(scan: Scan, bullet: Bullet): void {
  const list: ListContainer = {
    kind: "list",
    ordered: bullet.ordered,
    marker: bullet.marker,
    size: 0,
    item: -1,
    startsBlank: false,
    ended: false,
    bare: false,
    filled: false,
  };
  noteChild(scan);
  scan.containers.push(list);
  openItem(scan, list, bullet);
}

function openItem(scan: Scan, list: ListContainer, bullet: Bullet): void {
  const { containers, items, line } = scan;
  list.size = bullet.size;
  list.startsBlank = bullet.blank;
  list.ended = false;
  list.bare = bullet.end === line.end;
  list.filled = false;
  let parent = -1;
  for (const around of containers) if (around.kind === "list" && around !== list) parent = around.item;
  list.item = items.length;
  const { start, end, ordered } = bullet;
  items.push({ span: { start, end }, parent, ordered, mark: null, content: null });
  line.at = bullet.after.at;
  line.column = bullet.after.column;
  line.base += bullet.size;
}

function openQuote(scan: Scan): void {
  noteChild(scan);
  scan.containers.push({ kind: "quote", end: scan.line.at + 1 });
  takeQuoteMark(scan);
}

/** Takes a `>` with at most one column of the whitespace after it. */
function takeQuoteMark({ text, line }: Scan): boolean {
  if (isBlank(line) || indentOf(line) > 3 || text.charCodeAt(line.at) !== GREATER_THAN) return false;
  line.at++;
  line.column++;
  line.base = line.column;
  skipBlanks(text, line.end, line);
  if (line.column > line.base) line.base++;
  return true;
}

function continueItem(list: ListContainer, line: Line): boolean {
  if (isBlank(line)) {
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
  const bullet = readBullet(text, line);
  if (!bullet || bullet.ordered !== list.ordered || bullet.marker !== list.marker) return false;
  leave(scan, depth + 1);
  openItem(scan, list, bullet);
  return true;
}
