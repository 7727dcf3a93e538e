// Command: the dashboard, which is also shown without a command.

import { type OpenedRoadmap, openRoadmap } from "../../app/open-roadmap.js";
import { dashboardData } from "../../json/roadmap.js";
import type { Canvas } from "../../views/canvas.js";
import { dashboardLines } from "../../views/dashboard-lines.js";
import type { CommandDeclaration } from "../command.js";
import { canvasOver, conflictWarnings, problemRemarks } from "../view-outcome.js";

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
      warnings: conflictWarnings(opened),
    };
  },
};

export function openedLines(opened: OpenedRoadmap, canvas: Canvas): string[] {
  const { roadmap, problems, file, today } = opened;
  const unread = problems.find(({ code }) => code === "TABLE_UNREAD");
  const dashboard = { roadmap, path: file.path, today, unread, remarks: problemRemarks(opened) };
  return dashboardLines(dashboard, canvasOver(opened, canvas));
}
