// Command: a small picture of how much is done, for a README.

import { openRoadmap } from "../../app/open-roadmap.js";
import { progressOfThings } from "../../model/progress.js";
import { phaseTitle, type Roadmap, type Task, type Topic } from "../../model/roadmap.js";
import { badgeSvg } from "../../views/exports/badge-svg.js";
import { svgExport } from "../../views/exports/svg-export.js";
import { type CommandDeclaration, textOption } from "../command.js";
import { exportOutcome, writeOptions } from "../export-outcome.js";
import { phaseOptions, phaseWords, requirePhases } from "../options.js";
import { atOption, requestAt } from "../view-outcome.js";

const showings = ["count", "percent"] as const;

export const badgeCommand: CommandDeclaration = {
  name: "badge",
  summary: "Create a badge (SVG) that shows progress",
  examples: ["roadmap badge --write docs/roadmap.svg", "roadmap badge --phase 2 --label 'Phase 2' --show percent"],
  options: [
    { flags: "--label <text>", help: "text on the left side (default: roadmap, or the phase)" },
    { flags: "--tasks", help: "count tasks (default: topics, if there are any)" },
    ...phaseOptions("only this phase (number, or words of its name)"),
    { flags: "--show <what>", help: "a count such as 12/36, or percent (default: count)", choices: showings },
    ...writeOptions,
    atOption,
  ],
  async run(invocation) {
    const opened = await openRoadmap(requestAt(invocation));
    const { label, things } = measured(opened.roadmap, phaseWords(invocation));
    const isOfTasks = invocation.options.tasks === true || things.topics.length === 0;
    const { done, total } = progressOfThings(isOfTasks ? things.tasks : things.topics);
    const shows = textOption(invocation, "show") === "percent" ? "percent" : "count";
    const text = badgeSvg({ label: textOption(invocation, "label") ?? label, done, total, shows });
    return exportOutcome(invocation, opened, { format: svgExport, text, command: "badge" });
  },
};

/** Topics and tasks are never added up. */
interface Things {
  readonly topics: readonly Topic[];
  readonly tasks: readonly Task[];
}

function measured(roadmap: Roadmap, wanted: string | undefined): { label: string; things: Things } {
  if (wanted === undefined) return { label: "roadmap", things: roadmap };
  const found = requirePhases(roadmap.phases, wanted);
  const [label = ""] = found.map(phaseTitle);
  return {
    label,
    things: { topics: found.flatMap(({ topics }) => topics), tasks: found.flatMap(({ tasks }) => tasks) },
  };
}
