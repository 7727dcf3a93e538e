// Dashboard lines: progress per phase, what is in progress, what is next.

import type { Day } from "../model/dates.js";
import { stepsAtAGlance } from "../model/next.js";
import type { Problem } from "../model/problem.js";
import { progressOf } from "../model/progress.js";
import type { Roadmap } from "../model/roadmap.js";
import { visible } from "../text/visible.js";
import { fitInColumns } from "../text/width.js";
import type { Canvas } from "./canvas.js";
import { nextLines } from "./next-lines.js";
import { emptyLines } from "./pace-words.js";
import { problemLines } from "./problem-lines.js";
import { progressLines } from "./progress-lines.js";
import { hintLines } from "./wrap.js";

interface Dashboard {
  readonly roadmap: Roadmap;
  readonly problems: readonly Problem[];
  /** The text of the file that has the problems. */
  readonly text: string;
  readonly path: string;
  readonly today: Day;
}

const shownProblems = 3;

export function dashboardLines({ roadmap, problems, text, path, today }: Dashboard, canvas: Canvas): string[] {
  const title = fitInColumns(visible(roadmap.title ?? path), canvas.width);
  if (roadmap.topics.length + roadmap.tasks.length === 0) {
    return [canvas.paint.strong(title), "", ...emptyLines(canvas), ...problemSection(problems, { text, path }, canvas)];
  }
  const steps = stepsAtAGlance(roadmap);
  return [
    canvas.paint.strong(title),
    "",
    ...progressLines(progressOf(roadmap, "phase"), canvas),
    "",
    ...nextLines(roadmap, { steps, today }, canvas),
    ...problemSection(problems, { text, path }, canvas),
  ];
}

function problemSection(
  problems: readonly Problem[],
  source: { text: string; path: string },
  canvas: Canvas,
): string[] {
  if (problems.length === 0) return [];
  const more = problems.length - shownProblems;
  const lines = more > 0 ? hintLines(`and ${more} more: run \`roadmap doctor\` to see them all`, canvas) : [];
  return ["", ...problemLines(problems.slice(0, shownProblems), source, canvas), ...lines];
}
