// Command: by which day each phase and the whole may be done.

import { openRoadmap } from "../../app/open-roadmap.js";
import { topicsAhead } from "../../model/backtest.js";
import type { Day } from "../../model/dates.js";
import { exitCodes, UserError } from "../../model/errors.js";
import { type Forecast, type ForecastBasis, forecast, type Shortage } from "../../model/forecast.js";
import type { Roadmap } from "../../model/roadmap.js";
import { leastFinished, leastWeeks } from "../../model/throughput.js";
import { counted } from "../../text/counted.js";
import { noTopicsLines } from "../../views/empty-lines.js";
import { forecastLines } from "../../views/forecast-lines.js";
import { type CommandDeclaration, type Invocation, textOption } from "../command.js";
import { fileData } from "../data.js";
import { countOption, sinceOption, usageError } from "../options.js";
import { phasesAsked } from "../phases-asked.js";
import { atOption, requestAt, versionData, withVersion } from "../version.js";
import { conflictWarnings } from "../warnings.js";

export const forecastCommand: CommandDeclaration = {
  name: "forecast",
  summary: "Show by which days the phases may be done, at the pace there was",
  examples: ["roadmap forecast", "roadmap forecast --phase 3", "roadmap forecast --weekly 1.5"],
  options: [
    { flags: "--phase <phase>", help: "only that phase, after those before it: its number, or words of its name" },
    { flags: "--weekly <topics>", help: "assume so many topics a week; else `weekly` in the front matter" },
    { flags: "--observed", help: "go by the weeks there were, also where the front matter has `weekly`" },
    { flags: "--since <date>", help: "go by weeks from that day on" },
    { flags: "--seed <number>", help: "for other random numbers; made from the facts without it" },
    atOption,
  ],
  async run(invocation) {
    const opened = await openRoadmap(requestAt(invocation));
    const { roadmap, today } = opened;
    const phases = phasesAsked(invocation, roadmap);
    const found = forecast(roadmap, {
      today,
      assumed: assumedPace(invocation, roadmap),
      since: sinceOption(invocation, today),
      seed: countOption(invocation, "seed"),
    });
    if (found.kind === "too-little") throw tooLittle(found, sinceOption(invocation, today));
    const isAsked = ({ phase }: Forecast["groups"][number]) => phases === null || phases.some((one) => one === phase);
    const groups = found.groups.filter(isAsked);
    return {
      lines: withVersion(opened, (canvas) =>
        roadmap.topics.length === 0
          ? noTopicsLines(roadmap, canvas)
          : forecastLines({ ...found, groups, isPart: phases !== null }, canvas),
      ),
      data: () => ({
        kind: "forecast",
        ...fileData(opened),
        ...versionData(opened),
        left: found.all.left,
        basis: found.basis && basisData(found.basis),
        phases: groups.map(groupData),
        all: groupData(found.all),
        undated: found.undated,
      }),
      warnings: conflictWarnings(opened),
    };
  },
};

function assumedPace(invocation: Invocation, { settings }: Roadmap) {
  const text = textOption(invocation, "weekly");
  if (text !== undefined && invocation.options.observed)
    throw usageError("--weekly and --observed contradict each other", "give one of them");
  if (text !== undefined) {
    if (!/^\d{1,5}(?:\.\d{1,3})?$/.test(text) || Number(text) === 0)
      throw usageError(`--weekly takes topics a week, not "${text}"`, "write it like --weekly 2, or --weekly 0.5");
    return { perWeek: Number(text), by: "option" } as const;
  }
  const { weekly } = settings;
  return weekly === null || invocation.options.observed ? null : ({ perWeek: weekly, by: "front-matter" } as const);
}

/** The way out is to say a pace: what is missing only comes with time. */
function tooLittle({ finished, weeks, undated, finishedInWeeks }: Shortage, since: Day | undefined): UserError {
  const known = `${counted(finished, "topic")} finished on a known day, ${counted(weeks, "full week")}`;
  const missing = undated > 0 ? `; ${undated} more ${undated === 1 ? "is" : "are"} done without a finish date` : "";
  const isIdle = finished >= leastFinished && weeks >= leastWeeks && finishedInWeeks === 0;
  return new UserError({
    code: "TOO_LITTLE_HISTORY",
    message: isIdle
      ? `nothing was finished in the last ${counted(weeks, "full week")}, so no day can be told`
      : `a forecast goes by at least ${leastFinished} finished topics and ${leastWeeks} full weeks; known ${since === undefined ? "so far" : `since ${since}`}: ${known}${missing}`,
    hint: "`roadmap forecast --weekly 2` assumes two topics a week instead",
    exitCode: exitCodes.failed,
  });
}

function basisData(basis: ForecastBasis) {
  if (basis.kind === "assumed") return { ...basis };
  return { ...basis, backtest: { topics: topicsAhead, ...basis.backtest } };
}

function groupData({ title, track, left, half, most }: Forecast["all"]) {
  return { title, track, left, half, most };
}
