// Added sections: orders sections that both sides added in one place, each with its contents.

import type { Side } from "./pieces.js";
import { isPlain, type Region, rangeIndexes, type Sequences } from "./regions.js";

/** A line that determines what the tables and tasks below it belong to. */
export interface HeadingLine {
  readonly depth: number;
  readonly label: string;
  /** The first number in the label. */
  readonly number: number | null;
}

/** @returns null for a line that is not a heading, undefined after the last line */
export type HeadingAt = (version: keyof Sequences, index: number) => HeadingLine | null | undefined;

interface Place {
  readonly sequences: Sequences;
  readonly region: Region;
  readonly headingAt: HeadingAt;
  readonly isBlank: (version: keyof Sequences, index: number) => boolean;
}

/**
 * Whose sections come first if both are in the result: ours, unless theirs are subsections of the one above. Null if
 * one would end up inside the other, or if both have an equal heading or number.
 */
export function sectionOrder(place: Place): Side | null {
  const { region } = place;
  const [ours, theirs] = [sectionsIn(place, "ours"), sectionsIn(place, "theirs")];
  if (
    !ours ||
    !theirs ||
    ours.length + theirs.length === 0 ||
    isAnyAlike(ours, theirs) ||
    region.base.start < region.base.end
  )
    return null;
  const isFollowedBy = (depth: number) => Math.min(...[...ours, ...theirs].map((heading) => heading.depth)) >= depth;
  if (!isFollowedBy(depthBehind(place))) return null;
  if (isBefore(ours, theirs)) return "ours";
  return isBefore(theirs, ours) ? "theirs" : null;
}

/** Whether the addition of one side, with none by the other, begins with a heading. */
export function isLoneSection(place: Place): boolean {
  const { region } = place;
  const lone = (["ours", "theirs"] as const).filter((side) => region[side].start < region[side].end);
  const [side, another] = lone;
  return side !== undefined && !another && (sectionsIn(place, side)?.length ?? 0) > 0;
}

/** The headings: empty if there are only tasks and tables; null if text precedes the first one, or is all there is. */
function sectionsIn({ region, headingAt, isBlank, sequences }: Place, side: Side): HeadingLine[] | null {
  const indexes = rangeIndexes(region[side]).filter((index) => !isBlank(side, index));
  const headings = indexes.map((index) => headingAt(side, index)).filter((heading) => heading != null);
  const [first] = indexes;
  if (first === undefined) return null;
  const isText = (index: number) => isPlain(sequences[side][index] ?? -1);
  if (headingAt(side, first)) return indexes.every(isText) ? null : headings;
  return indexes.some(isText) ? null : [];
}

function isAnyAlike(ours: readonly HeadingLine[], theirs: readonly HeadingLine[]): boolean {
  return ours.some(({ label, number }) =>
    theirs.some((other) => other.label === label || (number !== null && number === other.number)),
  );
}

/** The depth of the heading that follows; 0 at the end of the document, infinite if something else follows. */
function depthBehind({ region, headingAt, isBlank }: Place): number {
  let index = region.base.end;
  while (isBlank("base", index)) index++;
  const heading = headingAt("base", index);
  return heading === undefined ? 0 : (heading?.depth ?? Number.POSITIVE_INFINITY);
}

/** Tasks and tables without a heading belong to the section above. */
function isBefore(first: readonly HeadingLine[], second: readonly HeadingLine[]): boolean {
  const [heading] = second;
  return heading !== undefined && heading.depth <= Math.min(...first.map(({ depth }) => depth));
}
