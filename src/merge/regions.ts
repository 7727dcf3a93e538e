// Regions: where three sequences agree, and the stretches between, where one or two sides changed something.

import { pairEqual } from "../text/pair-equal.js";

/**
 * Three versions of a sequence as numbers. A thing with an identity (a row, a column, a task, a table) has the same
 * number from 0 on in every version, and stands at most once in each; a line that is only text has a negative number,
 * the same for the same text.
 */
export interface Sequences {
  readonly base: readonly number[];
  readonly ours: readonly number[];
  readonly theirs: readonly number[];
}

export function isPlain(token: number): boolean {
  return token < 0;
}

/** Indexes, half open, in each of the three. */
interface Stretch {
  readonly base: Range;
  readonly ours: Range;
  readonly theirs: Range;
}

export interface Range {
  readonly start: number;
  readonly end: number;
}

/** An element that stands in the same place on both sides; its index in each version, -1 where the base lacks it. */
export interface Stable {
  readonly kind: "stable";
  readonly base: number;
  readonly ours: number;
  readonly theirs: number;
}

export interface Region extends Stretch {
  readonly kind: "region";
}

/** The versions cut into what is stable and what is not, in order. */
export interface Alignment {
  readonly parts: readonly (Stable | Region)[];
  /** For each index in the base the index on that side that it was found at, in order; -1 where it was not. */
  readonly toOurs: Int32Array;
  readonly toTheirs: Int32Array;
}

export function align({ base, ours, theirs }: Sequences): Alignment {
  const [toOurs, toTheirs] = [pairEqual(base, ours), pairEqual(base, theirs)];
  const stable: Stable[] = [];
  for (let index = 0; index < base.length; index++) {
    const [o = -1, t = -1] = [toOurs[index], toTheirs[index]];
    if (o >= 0 && t >= 0) stable.push({ kind: "stable", base: index, ours: o, theirs: t });
  }
  const whole = { base: rangeOf(base), ours: rangeOf(ours), theirs: rangeOf(theirs) };
  return { parts: partsBetween(stable, whole), toOurs, toTheirs };
}

/** The same for a stretch that the base lacks: what both sides added alike is stable. */
export function alignAdditions({ ours, theirs }: Sequences, stretch: Stretch): (Stable | Region)[] {
  const [o, t] = [stretch.ours, stretch.theirs];
  const pairs = pairEqual(ours.slice(o.start, o.end), theirs.slice(t.start, t.end));
  const stable: Stable[] = [];
  pairs.forEach((to, from) => {
    if (to >= 0) stable.push({ kind: "stable", base: -1, ours: o.start + from, theirs: t.start + to });
  });
  return partsBetween(stable, stretch);
}

function rangeOf(elements: readonly number[]): Range {
  return { start: 0, end: elements.length };
}

function partsBetween(stable: readonly Stable[], whole: Stretch): (Stable | Region)[] {
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
  for (const one of stable) {
    const base = one.base < 0 ? at.base : one.base;
    addRegion({ base, ours: one.ours, theirs: one.theirs });
    parts.push(one);
    at = { base: one.base < 0 ? base : base + 1, ours: one.ours + 1, theirs: one.theirs + 1 };
  }
  addRegion({ base: whole.base.end, ours: whole.ours.end, theirs: whole.theirs.end });
  return parts;
}
