// Command: progress per phase, track, status or month.

import { openRoadmap } from "../../app/open-roadmap.js";
import { progressData, viewedData } from "../../json/roadmap.js";
import { type ProgressKey, progressKeys, progressOf } from "../../model/progress.js";
import { progressLines } from "../../views/progress-lines.js";
import { type CommandDeclaration, textOption } from "../command.js";
import { atOption, fileWarnings, requestAt, withVersion } from "../view-outcome.js";

export const progressCommand: CommandDeclaration = {
  name: "progress",
  summary: "Show how much is done, as bars",
  examples: ["roadmap progress", "roadmap progress --by month"],
  options: [
    {
      flags: "--by <key>",
      help: "one bar for each phase, track, status or month (default: phase)",
      choices: progressKeys,
    },
    atOption,
  ],
  async run(invocation) {
    const opened = await openRoadmap(requestAt(invocation));
    const chosen = textOption(invocation, "by");
    const by = progressKeys.find((key): key is ProgressKey => key === chosen) ?? "phase";
    const [topics, tasks] = [progressOf(opened.roadmap, by, "topics"), progressOf(opened.roadmap, by, "tasks")];
    return {
      lines: withVersion(opened, (canvas) => progressLines([topics, tasks], canvas)),
      data: () => ({
        kind: "progress",
        ...viewedData(opened),
        by,
        ...progressData(opened, by),
      }),
      warnings: fileWarnings(opened),
    };
  },
};
