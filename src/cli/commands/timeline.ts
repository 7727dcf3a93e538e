// Command: the topics as bars over the days on which they were worked on.

import { openRoadmap } from "../../app/open-roadmap.js";
import { fileData, versionData } from "../../json/roadmap.js";
import { timelineOf } from "../../model/timeline.js";
import { noTopicsLines } from "../../views/empty-lines.js";
import { timelineLines } from "../../views/timeline-lines.js";
import type { CommandDeclaration } from "../command.js";
import { dayOption } from "../options.js";
import { phasesAsked } from "../phases-asked.js";
import { atOption, requestAt, withVersion } from "../version.js";
import { fileWarnings } from "../warnings.js";

export const timelineCommand: CommandDeclaration = {
  name: "timeline",
  summary: "Show when topics were worked on, as bars over time",
  examples: ["roadmap timeline", "roadmap timeline --phase 2", "roadmap timeline --since 2026-06-01"],
  options: [
    { flags: "--phase <phase>", help: "only this phase (number, or words of its name)" },
    { flags: "--since <date>", help: "start at this date" },
    atOption,
  ],
  async run(invocation) {
    const opened = await openRoadmap(requestAt(invocation));
    const { roadmap, today } = opened;
    const phases = phasesAsked(invocation, roadmap);
    const since = dayOption(invocation, "since", { today });
    const topics = phases ? phases.flatMap((phase) => phase.topics) : roadmap.topics;
    const timeline = timelineOf(topics, { today, since });
    return {
      lines: withVersion(opened, (canvas) =>
        topics.length === 0
          ? noTopicsLines(roadmap, canvas)
          : timelineLines({ ...timeline, today, since: since ?? null }, canvas),
      ),
      data() {
        const { bars, ...counts } = timeline;
        return {
          kind: "timeline",
          ...fileData(opened),
          ...versionData(opened),
          today,
          bars: bars.map(({ topic: { number, name, phase, status }, from, to }) => ({
            number,
            name,
            phase: phase?.label ?? null,
            status,
            from,
            to,
          })),
          ...counts,
        };
      },
      warnings: fileWarnings(opened),
    };
  },
};
