// Widened conflicts: a heading becomes part of the conflict if an element would end up under another one.

import { type Side, sides } from "./hunks.js";
import { isReworded } from "./reworded-names.js";
import type { MergedPosition, MergePart } from "./sequences.js";
import {
  isLineToken,
  type Region,
  rangeIndexes,
  type Sequences,
  type ThreeWayAlignment,
} from "./three-way-alignment.js";

/** A line that determines what the tables and tasks below it belong to. */
export interface HeadingLine {
  readonly depth: number;
  readonly label: string;
  /** The first number in the label. */
  readonly number: number | null;
}

/** @returns null for a line that is not a heading, undefined after the last line */
export type HeadingAt = (version: keyof Sequences, index: number) => HeadingLine | null | undefined;

interface HeadingContext {
  readonly sequences: Sequences;
  readonly alignment: ThreeWayAlignment;
  readonly headingAt: HeadingAt;
}

/**
 * The same parts, with one conflict around each heading that only one side has and whatever would end up under another
 * one.
 */
export function widenConflicts(
  context: HeadingContext,
  parts: readonly MergePart[],
  positions: ReadonlyMap<number, MergedPosition>,
): readonly MergePart[] {
  const places = placesIn(context, parts);
  const widened = parts.flatMap((part, index): [number, number][] => {
    if (part.kind === "stable" || part.verdict === "conflict") return [];
    const starts = sides.flatMap((side) =>
      rangeIndexes(part[side])
        .filter((at) => positions.get(context.sequences[side][at] ?? -1) === side)
        .map((at) => conflictStartFor(places, part, { side, at })),
    );
    const start = Math.min(...starts.filter((known) => known !== null));
    return Number.isFinite(start) ? [[Math.min(start, index), index]] : [];
  });
  return widened.length === 0 ? parts : joinParts(parts, widened);
}

interface Places extends HeadingContext {
  readonly parts: readonly MergePart[];
  readonly ours: SidePlaces;
  readonly theirs: SidePlaces;
}

interface SidePlaces {
  /** For each index, the index of the heading above it, or its own for a heading; -1 for none. */
  readonly headings: readonly number[];
  /** The same, without headings of the base that the other side no longer has. */
  readonly kept: readonly number[];
  /** For each index, the part that contains it. */
  readonly partOf: readonly number[];
}

function placesIn(context: HeadingContext, parts: readonly MergePart[]): Places {
  const { sequences, alignment, headingAt } = context;
  const placesOf = (side: Side): SidePlaces => {
    const [own, other] =
      side === "ours" ? [alignment.toOurs, alignment.toTheirs] : [alignment.toTheirs, alignment.toOurs];
    const deleted = new Set<number>();
    own.forEach((index, base) => {
      if (index >= 0 && (other[base] ?? -1) < 0) deleted.add(index);
    });
    const above = (isHeading: (index: number) => boolean) => {
      let last = -1;
      return sequences[side].map((_, index) => {
        if (isHeading(index)) last = index;
        return last;
      });
    };
    const isHeading = (index: number) => Boolean(headingAt(side, index));
    const partOf = parts.flatMap((part, index) =>
      part.kind === "stable" ? [index] : rangeIndexes(part[side]).map(() => index),
    );
    return { headings: above(isHeading), kept: above((index) => isHeading(index) && !deleted.has(index)), partOf };
  };
  return { ...context, parts, ours: placesOf("ours"), theirs: placesOf("theirs") };
}

/** The part where the conflict for an element of a side must begin; null if the element is under its heading. */
function conflictStartFor(places: Places, part: Region, { side, at }: { side: Side; at: number }): number | null {
  const other = side === "ours" ? "theirs" : "ours";
  const [mine, others] = [places[side], places[other]];
  const own = mine.headings[at] ?? -1;
  // The contents of a heading in the same part stay with it.
  if (own >= part[side].start) return null;
  const before = part[other].start - 1;
  const ownPart = mine.partOf[own] ?? -1;
  if (own !== mine.kept[at]) {
    const counterpart = others.headings[before] ?? -1;
    const isSamePart = others.partOf[counterpart] === ownPart;
    const isSame = isSamePart && isRenamed(places, { side, own, counterpart });
    return isSame || isMovedWithin(places, { side, own, counterpart }, at) ? null : ownPart;
  }
  const otherPart = others.partOf[others.kept[before] ?? -1] ?? -1;
  return otherPart > ownPart ? otherPart : null;
}

interface Headings {
  readonly side: Side;
  readonly own: number;
  /** On the other side. */
  readonly counterpart: number;
}

/**
 * Whether two headings are the same: both contain most of what the heading contained in the base, or their words are
 * equal.
 */
