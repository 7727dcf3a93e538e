// Three-way alignment: where three sequences agree, and the regions between, where one or two sides changed something.

import { myersDiff } from "../text/myers-diff.js";

/**
 * Three versions of a sequence as numbers. An identified element (a row, column, task or table) has the same number, at
 * least 0, in every version, and occurs at most once in each; a line of plain text has a negative number, the same for
 * the same text.
 */
export interface Sequences {
  readonly base: readonly number[];
  readonly ours: readonly number[];
  readonly theirs: readonly number[];
}

export function isLineToken(token: number): boolean {
  return token < 0;
}

/** Half-open index ranges in each of the three. */
interface ThreeRanges {
  readonly base: Range;
  readonly ours: Range;
  readonly theirs: Range;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** An element in the same place on both sides; its index in each version, -1 if the base lacks it. */
export interface Stable {
  readonly kind: "stable";
  readonly base: number;
  readonly ours: number;
  readonly theirs: number;
}

export interface Region extends ThreeRanges {
  readonly kind: "region";
}

/** The versions split into stable and changed regions, in order. */
export interface ThreeWayAlignment {
  readonly parts: readonly (Stable | Region)[];
  /** For each index in the base, the index of its match on that side, in order; -1 for none. */
  readonly toOurs: Int32Array;
  readonly toTheirs: Int32Array;
}

/** Where adjacent changes are still separate. */
export interface Boundaries {
  /** Whether that element of the base, or its end, begins something independent of what is above. */
  isBoundary(index: number): boolean;
  /**
   * Whether the first nonblank element in a range of a side begins something independent; also true for an empty range.
   */
  isApart(side: "ours" | "theirs", added: Range): boolean;
}

export function alignThreeWay({ base, ours, theirs }: Sequences, boundaries: Boundaries): ThreeWayAlignment {
  const [toOurs, toTheirs] = [myersDiff(base, ours), myersDiff(base, theirs)];
  const sides: Sides = {
    ours: { pairs: toOurs, length: ours.length },
    theirs: { pairs: toTheirs, length: theirs.length },
  };
  const marks: Mark[] = [];
  for (let index = 0; index <= base.length; index++) {
    if (boundaries.isBoundary(index)) marks.push(...cutsAt(index, sides, boundaries));
    const [o = -1, t = -1] = [toOurs[index], toTheirs[index]];
    if (o >= 0 && t >= 0) marks.push({ kind: "stable", base: index, ours: o, theirs: t });
  }
  const whole = { base: rangeOf(base), ours: rangeOf(ours), theirs: rangeOf(theirs) };
  return { parts: partsBetween(marks, whole), toOurs, toTheirs };
}

/** A position between two elements, in each version. */
interface Cut {
  readonly kind: "cut";
  readonly base: number;
  readonly ours: number;
  readonly theirs: number;
}

type Mark = Stable | Cut;

type Sides = Readonly<Record<"ours" | "theirs", { readonly pairs: Int32Array; readonly length: number }>>;

/** Before and after what the sides added at the position; none if a side has neither of the neighbors. */
function cutsAt(index: number, sides: Sides, { isApart }: Boundaries): Cut[] {
  const [ours, theirs] = [placesAround(index, sides.ours), placesAround(index, sides.theirs)];
  if (!ours || !theirs) return [];
  const below: Cut = { kind: "cut", base: index, ours: ours.end, theirs: theirs.end };
  if (!isApart("ours", ours) || !isApart("theirs", theirs)) return [below];
  return [{ kind: "cut", base: index, ours: ours.start, theirs: theirs.start }, below];
}

/** What a side has between two neighbors of the base; if it lacks one, an empty range next to the other. */
function placesAround(index: number, { pairs, length }: Sides["ours"]): Range | null {
  const start = index === 0 ? 0 : (pairs[index - 1] ?? -1) + 1;
  const end = index === pairs.length ? length : (pairs[index] ?? -1);
  const [isAbove, isBelow] = [index === 0 || start > 0, end >= 0];
  if (!isAbove && !isBelow) return null;
  return { start: isAbove ? start : end, end: isBelow ? end : start };
}

/** The same for a region that the base lacks: what both sides added alike is stable. */
export function alignAdditions({ ours, theirs }: Sequences, ranges: ThreeRanges): (Stable | Region)[] {
  const [o, t] = [ranges.ours, ranges.theirs];
  const pairs = myersDiff(ours.slice(o.start, o.end), theirs.slice(t.start, t.end));
  const stable: Stable[] = [];
  pairs.forEach((to, from) => {
    if (to >= 0) stable.push({ kind: "stable", base: -1, ours: o.start + from, theirs: t.start + to });
  });
  return partsBetween(stable, ranges);
}

export function rangeIndexes({ start, end }: Range): number[] {
  return Array.from({ length: end - start }, (_, offset) => start + offset);
}

function rangeOf(elements: readonly number[]): Range {
  return { start: 0, end: elements.length };
}

function partsBetween(marks: readonly Mark[], whole: ThreeRanges): (Stable | Region)[] {
  const parts: (Stable | Region)[] = [];
  let at = { base: whole.base.start, ours: whole.ours.start, theirs: whole.theirs.start };
  const addRegion = (end: typeof at) => {
    const region: Region = {
      kind: "region",
      base: { start: at.base, end: end.base },
      ours: { start: at.ours, end: end.ours },
      theirs: { start: at.theirs, end: end.theirs },
    };
    if (at.base < end.base || at.ours < end.ours || at.theirs < end.theirs) parts.push(region);
  };
  for (const mark of marks) {
    const base = mark.base < 0 ? at.base : mark.base;
    addRegion({ base, ours: mark.ours, theirs: mark.theirs });
    if (mark.kind === "cut") {
      at = mark;
      continue;
    }
    parts.push(mark);
    at = { base: mark.base < 0 ? base : base + 1, ours: mark.ours + 1, theirs: mark.theirs + 1 };
  }
  addRegion({ base: whole.base.end, ours: whole.ours.end, theirs: whole.theirs.end });
  return parts;
}
