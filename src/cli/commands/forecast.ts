// Command: by which date each phase and the whole may be done.

import { openRoadmap } from "../../app/open-roadmap.js";
import { forecastData } from "../../json/pace.js";
import type { Forecast } from "../../model/pace/forecast.js";
import { paceInFile, requireForecast } from "../../model/pace/require-forecast.js";
import type { Roadmap } from "../../model/roadmap.js";
import { forecastLines } from "../../views/forecast-lines.js";
import { noTopicsLines } from "../../views/pace-words.js";
import { type CommandDeclaration, type Invocation, textOption } from "../command.js";
import { countOption, dayOption, phaseOptions, selectedPhases, usageError } from "../options.js";
import { atOption, fileWarnings, requestAt, withVersion } from "../view-outcome.js";

export const forecastCommand: CommandDeclaration = {
  name: "forecast",
  summary: "Forecast when each phase will be done, at your pace",
  examples: ["roadmap forecast", "roadmap forecast --phase 3", "roadmap forecast --weekly 1.5"],
  options: [
    ...phaseOptions("only this phase, after the phases before it (number, or words of its name)"),
    {
      flags: "--weekly <topics>",
      help: "assume this many topics per week (default: `weekly` in the front matter, or your past weeks)",
    },
    { flags: "--observed", help: "use your past weeks even if the front matter sets `weekly`" },
    { flags: "--since <date>", help: "use only weeks from this date on" },
    { flags: "--seed <number>", help: "seed for the simulation (default: derived from the dates in the file)" },
    atOption,
  ],
  async run(invocation) {
    const opened = await openRoadmap(requestAt(invocation));
    const { roadmap, today } = opened;
    const phases = selectedPhases(invocation, roadmap);
    const found = requireForecast(roadmap, {
      today,
      assumed: assumedPace(invocation, roadmap),
      since: dayOption(invocation, "since", { today }),
      seed: countOption(invocation, "seed"),
    });
    const isChosen = ({ phase }: Forecast["groups"][number]) =>
      phases === null || phases.some((chosen) => chosen === phase);
    const groups = found.groups.filter(isChosen);
    const total = roadmap.topics.filter(({ status }) => status !== "skipped").length;
    return {
      lines: withVersion(opened, (canvas) =>
        roadmap.topics.length === 0
          ? noTopicsLines(roadmap, canvas)
          : forecastLines({ ...found, groups, isPart: phases !== null, total, today }, canvas),
      ),
      data: () => forecastData(opened, { ...found, groups }),
      warnings: fileWarnings(opened),
    };
  },
};

function assumedPace(invocation: Invocation, { settings }: Roadmap) {
  const text = textOption(invocation, "weekly");
  if (text !== undefined && invocation.options.observed)
    throw usageError("--weekly and --observed cannot be combined", "use only one of them");
  if (text !== undefined) {
    if (!/^\d{1,5}(?:\.\d{1,3})?$/.test(text) || Number(text) === 0)
      throw usageError(
        `--weekly takes a number of topics per week, not "${text}"`,
        "for example --weekly 2, or --weekly 0.5",
      );
    return { perWeek: Number(text), by: "option" } as const;
  }
  return invocation.options.observed ? null : paceInFile(settings);
}