function isRenamed(places: Places, { side, own, counterpart }: Headings): boolean {
  const { sequences, headingAt } = places;
  const other = side === "ours" ? "theirs" : "ours";
  const labels = [headingAt(side, own)?.label ?? "", headingAt(other, counterpart)?.label ?? ""] as const;
  if (labels[0] === labels[1] || isReworded(...labels)) return true;
  const under = (version: Side, heading: number) => {
    const { headings } = places[version];
    return new Set(sequences[version].filter((token, index) => !isLineToken(token) && headings[index] === heading));
  };
  const known = new Set(sequences.base);
  const [ours, theirs] = [under(side, own), under(other, counterpart)];
  const old = [...ours].filter((token) => known.has(token));
  const kept = old.filter((token) => theirs.has(token));
  return kept.length > 0 && kept.length * 2 >= old.length;
}

/** Whether the side moved the element only within its section, and the other side has it in the section above here. */
function isMovedWithin(
  { sequences, alignment, headingAt, ...places }: Places,
  headings: Headings,
  at: number,
): boolean {
  const { side, own, counterpart } = headings;
  const other = side === "ours" ? "theirs" : "ours";
  const token = sequences[side][at] ?? 0;
  const [inBase, inOther] = [sequences.base.indexOf(token), sequences[other].indexOf(token)];
  if (isLineToken(token) || inBase < 0 || inOther < 0 || places[other].headings[inOther] !== counterpart) return false;
  let heading = inBase;
  while (heading >= 0 && !headingAt("base", heading)) heading--;
  return (side === "ours" ? alignment.toOurs : alignment.toTheirs)[heading] === own;
}

/** Merges the parts between the two numbers of each pair into one conflict. */
function joinParts(parts: readonly MergePart[], ranges: readonly (readonly [number, number])[]): MergePart[] {
  const isInConflict = parts.map((_, index) => ranges.some(([start, end]) => start <= index && index <= end));
  const out: MergePart[] = [];
  let open: MergePart[] = [];
  parts.forEach((part, index) => {
    if (isInConflict[index]) open.push(part);
    if (!isInConflict[index] || index === parts.length - 1) {
      if (open.length > 0) out.push(asConflict(open));
      open = [];
    }
    if (!isInConflict[index]) out.push(part);
  });
  return out;
}

function asConflict(parts: readonly MergePart[]): MergePart {
  const range = (version: keyof Sequences) => {
    const ranges = parts.map((part) =>
      part.kind === "stable" ? { start: part[version], end: part[version] + 1 } : part[version],
    );
    const known = ranges.filter(({ start }) => start >= 0);
    const last = ranges.findLast(({ start }) => start >= 0);
    return { start: known[0]?.start ?? 0, end: last?.end ?? 0 };
  };
  return { kind: "region", base: range("base"), ours: range("ours"), theirs: range("theirs"), verdict: "conflict" };
}

interface SectionContext {
  readonly sequences: Sequences;
  readonly region: Region;
  readonly headingAt: HeadingAt;
  readonly isBlank: (version: keyof Sequences, index: number) => boolean;
}

/**
 * Whose sections come first if both are in the result: ours, unless theirs are subsections of the one above. Null if
 * one would end up inside the other, or if both have an equal heading or number.
 */
export function sectionOrder(place: SectionContext): Side | null {
  const { region } = place;
  const [ours, theirs] = [sectionsIn(place, "ours"), sectionsIn(place, "theirs")];
  if (
    !ours ||
    !theirs ||
    ours.length + theirs.length === 0 ||
    isAnySame(ours, theirs) ||
    region.base.start < region.base.end
  )
    return null;
  const isFollowedBy = (depth: number) => Math.min(...[...ours, ...theirs].map((heading) => heading.depth)) >= depth;
  if (!isFollowedBy(depthAfter(place))) return null;
  if (isBefore(ours, theirs)) return "ours";
  return isBefore(theirs, ours) ? "theirs" : null;
}

/** Whether the addition of one side, with none by the other, begins with a heading. */
export function isLoneSection(place: SectionContext): boolean {
  const { region } = place;
  const lone = sides.filter((side) => region[side].start < region[side].end);
  const [side, another] = lone;
  return side !== undefined && !another && (sectionsIn(place, side)?.length ?? 0) > 0;
}

/** The headings: empty if there are only tasks and tables; null if text precedes the first one, or is all there is. */
function sectionsIn({ region, headingAt, isBlank, sequences }: SectionContext, side: Side): HeadingLine[] | null {
  const indexes = rangeIndexes(region[side]).filter((index) => !isBlank(side, index));
  const headings = indexes.map((index) => headingAt(side, index)).filter((heading) => heading != null);
  const [first] = indexes;
  if (first === undefined) return null;
  const isText = (index: number) => isLineToken(sequences[side][index] ?? -1);
  if (headingAt(side, first)) return indexes.every(isText) ? null : headings;
  return indexes.some(isText) ? null : [];
}

function isAnySame(ours: readonly HeadingLine[], theirs: readonly HeadingLine[]): boolean {
  return ours.some(({ label, number }) =>
    theirs.some((other) => other.label === label || (number !== null && number === other.number)),
  );
}

/** The depth of the heading that follows; 0 at the end of the document, infinite if something else follows. */
function depthAfter({ region, headingAt, isBlank }: SectionContext): number {
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
