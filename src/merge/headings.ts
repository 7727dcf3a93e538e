// Headings: what topics and tasks stand under.

import { headed } from "../model/outline.js";
import type { Roadmap } from "../model/roadmap.js";
import { countWhile } from "../text/count-while.js";
import { fold } from "../text/fold.js";

/** The labels of the headings above an offset, folded, the nearest one first; without the only title of the file. */
export function headingsAbove(roadmap: Roadmap): (offset: number) => readonly string[] {
  const all = headed(roadmap);
  const hasOneTitle = all.filter(({ heading }) => heading.depth === 1).length === 1 && all[0]?.heading.depth === 1;
  const around: { readonly depth: number; readonly label: string }[] = [];
  const paths = all.map(({ heading: { depth }, label }, index) => {
    while ((around.at(-1)?.depth ?? 0) >= depth) around.pop();
    if (!hasOneTitle || index > 0) around.push({ depth, label: fold(label) });
    return around.map((heading) => heading.label).reverse();
  });
  return (offset) => paths[countWhile(all, ({ heading }) => heading.span.start <= offset) - 1] ?? [];
}
