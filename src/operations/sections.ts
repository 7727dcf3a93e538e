// Sections: where the text under a heading ends.

import { endOfTextAbove, isBlank } from "../model/lists.js";
import { type Headed, headed } from "../model/outline.js";
import type { Roadmap } from "../model/roadmap.js";
import { endOfLine, lineSpanAt } from "../text/lines.js";

/**
 * The end of the last line with content under the heading: blank lines and thematic breaks between two sections belong
 * to neither.
 * @param extent up to the next heading of any depth, or including subsections
 */
export function endOfSection(
  roadmap: Roadmap,
  { heading }: Headed,
  extent: "own text" | "with inner sections",
): number {
  const { text } = roadmap;
  const all = headed(roadmap);
  const next = all.find(
    (one) =>
      one.heading.span.start > heading.span.start && (extent === "own text" || one.heading.depth <= heading.depth),
  );
  const limit = next ? lineSpanAt(text, next.heading.span.start).start : text.length;
  // Text that ends without a line break still counts as a line.
  const floor = floorOf(roadmap, heading.span.end, limit);
  let end = next || isBlank(text.slice(lineSpanAt(text, limit).start, limit)) ? endOfTextAbove(text, limit) : limit;
  while (end > floor && isRule(text, end)) end = endOfTextAbove(text, end);
  return Math.max(end, floor);
}

/** The end of the last heading, table or list there: a line of dashes inside one is not a thematic break. */
function floorOf(
  { text, blocks: { headings, items, tables, paragraphs } }: Roadmap,
  from: number,
  limit: number,
): number {
  const spans = [
    ...headings.map(({ span }) => span),
    ...items.map(({ span }) => span),
    ...tables.map(({ span }) => span),
    ...paragraphs,
  ];
  const ends = spans.filter(({ start, end }) => start < limit && end <= limit).map(({ end }) => end);
  return endOfLine(text, Math.max(from, ...ends.filter((end) => end > from)));
}

/** Whether there are only blank lines and thematic breaks. */
export function isBetweenSections(text: string): boolean {
  return text.split(/[\r\n]+/).every((line) => isBlank(line) || rule.test(line));
}

const rule = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;

function isRule(text: string, offset: number): boolean {
  const { start, end } = lineSpanAt(text, offset);
  return rule.test(text.slice(start, end));
}
