// Item lines: the edits that remove list items, in any list layout.

import type { ListItem } from "../model/blocks.js";
import { UserError } from "../model/errors.js";
import { endOfTextAbove, isBlank, linesOf, listPlace, prefixOf } from "../model/lists.js";
import type { Roadmap } from "../model/roadmap.js";
import { type Edit, type Span, textAt } from "../text/edit.js";
import { endingAt, lineSpanAt } from "../text/lines.js";
import { isUnderlined } from "./heading-text.js";

/**
 * Removes the item with its descendants and the blank lines between it and the previous item.
 * @throws UserError if its line contains something else, or if it contains topics
 */
export function withoutItemEdits(roadmap: Roadmap, item: ListItem): Edit[] {
  refuseSharedLine(roadmap, item);
  refuseTopicsInside(roadmap, item);
  const { text } = roadmap;
  const { siblings } = listPlace(roadmap, item);
  const lines = linesOf(text, item);
  const next = siblings[siblings.indexOf(item) + 1];
  if (item === siblings[0] && next) {
    const gone = { start: lines.start, end: linesOf(text, next).start };
    return [{ at: gone, text: "" }, ...renumbered(text, next, numberOf(text, item))];
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
  const { end } = linesOf(text, item);
  const below = lineSpanAt(text, end + endingAt(text, end).length);
  const line = textAt(text, below);
  const isQuoted = prefixOf(text, item).includes(">");
  if (end === text.length || isQuoted || isBlank(line) || blocks.headings.some(({ span }) => span.end === above))
    return "";
  const isAlone = siblings.length === 1 && ancestors.length === 0 && !/^ {0,3}#/.test(line);
  const isParagraph = [...blocks.paragraphs, ...blocks.headings.filter(isUnderlined).map(({ span }) => span)].some(
    ({ start }) => start >= below.start && start < below.end,
  );
  return isAlone || isParagraph ? endingAt(text, above) : "";
}

/** @throws UserError if the item begins after another item's list marker, in the same line */
export function refuseSharedLine(roadmap: Roadmap, item: ListItem): void {
  if (isBlank(prefixOf(roadmap.text, item))) return;
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

/** The number of an item in an ordered list; null in a bullet list. */
export function numberOf(text: string, { ordered, span }: ListItem): Span | null {
  const digits = ordered ? (/^\d+/.exec(text.slice(span.start, span.start + 9))?.[0] ?? "") : "";
  return digits === "" ? null : { start: span.start, end: span.start + digits.length };
}

/** Only the first number of a list matters in Markdown, so the new first item takes the number of the old one. */
function renumbered(text: string, item: ListItem, first: Span | null): Edit[] {
  const own = numberOf(text, item);
  if (!own || !first) return [];
  const number = text.slice(first.start, first.end);
  return text.slice(own.start, own.end) === number ? [] : [{ at: own, text: number }];
}
