// Command: what to do next.

import { openRoadmap } from "../../app/open-roadmap.js";
import { stepsData, viewedData } from "../../json/roadmap.js";
import { nextSteps, thingsWith, waitingTopics } from "../../model/next.js";
import { nextLines } from "../../views/next-lines.js";
import type { CommandDeclaration } from "../command.js";
import { countOption } from "../options.js";
import { atOption, canvasOver, fileWarnings, requestAt, withVersion } from "../view-outcome.js";

/** What is in progress is always shown as a whole. */
const startLimit = 5;

export const nextCommand: CommandDeclaration = {
  name: "next",
  summary: "Show what to work on next, topics in progress first",
  examples: ["roadmap next", "roadmap next --limit 1"],
  options: [
    { flags: "--limit <count>", help: `show at most this many (default: all in progress, and ${startLimit} to start)` },
    atOption,
  ],
  async run(invocation) {
    const opened = await openRoadmap(requestAt(invocation));
    const { roadmap, today } = opened;
    const limit = countOption(invocation, "limit");
    const steps = nextSteps(roadmap, limit ?? thingsWith(roadmap, "in-progress").length + startLimit);
    const isLimited = limit !== undefined && steps.length === limit;
    return {
      lines: withVersion(opened, (canvas) =>
        nextLines(roadmap, { steps, today, isLimited }, canvasOver(opened, canvas)),
      ),
      data: () => ({
        kind: "next",
        ...viewedData(opened),
        next: stepsData(opened, steps),
        waiting: waitingTopics(roadmap).length,
      }),
      warnings: fileWarnings(opened),
    };
  },
};
