// Version: the option that shows an old version of the roadmap, and the line that names the version.

import type { OpenedRoadmap, OpenRequest } from "../app/open-roadmap.js";
import type { Canvas } from "../views/paint.js";
import { wrapText } from "../views/wrap.js";
import { type Invocation, type OptionDeclaration, type Outcome, textOption } from "./command.js";

export const atOption: OptionDeclaration = {
  flags: "--at <rev>",
  help: "show the file as of a commit, branch, tag or date (end of day)",
};

export function requestAt(invocation: Invocation): OpenRequest {
  return { ...invocation.request, at: textOption(invocation, "at") };
}

/** The lines, below a line that names the version, unless it is the working file. */
export function withVersion({ version }: OpenedRoadmap, lines: Outcome["lines"]): Outcome["lines"] {
  if (version === null) return lines;
  const said = `as of ${version.commit.slice(0, 7)} (${version.day || "no date"})`;
  return (canvas: Canvas) => [...wrapText(said, canvas.width).map(canvas.paint.faint), "", ...lines(canvas)];
}
