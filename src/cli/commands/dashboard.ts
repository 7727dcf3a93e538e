// Command: the dashboard, which is also shown without a command.

import { type OpenedRoadmap, openRoadmap } from "../../app/open-roadmap.js";
import { dashboardData } from "../../json/roadmap.js";
import type { Canvas } from "../../views/canvas.js";
import { dashboardLines } from "../../views/dashboard-lines.js";
import type { CommandDeclaration } from "../command.js";
import { canvasOver, conflictWarnings, inferenceNote, isInferred } from "../view-outcome.js";

export const dashboardCommand: CommandDeclaration = {
  name: "dashboard",
  summary: "Show progress per phase, what is in progress and what is next",
  examples: ["roadmap", "roadmap --file docs/roadmap.md"],
  options: [],
  async run({ request }) {
    const opened = await openRoadmap(request);
    return {
      lines: (canvas) => openedLines(opened, canvas),
      data: () => dashboardData(opened),
      warnings: (canvas) => [...conflictWarnings(opened)(canvas), ...inferenceNote(opened, canvas)],
    };
  },
};

/** Without conflicts and inferred columns, which are warnings of their own. */
export function openedLines(opened: OpenedRoadmap, canvas: Canvas): string[] {
  const { roadmap, problems, file, today } = opened;
  const others = problems.filter((problem) => problem.code !== "CONFLICT_MARKERS" && !isInferred(problem));
  return dashboardLines(
    { roadmap, problems: others, text: file.text, path: file.path, today },
    canvasOver(opened, canvas),
  );
}
