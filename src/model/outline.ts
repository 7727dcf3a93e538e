// Outline: what the headings of a file say of the places between them.

import { lineAt, lineStarts } from "../text/line-index.js";
import { textAt } from "../text/span.js";
import type { Heading } from "./blocks.js";
import { plainText } from "./cell-text.js";
import { remembered } from "./remember.js";
import type { Roadmap } from "./roadmap.js";

/** A heading as a phase is known by. */
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

/** Where something stands, for people: `under "Basics" (line 5)`. */
export function placeText(roadmap: Roadmap, offset: number): string {
  const line = `line ${lineAt(lineStarts(roadmap.text), offset) + 1}`;
  const heading = headingAbove(roadmap, offset);
  return heading ? `under "${heading.label}" (${line})` : `in ${line}`;
}
