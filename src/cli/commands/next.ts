// Command: what to do next.

import { openRoadmap } from "../../app/open-roadmap.js";
import { stepsData, viewedData } from "../../json/roadmap.js";
import { nextSteps, waitingTopics } from "../../model/next.js";
import { nextLines } from "../../views/next-lines.js";
import type { CommandDeclaration } from "../command.js";
import { countOption } from "../options.js";
import { atOption, canvasOver, fileWarnings, requestAt, withVersion } from "../view-outcome.js";

const defaultLimit = 5;

export const nextCommand: CommandDeclaration = {
  name: "next",
  summary: "Show what to work on next, topics in progress first",
  examples: ["roadmap next", "roadmap next --limit 1"],
  options: [{ flags: "--limit <count>", help: `show at most this many (default: ${defaultLimit})` }, atOption],
  async run(invocation) {
    const opened = await openRoadmap(requestAt(invocation));
    const { roadmap, today } = opened;
    const steps = nextSteps(roadmap, countOption(invocation, "limit") ?? defaultLimit);
    return {
      lines: withVersion(opened, (canvas) => nextLines(roadmap, { steps, today }, canvasOver(opened, canvas))),
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
