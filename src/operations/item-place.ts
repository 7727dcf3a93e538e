// Item place: where in a list a new or moved item stands, and what it is written with there.

import type { ListItem } from "../model/blocks.js";
import { isBlank, linesOf, listPlace, prefixOf } from "../model/lists.js";
import { headingAbove } from "../model/outline.js";
import type { Roadmap } from "../model/roadmap.js";
import { endingAt } from "../text/line-span.js";
import { numberOf } from "./item-lines.js";

export interface ItemPlace {
  /** Where it is written. */
  readonly at: number;
  /** What stands between it and what is above or below it: line ends, blank lines. */
  readonly gap: string;
  /** Whether the gap stands in front of it; else behind it. */
  readonly side: "below" | "above";
  /** Before its bullet: blanks and marks of quotations. */
  readonly prefix: string;
  /** With the blank behind it. */
  readonly bullet: string;
  /** 0 for one inside no other item. */
  readonly depth: number;
}

/** Below an item in its list, and below all that is in that item. */
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

/** Above an item in its list; the first one of a list leaves its number to the new one. */
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

/** The last place in an item: below those that are in it, or as the first of them. */
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

/** The text that writes an item there; its further lines are part of what it says. */
export function writtenAt({ gap, side, prefix, bullet }: ItemPlace, said: string): string {
  const line = `${prefix}${bullet}${said}`;
  return side === "below" ? gap + line : line + gap;
}

/** The first item behind the place; null when there is none. */
export function itemBehind({ blocks: { items } }: Roadmap, { at }: ItemPlace): ListItem | null {
  return items.find(({ span }) => span.start >= at) ?? null;
}

export function phaseAt(roadmap: Roadmap, { at }: ItemPlace): string | null {
  return headingAbove(roadmap, at)?.label ?? null;
}

/** What stands between the items of a list: a line end, or blank lines too. */
function gapIn(roadmap: Roadmap, item: ListItem): string {
  const { text } = roadmap;
  const [above, below] = listPlace(roadmap, item).siblings.slice(-2);
  const line = linesOf(text, item);
  if (!above || !below || !isBlank(prefixOf(text, below))) return endingAt(text, line.end);
  const gap = text.slice(linesOf(text, above).end, linesOf(text, below).start);
  return isBlank(gap) && /[\r\n]$/.test(gap) ? gap : endingAt(text, line.end);
}

/** With the blanks behind it, where a paragraph follows them in the same line; else with one. */
export function bulletOf(text: string, { span, content }: ListItem): string {
  const bullet = content ? text.slice(span.start, content.start) : "";
  if (/^\S+[ \t]+$/.test(bullet)) return bullet;
  return `${/^(?:[-+*]|\d+[.)])/.exec(text.slice(span.start, span.start + 10))?.[0] ?? "-"} `;
}

/** Of the next item; numbers rise unless those of the list do not. */
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

/** In the line below: the bullet of an item around it that stands in the same line is not repeated. */
function prefixBelow(text: string, item: ListItem): string {
  return prefixOf(text, item).replace(/[^\s>]/g, " ");
}

/** Before an item in the item: as the file does it elsewhere under such a bullet, else right below its text. */
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

/** Behind the text, tabs reaching to the next multiple of 4. */
function endColumn(text: string): number {
  let column = 0;
  for (const character of text) column += character === "\t" ? 4 - (column % 4) : 1;
  return column;
}
