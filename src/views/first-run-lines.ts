// First run lines: no roadmap is here yet; four ways to begin, each of which works as it is.

import type { NoRoadmapFound } from "../model/no-roadmap.js";
import { quoteForShell } from "../text/quote-for-shell.js";
import { visible } from "../text/visible.js";
import type { Canvas } from "./canvas.js";
import { commandLines } from "./command-lines.js";
import { wrapText } from "./wrap.js";

/** @param home the home folder, shown as `~` */
export function firstRunLines({ search }: NoRoadmapFound, canvas: Canvas, home: string): string[] {
  const { upTo, candidate } = search;
  const { paint, width } = canvas;
  const isInHome = upTo !== null && home !== "" && (upTo === home || upTo.startsWith(`${home}/`));
  const top = upTo === null ? "" : visible(isInHome ? `~${upTo.slice(home.length)}` : upTo);
  const folders = upTo === null ? "this folder" : `this folder and its parents up to ${top}`;
  const other: [string, string] =
    candidate === null
      ? ["roadmap -f PATH", "it is somewhere else"]
      : [`roadmap -f ${visible(quoteForShell(candidate))}`, "read that file"];
  return [
    ...wrapText("No roadmap here yet.", width).map(paint.head),
    ...wrapText(`Looked for roadmap.md, ROADMAP.md and docs/roadmap.md in ${folders}.`, width).map(paint.dim),
    "",
    ...commandLines(
      [
        ["roadmap init", "start an empty one"],
        ["roadmap init --template backend", "or frontend, devops, data; ready to use"],
        ["roadmap init --from topics.csv", "from a spreadsheet"],
        other,
      ],
      canvas,
    ),
  ];
}
