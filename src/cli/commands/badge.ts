// Command: a small picture of how much is done, for a README.

import { openRoadmap } from "../../app/open-roadmap.js";
import { progressOf, progressOfThings } from "../../model/progress.js";
import { phaseTitle, type Roadmap } from "../../model/roadmap.js";
import { badgeSvg } from "../../views/exports/badge-svg.js";
import { svgExport } from "../../views/exports/svg-export.js";
import { type CommandDeclaration, textOption } from "../command.js";
import { exportOutcome, writeOptions } from "../export-outcome.js";
import { requirePhases } from "../options.js";
import { atOption, requestAt } from "../view-outcome.js";

const showings = ["percent", "count"] as const;

export const badgeCommand: CommandDeclaration = {
  name: "badge",
  summary: "Create a badge (SVG) that shows progress",
  examples: ["roadmap badge --write docs/roadmap.svg", "roadmap badge --phase 2 --label 'Phase 2' --show count"],
  options: [
    { flags: "--label <text>", help: "text on the left side (default: roadmap, or the phase)" },
    { flags: "--phase <phase>", help: "only this phase (number, or words of its name)" },
    { flags: "--show <what>", help: "percent, or a count such as 12/36 (default: percent)", choices: showings },
    ...writeOptions,
    atOption,
  ],
  async run(invocation) {
    const opened = await openRoadmap(requestAt(invocation));
    const { label, done, total } = measured(opened.roadmap, textOption(invocation, "phase"));
    const shows = textOption(invocation, "show") === "count" ? "count" : "percent";
    const text = badgeSvg({ label: textOption(invocation, "label") ?? label, done, total, shows });
    return exportOutcome(invocation, opened, { format: svgExport, text, command: "badge" });
  },
};

function measured(roadmap: Roadmap, wanted: string | undefined) {
  if (wanted === undefined) return { label: "roadmap", ...progressOf(roadmap, "phase").all };
  const found = requirePhases(roadmap.phases, wanted);
  const [label = ""] = found.map(phaseTitle);
  return { label, ...progressOfThings(found.flatMap(({ topics, tasks }) => [...topics, ...tasks])) };
}
