// Outline: which headings contain a position in the file.

import { lineAt, lineStarts } from "../text/line-index.js";
import { textAt } from "../text/span.js";
import type { Heading } from "./blocks.js";
import { plainText } from "./cell-text.js";
import { remembered } from "./remember.js";
import type { Roadmap } from "./roadmap.js";

/** A heading with the label that identifies its phase. */
export interface Headed {
  readonly heading: Heading;
  readonly label: string;
  readonly name: null;
  /** The first number in the label. */
  readonly number: number | null;
}

/** All headings, in order. */
export const headed = remembered(({ text, blocks: { headings } }: Roadmap): readonly Headed[] =>
  headings.map((heading) => {
    const label = plainText(textAt(text, heading.content));
    const number = /\d+/.exec(label)?.[0];
    return { heading, label, name: null, number: number === undefined ? null : Number(number) };
  }),
);

/** The nearest heading above the offset. */
export function headingAbove(roadmap: Roadmap, offset: number): Headed | null {
  return headed(roadmap).findLast(({ heading }) => heading.span.start <= offset) ?? null;
}

/** The line of an offset, counted from 1. */
export function lineOf({ text }: Roadmap, offset: number): number {
  return lineAt(lineStarts(text), offset) + 1;
}

/** The nearest heading above it with a smaller depth. */
export function parentOf(roadmap: Roadmap, { heading }: Headed): Headed | null {
  const isAround = (one: Headed) => one.heading.span.start < heading.span.start && one.heading.depth < heading.depth;
  return headed(roadmap).findLast(isAround) ?? null;
}

/** The parent heading of a phase, unless it is the title of the file. */
export function trackOf(roadmap: Roadmap, phase: Headed): Headed | null {
  const all = headed(roadmap);
  const parent = parentOf(roadmap, phase);
  const isTitleAlone = all.filter(({ heading }) => heading.depth === 1).length === 1 && all[0]?.heading.depth === 1;
  return isTitleAlone && parent === all[0] ? null : parent;
}

/** A position as shown to people: `under "Basics" (line 5)`. */
export function placeText(roadmap: Roadmap, offset: number): string {
  const line = `line ${lineOf(roadmap, offset)}`;
  const heading = headingAbove(roadmap, offset);
  return heading ? `under "${heading.label}" (${line})` : `in ${line}`;
}
