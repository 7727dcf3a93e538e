// Outline: which headings contain a position in the file.

import { textAt } from "../text/edit.js";
import { lineAt, lineStarts } from "../text/lines.js";
import { memoize } from "../text/memoize.js";
import type { Heading } from "./blocks.js";
import { plainText } from "./cell-text.js";
import { phaseNumberIn, type Roadmap } from "./roadmap.js";

/** A heading with the label that identifies its phase. */
export interface Headed {
  readonly heading: Heading;
  readonly label: string;
  readonly name: null;
  /** The first number in the label. */
  readonly number: number | null;
}

/** All headings, in order. */
export const headed = memoize(({ text, blocks: { headings } }: Roadmap): readonly Headed[] =>
  headings.map((heading) => {
    const label = plainText(textAt(text, heading.content));
    return { heading, label, name: null, number: phaseNumberIn(label) };
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

const parents = memoize(({ blocks: { headings } }: Roadmap) => parentHeadings(headings));

/** For each heading the nearest one above it with a smaller depth, if there is one. */
export function parentHeadings(headings: readonly Heading[]): ReadonlyMap<Heading, Heading | null> {
  const open: Heading[] = [];
  return new Map(
    headings.map((heading) => {
      while ((open.at(-1)?.depth ?? 0) >= heading.depth) open.pop();
      const parent = open.at(-1) ?? null;
      open.push(heading);
      return [heading, parent];
    }),
  );
}

/** The heading that is the title of the whole file: the first one, if it is the only one of depth 1. */
export function titleHeading(headings: readonly Heading[]): Heading | null {
  const [first, ...others] = headings;
  return first?.depth === 1 && others.every(({ depth }) => depth > 1) ? first : null;
}

/** The nearest heading above it with a smaller depth. */
export function parentOf(roadmap: Roadmap, { heading }: Headed): Headed | null {
  const parent = parents(roadmap).get(heading);
  return headed(roadmap).find((one) => one.heading === parent) ?? null;
}

/** The parent heading of a phase, unless it is the title of the file. */
export function trackOf(roadmap: Roadmap, phase: Headed): Headed | null {
  const parent = parentOf(roadmap, phase);
  return parent?.heading === titleHeading(roadmap.blocks.headings) ? null : parent;
}

/** A position as shown to people: `under "Basics" (line 5)`. */
export function placeText(roadmap: Roadmap, offset: number): string {
  const line = `line ${lineOf(roadmap, offset)}`;
  const heading = headingAbove(roadmap, offset);
  return heading ? `under "${heading.label}" (${line})` : `in ${line}`;
}
