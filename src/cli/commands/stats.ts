// Command: how many topics were finished each week, how long they took, and which streaks there were.

import { openRoadmap } from "../../app/open-roadmap.js";
import { fileData, versionData } from "../../json/roadmap.js";
import type { CycleTimes } from "../../model/cycle-times.js";
import type { Day } from "../../model/dates.js";
import { type Statistics, statisticsOf } from "../../model/statistics.js";
import { mondayOf, sundayOf } from "../../model/weeks.js";
import { noTopicsLines } from "../../views/empty-lines.js";
import { statisticsLines } from "../../views/statistics-lines.js";
import type { CommandDeclaration } from "../command.js";
import { dayOption } from "../options.js";
import { atOption, requestAt, withVersion } from "../version.js";
import { fileWarnings } from "../warnings.js";

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
      data: () => ({
        kind: "stats",
        ...fileData(opened),
        ...versionData(opened),
        ...statisticsData(statistics, since ?? null),
      }),
      warnings: fileWarnings(opened),
    };
  },
};

function statisticsData(statistics: Statistics, since: Day | null) {
  const { done, total, finished, throughput, days, streaks, inProgress, phases, gaps } = statistics;
  const { byWeek, fullWeeks, perWeek } = throughput;
  return {
    since,
    done,
    total,
    finished,
    weeks: [...byWeek].sort(([a], [b]) => a - b).map(([week, count]) => ({ monday: mondayOf(week), finished: count })),
    fullWeeks: fullWeeks && {
      count: fullWeeks.last - fullWeeks.first + 1,
      from: mondayOf(fullWeeks.first),
      to: sundayOf(fullWeeks.last),
      perWeek: perWeek ?? 0,
    },
    days: timesData(days),
    streaks: { now: streaks.now && { ...streaks.now }, best: streaks.best && { ...streaks.best } },
    inProgress: inProgress.map(({ topic: { number, name }, days }) => ({ number, name, days })),
    phases: phases.map((phase) => ({ ...phase, days: timesData(phase.days) })),
    gaps: { ...gaps },
  };
}

function timesData({ count, half, most }: CycleTimes) {
  return { topics: count, half, most };
}
