// Forecast lines: the dates by which the phases and the whole may be done, and the basis for them.

import { type Forecast, type ForecastBasis, type ForecastGroup, topicsAhead } from "../model/pace/forecast.js";
import { percent } from "../model/progress.js";
import { counted } from "../text/plural.js";
import { visible } from "../text/visible.js";
import type { Canvas } from "./canvas.js";
import { columnLines } from "./columns.js";
import { rate } from "./pace-words.js";
import { wrapText } from "./wrap.js";

interface ForecastView extends Omit<Forecast, "kind"> {
  /** Whether the groups are only the requested ones. */
  readonly isPart: boolean;
}

export function forecastLines({ basis, groups, all, undated, isPart }: ForecastView, canvas: Canvas): string[] {
  const { paint, width } = canvas;
  if (!basis) return wrapText("nothing left to do", width);
  const say = (text: string) => wrapText(text, width).map(paint.dim);
  const rows = isPart ? groups : groups.length > 1 ? [...groups, all] : [all];
  return [
    ...wrapText(`${counted(all.left, "topic")} left, ${paceOf(basis)}`, width),
    "",
    ...dayLines(rows, basis, canvas),
    ...(basis.kind === "weeks" ? ["", ...say(backtestText(basis))] : []),
    ...(undated > 0 && basis.kind === "weeks" ? say(undatedText(undated)) : []),
  ];
}

function paceOf(basis: ForecastBasis): string {
  const pace = `${rate(basis.perWeek)} per week`;
  if (basis.kind === "weeks") {
    const { weeks, from, to } = basis;
    return `based on ${counted(weeks, "full week")} (${from} to ${to}): ${pace}`;
  }
  return `assuming ${pace}, from ${basis.by === "option" ? "--weekly" : "the front matter"}`;
}

function dayLines(rows: readonly ForecastGroup[], basis: ForecastBasis, canvas: Canvas): string[] {
  const { paint } = canvas;
  const strokeOf = (stroke: (text: string) => string) => (text: string, row: number) =>
    rows[row]?.left === 0 ? paint.done(text) : text === tooLong ? paint.dim(text) : stroke(text);
  const day = (key: "half" | "most") => rows.map((row) => dayText(row, row[key]));
  const names = rows.map(({ title }) => visible(title));
  const count = { title: "Left", texts: rows.map(({ left }) => `${left}`), isRight: true, isWhole: true, yields: 3 };
  const title = { title: "Phase", texts: names, yields: 1, least: 8 };
  if (basis.kind === "assumed")
    return columnLines(
      [title, count, { title: "Done by", texts: day("most"), stroke: strokeOf(paint.strong), isWhole: true }],
      canvas,
    );
  return columnLines(
    [
      title,
      count,
      { title: "50% likely", texts: day("half"), stroke: strokeOf((text) => text), isWhole: true, yields: 2 },
      { title: "85% likely", texts: day("most"), stroke: strokeOf(paint.strong), isWhole: true },
    ],
    canvas,
  );
}

const tooLong = "> 20 years";

function dayText({ left }: ForecastGroup, day: string | null): string {
  return left === 0 ? "done" : (day ?? tooLong);
}

type Weeks = Extract<ForecastBasis, { kind: "weeks" }>;

function backtestText({ runs, backtest: { made, held } }: Weeks): string {
  const meaning = `The likelihoods come from ${runs} simulations based on these weeks.`;
  if (made === 0) return `${meaning} There is not enough history yet to check how accurate they are.`;
  const share = percent({ done: held, total: made });
  return `${meaning} Checked against ${counted(made, "past week")}, for the next ${topicsAhead} topics: the 85% date was right ${counted(held, "time")} (${share}%).`;
}

function undatedText(undated: number): string {
  return `${counted(undated, "topic")} done without a finish date, not counted in any week.`;
}
