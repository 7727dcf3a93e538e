// Headings: the headings that contain each topic and task.

import type { Heading } from "../model/blocks.js";
import { headed, parentHeadings, titleHeading } from "../model/outline.js";
import type { Roadmap } from "../model/roadmap.js";
import { countWhile } from "../text/arrays.js";
import { fold } from "../text/normalize.js";

/** The normalized labels of the headings above an offset, the nearest one first; without the only title of the file. */
export function headingsAbove(roadmap: Roadmap): (offset: number) => readonly string[] {
  const { headings } = roadmap.blocks;
  const parents = parentHeadings(headings);
  const title = titleHeading(headings);
  const paths = new Map<Heading | null | undefined, readonly string[]>();
  for (const { heading, label } of headed(roadmap)) {
    if (heading !== title) paths.set(heading, [fold(label), ...(paths.get(parents.get(heading)) ?? [])]);
  }
  return (offset) => paths.get(headings[countWhile(headings, ({ span }) => span.start <= offset) - 1]) ?? [];
}
