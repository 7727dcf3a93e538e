// Layout of lists: where a new or moved list item goes, with its marker and indent; and how an item is removed.

import type { ListItem } from "../model/blocks.js";
import { UserError } from "../model/errors.js";
import { endOfTextAbove, isBlankText, itemLineSpan, listPlace, prefixOf } from "../model/lists.js";
import { phaseAbove } from "../model/outline.js";
import type { Roadmap } from "../model/roadmap.js";
import { type Edit, type Span, textAt } from "../text/edit.js";
import { endingAt, lineSpanAt } from "../text/lines.js";
import { isUnderlined } from "./typed-text.js";

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
  readonly listMarker: string;
  /** 0 for an item at the top level. */
  readonly depth: number;
}

/** After an item in its list, including its descendants. */
export function placeAfter(roadmap: Roadmap, item: ListItem): ItemPlace {
  const { text } = roadmap;
  const { ancestors } = listPlace(roadmap, item);
  return {
    at: itemLineSpan(text, item).end,
    gap: gapIn(roadmap, item),
    side: "below",
    prefix: prefixBelow(text, item),
    listMarker: nextListMarker(roadmap, item),
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
    at: itemLineSpan(text, item).start,
    side: "above",
    prefix: prefixOf(text, item),
    listMarker: listMarkerOf(text, item),
  };
}

/** The last place in an item: after its existing children, or as the first child. */
export function placeUnder(roadmap: Roadmap, item: ListItem): ItemPlace {
  const { text, blocks } = roadmap;
  const index = blocks.items.indexOf(item);
  const inner = blocks.items.findLast(({ parent }) => parent === index);
  if (inner) return placeAfter(roadmap, inner);
  const { ancestors } = listPlace(roadmap, item);
  const at = itemLineSpan(text, item).end;
  return {
    at,
    gap: endingAt(text, at),
    side: "below",
    prefix: innerPrefix(roadmap, item),
    listMarker: item.ordered ? "- " : listMarkerOf(text, item),
    depth: ancestors.length + 1,
  };
}

/** The text to insert; further lines of `content` are part of the item. */
export function writtenAt({ gap, side, prefix, listMarker }: ItemPlace, content: string): string {
  const line = `${prefix}${listMarker}${content}`;
  return side === "below" ? gap + line : line + gap;
}

/** The first item after the place; null if there is none. */
export function itemAfter({ blocks: { items } }: Roadmap, { at }: ItemPlace): ListItem | null {
  return items.find(({ span }) => span.start >= at) ?? null;
}

export function phaseAt(roadmap: Roadmap, { at }: ItemPlace): string | null {
  return phaseAbove(roadmap, at)?.label ?? null;
}

/** The text between the items of a list: a line break, perhaps with blank lines. */
function gapIn(roadmap: Roadmap, item: ListItem): string {
  const { text } = roadmap;
  const [above, below] = listPlace(roadmap, item).siblings.slice(-2);
  const line = itemLineSpan(text, item);
  if (!above || !below || !isBlankText(prefixOf(text, below))) return endingAt(text, line.end);
  const gap = text.slice(itemLineSpan(text, above).end, itemLineSpan(text, below).start);
  return isBlankText(gap) && /[\r\n]$/.test(gap) ? gap : endingAt(text, line.end);
}

/** With all spaces after it if a paragraph follows in the same line, otherwise with one. */
export function listMarkerOf(text: string, { span, content }: ListItem): string {
  const listMarker = content ? text.slice(span.start, content.start) : "";
  if (/^\S+[ \t]+$/.test(listMarker)) return listMarker;
  return `${/^(?:[-+*]|\d+[.)])/.exec(text.slice(span.start, span.start + 10))?.[0] ?? "-"} `;
}

/** The marker of the next item; numbers are incremented unless all numbers of the list are equal. */
function nextListMarker(roadmap: Roadmap, item: ListItem): string {
  const { text } = roadmap;
  const listMarker = listMarkerOf(text, item);
  const own = numberOf(text, item);
  if (!own) return listMarker;
  const numbers = listPlace(roadmap, item).siblings.map((sibling) => {
    const digits = numberOf(text, sibling);
    return digits ? Number(text.slice(digits.start, digits.end)) : 0;
  });
  const isFlat = numbers.length > 1 && numbers.every((number) => number === numbers[0]);
  const digits = text.slice(own.start, own.end);
  return isFlat ? listMarker : `${Number(digits) + 1}${listMarker.slice(digits.length)}`;
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
  const listMarker = listMarkerOf(text, item);
  const shapeOf = (marker: string) => marker.replace(/[^ \t]/g, "-");
  const pair = blocks.items.find((inner) => {
    const outer = blocks.items[inner.parent];
    return (
      outer &&
      isBlankText(prefixOf(text, inner)) &&
      shapeOf(listMarkerOf(text, outer)) === shapeOf(listMarker) &&
      prefixOf(text, inner).startsWith(prefixOf(text, outer))
    );
  });
  const outer = pair && blocks.items[pair.parent];
  if (pair && outer) return own + prefixOf(text, pair).slice(prefixOf(text, outer).length);
  return own + " ".repeat(endColumn(own + listMarker) - endColumn(own));
}

