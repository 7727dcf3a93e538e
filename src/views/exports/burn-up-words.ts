// Burn-up words: what a burn-up chart says next to its lines, or in their place.

import type { Day } from "../../model/dates.js";
import type { BurnUp } from "../../model/pace/burn-up.js";
import type { TooLittleHistory } from "../../model/pace/forecast.js";
import { minFinished, minWeeks } from "../../model/pace/throughput.js";
import { counted } from "../../text/plural.js";
import { shortDay } from "../day-words.js";

/** The parts of a forecast that a chart has words for, from the model or from JSON. */
interface ExpectedEnd {
  readonly kind: "forecast";
  readonly basis: { readonly kind: "weeks" | "assumed"; readonly perWeek: number } | null;
  readonly all: { readonly half: Day | null; readonly most: Day | null };
}

/** Empty if nothing is left, or for tasks, which have no forecast. */
export function outlookText(expected: ExpectedEnd | TooLittleHistory | null): string {
  if (expected === null) return "";
  if (expected.kind === "too-little") return `no forecast yet: ${neededText(expected)}`;
  const { basis, all } = expected;
  if (basis === null) return "";
  if (all.half === null) return "no forecast: more than 20 years at this pace";
  const half = dayWithYear(all.half);
  if (basis.kind === "assumed") return `all by ${half}, at ${basis.perWeek} per week`;
  return `50% likely by ${half}, 85% by ${all.most === null ? "more than 20 years from now" : dayWithYear(all.most)}`;
}

function dayWithYear(day: Day): string {
  return `${shortDay(day)} ${day.slice(0, 4)}`;
}

function neededText({ finished, weeks }: TooLittleHistory): string {
  if (finished < minFinished) return `${finished} of ${minFinished} finished topics`;
  return weeks < minWeeks ? `${weeks} of ${minWeeks} full weeks` : `nothing was finished in ${counted(weeks, "week")}`;
}

/** Empty if the chart has everything that is done. */
export function missingText({ undated, ahead }: Pick<BurnUp, "undated" | "ahead">): string {
  const parts = [...(undated > 0 ? [`${undated} undated`] : []), ...(ahead > 0 ? [`${ahead} in the future`] : [])];
  return parts.length === 0 ? "" : `not drawn: ${parts.join(", ")}`;
}

/** Why there is no chart of less than two days. */
export function noChartText({ by, points, total }: Pick<BurnUp, "by" | "points" | "total">): string {
  if (total === 0) return "";
  if (points.length > 0) return "only one date is known: a chart needs at least two";
  return by === "task" ? "a chart of tasks needs commits" : "a chart needs dates in the started and finished columns";
}

/** `all topics (36, then 35)` */
export function totalText({ by, points }: Pick<BurnUp, "by" | "points">): string {
  const totals = [points[0]?.total, points.at(-1)?.total];
  return `all ${by}s${totals[0] === totals[1] ? "" : ` (${totals[0]}, then ${totals[1]})`}`;
}
