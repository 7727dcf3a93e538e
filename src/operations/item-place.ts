// Item place: where a new or moved list item goes, with the marker and indent it gets there.

import type { ListItem } from "../model/blocks.js";
import { isBlank, linesOf, listPlace, prefixOf } from "../model/lists.js";
import { headingAbove } from "../model/outline.js";
import type { Roadmap } from "../model/roadmap.js";
import { endingAt } from "../text/lines.js";
import { numberOf } from "./item-lines.js";

export interface ItemPlace {
  /** The offset at which it is inserted. */
  readonly at: number;
  /** The text between it and its neighbor: line breaks, blank lines. */
  readonly gap: string;
  /** `below` if the gap precedes the item, `above` if it follows. */
  readonly side: "below" | "above";
  /** The text before its list marker: whitespace and block quote markers. */
  readonly prefix: string;
  /** The list marker with the space after it. */
  readonly bullet: string;
  /** 0 for an item at the top level. */
  readonly depth: number;
}

/** After an item in its list, including its descendants. */
export function placeAfter(roadmap: Roadmap, item: ListItem): ItemPlace {
  const { text } = roadmap;
  const { ancestors } = listPlace(roadmap, item);
  return {
    at: linesOf(text, item).end,
    gap: gapIn(roadmap, item),
    side: "below",
    prefix: prefixBelow(text, item),
    bullet: bulletAfter(roadmap, item),
    depth: ancestors.length,
  };
}

/** Before an item in its list; a new first item takes over the number. */
export function placeBefore(roadmap: Roadmap, item: ListItem): ItemPlace {
  const { siblings } = listPlace(roadmap, item);
  const above = siblings[siblings.indexOf(item) - 1];
  if (above) return placeAfter(roadmap, above);
  const { text } = roadmap;
  return {
    ...placeAfter(roadmap, item),
    at: linesOf(text, item).start,
    side: "above",
    prefix: prefixOf(text, item),
    bullet: bulletOf(text, item),
  };
}

/** The last place in an item: after its existing children, or as the first child. */
export function placeUnder(roadmap: Roadmap, item: ListItem): ItemPlace {
  const { text, blocks } = roadmap;
  const index = blocks.items.indexOf(item);
  const inner = blocks.items.findLast(({ parent }) => parent === index);
  if (inner) return placeAfter(roadmap, inner);
  const { ancestors } = listPlace(roadmap, item);
  const at = linesOf(text, item).end;
  return {
    at,
    gap: endingAt(text, at),
    side: "below",
    prefix: innerPrefix(roadmap, item),
    bullet: item.ordered ? "- " : bulletOf(text, item),
    depth: ancestors.length + 1,
  };
}

/** The text to insert; further lines of `said` are part of the item. */
export function writtenAt({ gap, side, prefix, bullet }: ItemPlace, said: string): string {
  const line = `${prefix}${bullet}${said}`;
  return side === "below" ? gap + line : line + gap;
}

/** The first item after the place; null if there is none. */
export function itemBehind({ blocks: { items } }: Roadmap, { at }: ItemPlace): ListItem | null {
  return items.find(({ span }) => span.start >= at) ?? null;
}

export function phaseAt(roadmap: Roadmap, { at }: ItemPlace): string | null {
  return headingAbove(roadmap, at)?.label ?? null;
}

/** The text between the items of a list: a line break, perhaps with blank lines. */
function gapIn(roadmap: Roadmap, item: ListItem): string {
  const { text } = roadmap;
  const [above, below] = listPlace(roadmap, item).siblings.slice(-2);
  const line = linesOf(text, item);
  if (!above || !below || !isBlank(prefixOf(text, below))) return endingAt(text, line.end);
  const gap = text.slice(linesOf(text, above).end, linesOf(text, below).start);
  return isBlank(gap) && /[\r\n]$/.test(gap) ? gap : endingAt(text, line.end);
}

/** With all spaces after it if a paragraph follows in the same line, otherwise with one. */
export function bulletOf(text: string, { span, content }: ListItem): string {
  const bullet = content ? text.slice(span.start, content.start) : "";
  if (/^\S+[ \t]+$/.test(bullet)) return bullet;
  return `${/^(?:[-+*]|\d+[.)])/.exec(text.slice(span.start, span.start + 10))?.[0] ?? "-"} `;
}

/** The marker of the next item; numbers are incremented unless all numbers of the list are equal. */
function bulletAfter(roadmap: Roadmap, item: ListItem): string {
  const { text } = roadmap;
  const bullet = bulletOf(text, item);
  const own = numberOf(text, item);
  if (!own) return bullet;
  const numbers = listPlace(roadmap, item).siblings.map((one) => {
    const digits = numberOf(text, one);
    return digits ? Number(text.slice(digits.start, digits.end)) : 0;
  });
  const isFlat = numbers.length > 1 && numbers.every((number) => number === numbers[0]);
  const digits = text.slice(own.start, own.end);
  return isFlat ? bullet : `${Number(digits) + 1}${bullet.slice(digits.length)}`;
}

/** For the line below: a parent's list marker in the same line is not repeated. */
function prefixBelow(text: string, item: ListItem): string {
  return prefixOf(text, item).replace(/[^\s>]/g, " ");
}

/**
 * The text before a child item: as elsewhere in the file below such a marker, otherwise aligned with the parent's text.
 */
function innerPrefix(roadmap: Roadmap, item: ListItem): string {
  const { text, blocks } = roadmap;
  const own = prefixBelow(text, item);
  const bullet = bulletOf(text, item);
  const shapeOf = (one: string) => one.replace(/[^ \t]/g, "-");
  const pair = blocks.items.find((inner) => {
    const outer = blocks.items[inner.parent];
    return (
      outer &&
      isBlank(prefixOf(text, inner)) &&
      shapeOf(bulletOf(text, outer)) === shapeOf(bullet) &&
      prefixOf(text, inner).startsWith(prefixOf(text, outer))
    );
  });
  const outer = pair && blocks.items[pair.parent];
  if (pair && outer) return own + prefixOf(text, pair).slice(prefixOf(text, outer).length);
  return own + " ".repeat(endColumn(own + bullet) - endColumn(own));
}

/** The column after the text, with tab stops at multiples of 4. */
function endColumn(text: string): number {
  let column = 0;
  for (const character of text) column += character === "\t" ? 4 - (column % 4) : 1;
  return column;
}