/** The column after the text, with tab stops at multiples of 4. */
function endColumn(text: string): number {
  let column = 0;
  for (const character of text) column += character === "\t" ? 4 - (column % 4) : 1;
  return column;
}

/** The number of an item in an ordered list; null in a bullet list. */
function numberOf(text: string, { ordered, span }: ListItem): Span | null {
  const digits = ordered ? (/^\d+/.exec(text.slice(span.start, span.start + 9))?.[0] ?? "") : "";
  return digits === "" ? null : { start: span.start, end: span.start + digits.length };
}

/**
 * Removes the item with its descendants and the blank lines between it and the previous item.
 * @throws UserError if its line contains something else, or if it contains topics
 */
export function withoutItemEdits(roadmap: Roadmap, item: ListItem): Edit[] {
  refuseSharedLine(roadmap, item);
  refuseTopicsInside(roadmap, item);
  const { text } = roadmap;
  const { siblings } = listPlace(roadmap, item);
  const lines = itemLineSpan(text, item);
  const next = siblings[siblings.indexOf(item) + 1];
  if (item === siblings[0] && next) {
    const removedSpan = { start: lines.start, end: itemLineSpan(text, next).start };
    return [{ at: removedSpan, text: "" }, ...renumbered(text, next, numberOf(text, item))];
  }
  const above = endOfTextAbove(text, lines.start);
  if (above >= 0) return [{ at: { start: above, end: lines.end }, text: keptApart(roadmap, item, above) }];
  return [
    {
      at: { start: lines.start, end: lines.end + (lines.end < text.length ? endingAt(text, lines.end).length : 0) },
      text: "",
    },
  ];
}

/** A blank line, if only the item kept the text below from continuing the text above. */
function keptApart(roadmap: Roadmap, item: ListItem, above: number): string {
  const { text, blocks } = roadmap;
  const { siblings, ancestors } = listPlace(roadmap, item);
  const { end } = itemLineSpan(text, item);
  const below = lineSpanAt(text, end + endingAt(text, end).length);
  const line = textAt(text, below);
  const isQuoted = prefixOf(text, item).includes(">");
  if (end === text.length || isQuoted || isBlankText(line) || blocks.headings.some(({ span }) => span.end === above))
    return "";
  const isAlone = siblings.length === 1 && ancestors.length === 0 && !/^ {0,3}#/.test(line);
  const isParagraph = [...blocks.paragraphs, ...blocks.headings.filter(isUnderlined).map(({ span }) => span)].some(
    ({ start }) => start >= below.start && start < below.end,
  );
  return isAlone || isParagraph ? endingAt(text, above) : "";
}

/** @throws UserError if the item begins after another item's list marker, in the same line */
export function refuseSharedLine(roadmap: Roadmap, item: ListItem): void {
  if (isBlankText(prefixOf(roadmap.text, item))) return;
  throw new UserError(
    "LINE_SHARED",
    "the task is on the same line as its parent list item",
    "move it to its own line in an editor first",
  );
}

function refuseTopicsInside({ topics }: Roadmap, { span }: ListItem): void {
  const inside = topics.find(({ row }) => span.start < row.start && row.end <= span.end);
  if (!inside) return;
  throw new UserError(
    "TOPICS_INSIDE",
    `the task contains a table with the topic "${inside.name}"`,
    "move the table out of the task first, with `roadmap edit`",
  );
}

/** Only the first number of a list matters in Markdown, so the new first item takes the number of the old one. */
function renumbered(text: string, item: ListItem, first: Span | null): Edit[] {
  const own = numberOf(text, item);
  if (!own || !first) return [];
  const number = text.slice(first.start, first.end);
  return text.slice(own.start, own.end) === number ? [] : [{ at: own, text: number }];
}
