// Command: topics as bars over the days on which they were worked on.

import { openRoadmap } from "../../app/open-roadmap.js";
import { timelineData } from "../../json/pace.js";
import { timelineOf } from "../../model/pace/timeline.js";
import { noTopicsLines } from "../../views/pace-words.js";
import { timelineLines } from "../../views/timeline-lines.js";
import type { CommandDeclaration } from "../command.js";
import { dayOption, phaseOptions, selectedPhases } from "../options.js";
import { atOption, fileWarnings, requestAt, withVersion } from "../view-outcome.js";

export const timelineCommand: CommandDeclaration = {
  name: "timeline",
  summary: "Show when topics were worked on, as bars over time",
  examples: ["roadmap timeline", "roadmap timeline --phase 2", "roadmap timeline --since 2026-06-01"],
  options: [
    ...phaseOptions("only this phase (number, or words of its name)"),
    { flags: "--since <date>", help: "start at this date" },
    atOption,
  ],
  async run(invocation) {
    const opened = await openRoadmap(requestAt(invocation));
    const { roadmap, today } = opened;
    const phases = selectedPhases(invocation, roadmap);
    const since = dayOption(invocation, "since", { today });
    const topics = phases ? phases.flatMap((phase) => phase.topics) : roadmap.topics;
    const timeline = timelineOf(topics, { today, since });
    return {
      lines: withVersion(opened, (canvas) =>
        topics.length === 0
          ? noTopicsLines(roadmap, canvas)
          : timelineLines(roadmap, { ...timeline, today, since: since ?? null, isFolded: phases === null }, canvas),
      ),
      data: () => timelineData(opened, timeline),
      warnings: fileWarnings(opened),
    };
  },
};
