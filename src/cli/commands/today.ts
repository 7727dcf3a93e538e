// Command: what is in progress, due or overdue today, and what was finished this week.

import { openRoadmap } from "../../app/open-roadmap.js";
import { todayData } from "../../json/roadmap.js";
import { agendaOf } from "../../model/agenda.js";
import { titleLine } from "../../views/dashboard-lines.js";
import { todayLines } from "../../views/today-lines.js";
import type { CommandDeclaration } from "../command.js";
import { canvasOver, fileWarnings } from "../view-outcome.js";

export const todayCommand: CommandDeclaration = {
  name: "today",
  summary: "Show what is in progress, due or overdue, what you finished this week, and your streak",
  examples: ["roadmap today", "roadmap today --json"],
  options: [],
  async run({ request, settings }) {
    const opened = await openRoadmap(request);
    const { roadmap, file, today } = opened;
    const agenda = agendaOf(roadmap, today, settings.weekStart);
    return {
      lines: (canvas) => [
        titleLine({ roadmap, path: file.path, today }, canvas),
        "",
        ...todayLines({ roadmap, agenda, today }, canvasOver(opened, canvas)),
      ],
      data: () => todayData(opened, agenda),
      warnings: fileWarnings(opened),
    };
  },
};
