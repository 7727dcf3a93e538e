// Command: topics finished per week, how long they took, and streaks.

import { openRoadmap } from "../../app/open-roadmap.js";
import { statisticsData } from "../../json/pace.js";
import { statisticsOf } from "../../model/pace/statistics.js";
import { noTopicsLines } from "../../views/pace-words.js";
import { statisticsLines } from "../../views/statistics-lines.js";
import type { CommandDeclaration } from "../command.js";
import { dayOption } from "../options.js";
import { atOption, fileWarnings, requestAt, withVersion } from "../view-outcome.js";

export const statsCommand: CommandDeclaration = {
  name: "stats",
  summary: "Show topics per week, days per topic and streaks",
  examples: ["roadmap stats", "roadmap stats --since 2026-01-01"],
  options: [{ flags: "--since <date>", help: "only topics finished on or after this date" }, atOption],
  async run(invocation) {
    const opened = await openRoadmap(requestAt(invocation));
    const { roadmap, today } = opened;
    const since = dayOption(invocation, "since", { today });
    const statistics = statisticsOf(roadmap, { today, since });
    return {
      lines: withVersion(opened, (canvas) =>
        roadmap.topics.length === 0
          ? noTopicsLines(roadmap, canvas)
          : statisticsLines({ ...statistics, today, since: since ?? null }, canvas),
      ),
      data: () => statisticsData(opened, statistics, since),
      warnings: fileWarnings(opened),
    };
  },
};
