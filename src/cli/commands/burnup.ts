// Command: a chart of done and total over time.

import { readBurnUpHistory } from "../../app/history/for-views.js";
import { openRoadmap } from "../../app/open-roadmap.js";
import { burnUpData } from "../../json/pace.js";
import type { Day } from "../../model/dates.js";
import { type BurnUpKey, burnUp, burnUpKeys } from "../../model/pace/burn-up.js";
import { forecast } from "../../model/pace/forecast.js";
import { paceInFile } from "../../model/pace/require-forecast.js";
import type { Roadmap } from "../../model/roadmap.js";
import { burnUpLines, type ExpectedEnd } from "../../views/burn-up-lines.js";
import { noTopicsLines } from "../../views/pace-words.js";
import { type CommandDeclaration, textOption } from "../command.js";
import { dayOption } from "../options.js";
import { withProgressBar } from "../progress-bar.js";
import { atOption, fileWarnings, requestAt, withVersion } from "../view-outcome.js";

export const burnupCommand: CommandDeclaration = {
  name: "burnup",
  summary: "Show a burn-up chart: done and total over time",
  examples: ["roadmap burnup", "roadmap burnup --since 2026-06-01", "roadmap burnup --by task"],
  options: [
    {
      flags: "--by <key>",
      help: "what to count; tasks are dated by commits (default: topic)",
      choices: burnUpKeys,
    },
    { flags: "--since <date>", help: "start at this date" },
    atOption,
  ],
  async run(invocation) {
    const opened = await openRoadmap(requestAt(invocation));
    const { roadmap, today } = opened;
    const chosen = textOption(invocation, "by");
    const by = burnUpKeys.find((key): key is BurnUpKey => key === chosen) ?? "topic";
    const since = dayOption(invocation, "since", { today });
    const history = await withProgressBar(invocation.machine, "reading the history", (onProgress) =>
      readBurnUpHistory({ ...invocation.request, opened, by, onProgress }),
    );
    const series = burnUp(roadmap, { today, by, since, history });
    const hasNoTopics = roadmap.topics.length === 0 && (by === "topic" || roadmap.tasks.length === 0);
    return {
      lines: withVersion(opened, (canvas) =>
        hasNoTopics
          ? noTopicsLines(roadmap, canvas)
          : burnUpLines({ ...series, since, expected: expectedEnd(roadmap, { today, by }) }, canvas),
      ),
      data: () => burnUpData(opened, series),
      warnings: fileWarnings(opened),
    };
  },
};

/** Where the forecast expects the chart to end; null without enough history, for tasks, and if nothing is left. */
function expectedEnd(roadmap: Roadmap, { today, by }: { today: Day; by: BurnUpKey }): ExpectedEnd | null {
  const found = by === "topic" ? forecast(roadmap, { today, assumed: paceInFile(roadmap.settings) }) : null;
  if (found?.kind !== "forecast" || !found.basis || found.all.half === null) return null;
  return { day: found.all.half, perWeek: found.basis.perWeek };
}
