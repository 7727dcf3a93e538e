// Lists: which list items form a list, and which part of the text belongs to each.

import type { Span } from "../text/edit.js";
import { endOfLine, lineSpanAt } from "../text/lines.js";
import { memoize } from "../text/memoize.js";
import type { ListItem } from "./blocks.js";
import type { Roadmap, Task } from "./roadmap.js";

interface ListPlace {
  /** Index into the list items of the file. */
  readonly index: number;
  /** The items that contain it, innermost first. */
  readonly ancestors: readonly ListItem[];
  /** All items of its list, including itself. */
  readonly siblings: readonly ListItem[];
}

const places = memoize(({ text, blocks: { items } }: Roadmap): ReadonlyMap<ListItem, ListPlace> => {
  const byItem = new Map<ListItem, ListPlace>();
  /** The list that is still open, by its parent item. */
  const open = new Map<number, ListItem[]>();
  items.forEach((item, index) => {
    const list = open.get(item.parent);
    const last = list?.at(-1);
    const isSame =
      last !== undefined &&
      markerOf(text.slice(last.span.start)) === markerOf(text.slice(item.span.start)) &&
      isBlankText(text.slice(last.span.end, item.span.start));
    const siblings = isSame && list ? list : [];
    siblings.push(item);
    open.set(item.parent, siblings);
    const around = items[item.parent];
    byItem.set(item, { index, siblings, ancestors: around ? [around, ...(byItem.get(around)?.ancestors ?? [])] : [] });
  });
  return byItem;
});

export function listPlace(roadmap: Roadmap, item: ListItem): ListPlace {
  return places(roadmap).get(item) ?? { index: -1, ancestors: [], siblings: [item] };
}

/** The list marker; a different one starts a new list (CommonMark 5.3). */
export function markerOf(bullet: string): string {
  return /^\d*([^\d])/.exec(bullet.slice(0, 10))?.[1] ?? "";
}

/** Whitespace, line breaks and block quote markers. */
export function isBlankText(text: string): boolean {
  return /^[\s>]*$/.test(text);
}

export function itemOf({ blocks: { items } }: Roadmap, task: Task): ListItem {
  const item = items.find(({ span }) => span.start === task.span.start);
  if (!item) throw new RangeError(`task ${task.number} is not a list item`);
  return item;
}

/** The item and all its descendants, in file order. */
export function withInner({ blocks: { items } }: Roadmap, item: ListItem): ListItem[] {
  const index = items.indexOf(item);
  const inner = items.slice(index + 1);
  const end = inner.findIndex(({ span }) => span.start >= item.span.end);
  return [item, ...(end < 0 ? inner : inner.slice(0, end))];
}

/** The tasks nested in the task, at any depth. */
export function subtasksOf({ tasks }: Roadmap, { span, number }: Task): Task[] {
  return tasks.filter((task) => task.number > number && task.span.start < span.end);
}

/** The lines of the item, without the last line break. */
export function itemLineSpan(text: string, { span }: ListItem): Span {
  const { start } = lineSpanAt(text, span.start);
  return { start: start === 0 && text.startsWith("\ufeff") ? 1 : start, end: endOfLine(text, span.end) };
}

/** What precedes the item in its line: whitespace, block quote markers, or the list marker of a parent item. */
export function prefixOf(text: string, item: ListItem): string {
  return text.slice(itemLineSpan(text, item).start, item.span.start);
}

/** The end of the nearest nonblank line above the offset; -1 if there is none. */
export function endOfTextAbove(text: string, offset: number): number {
  let line = lineSpanAt(text, offset);
  while (line.start > 0) {
    const isPair = text.startsWith("\r\n", line.start - 2);
    line = lineSpanAt(text, line.start - (isPair ? 2 : 1));
    if (!isBlankText(text.slice(line.start, line.end))) return line.end;
  }
  return -1;
}
