// Required forecast: a forecast, or an error that says what is missing for one.

import { counted } from "../../text/plural.js";
import type { Day } from "../dates.js";
import { UserError } from "../errors.js";
import type { Roadmap } from "../roadmap.js";
import { ways } from "../ways.js";
import { type Forecast, type ForecastRequest, forecast, type TooLittleHistory } from "./forecast.js";
import { minFinished, minWeeks } from "./throughput.js";

/** The topics per week that the front matter sets, to use in place of past weeks; null if it sets none. */
export function paceInFile({ weekly }: Roadmap["settings"]): NonNullable<ForecastRequest["assumed"]> | null {
  return weekly === null ? null : { perWeek: weekly, by: "front-matter" };
}

/** @throws UserError if there is too little history */
export function requireForecast(roadmap: Roadmap, request: ForecastRequest): Forecast {
  const found = forecast(roadmap, request);
  if (found.kind === "too-little") throw tooLittle(found, request.since);
  return found;
}

/** The hint is to assume a pace, because the missing data only comes with time. */
function tooLittle({ finished, weeks, undated, finishedInWeeks }: TooLittleHistory, since: Day | undefined): UserError {
  const known = `${counted(finished, "topic")} with a finish date, ${counted(weeks, "full week")}`;
  const missing = undated > 0 ? `; ${undated} more ${undated === 1 ? "is" : "are"} done without a finish date` : "";
  const isIdle = finished >= minFinished && weeks >= minWeeks && finishedInWeeks === 0;
  return new UserError(
    "TOO_LITTLE_HISTORY",
    isIdle
      ? `nothing was finished in the last ${counted(weeks, "full week")}, so no forecast is possible`
      : `not enough history for a forecast: it needs ${minFinished} finished topics and ${minWeeks} full weeks; ${since === undefined ? "so far" : `since ${since}`}: ${known}${missing}`,
    ways`run ${{ view: "forecast", options: { weekly: "2" } }} to assume 2 topics per week instead`,
  );
}
