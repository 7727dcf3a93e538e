// Forecast lines: the dates by which the phases and the whole may be done, their spread, and the basis for them.

import type { Day } from "../model/dates.js";
import type { Forecast, ForecastBasis, ForecastGroup } from "../model/pace/forecast.js";
import { counted } from "../text/plural.js";
import { visible } from "../text/visible.js";
import { widthInColumns } from "../text/width.js";
import { type Canvas, textWidth } from "./canvas.js";
import { columnLines } from "./columns.js";
import { dayText } from "./day-words.js";
import { rate } from "./pace-words.js";
import { scaleLabels, timeScale } from "./time-scale.js";
import { wrapText } from "./wrap.js";

interface ForecastView extends Omit<Forecast, "kind"> {
  /** Whether the groups are only the requested ones. */
  readonly isPart: boolean;
  /** All topics that are not skipped. */
  readonly total: number;
  readonly today: Day;
}

export function forecastLines(view: ForecastView, canvas: Canvas): string[] {
  const { basis, groups, all, undated, isPart, total } = view;
  const { paint } = canvas;
  const width = canvas.isTerminal ? Math.min(canvas.width, textWidth) : canvas.width;
  if (!basis) return wrapText("nothing left to do", width);
  const say = (text: string) => wrapText(text, width).map(paint.dim);
  const open = isPart ? groups : groups.filter(({ left }) => left > 0);
  const rows = isPart ? [...open] : open.length > 1 ? [...open, all] : [all];
  const [table, hasSpread] = dayLines(rows, { ...view, basis }, { ...canvas, width });
  const body = rows.at(-1) === all && rows.length > 1 ? [...table.slice(0, -1), "", ...table.slice(-1)] : table;
  const { bar, chart } = canvas.signs;
  return [
    ...wrapText(`${all.left} of ${counted(total, "topic")} left, ${paceOf(basis)}`, width),
    "",
    ...body,
    ...(basis.kind === "weeks" ? ["", ...say(backtestText(basis))] : []),
    ...(hasSpread ? [paint.dim(`${chart.dates[0]} 50%   ${bar[1]} between   ${chart.dates[1]} 85%`)] : []),
    ...(undated > 0 && basis.kind === "weeks" ? say(undatedText(undated)) : []),
  ];
}

/** The number of topics per week, and where it comes from. */
export function paceOf(basis: ForecastBasis): string {
  const pace = `${rate(basis.perWeek)} per week`;
  if (basis.kind === "weeks") return `at ${pace} (the last ${counted(basis.weeks, "full week")})`;
  return `assuming ${pace}, from ${basis.by === "option" ? "--weekly" : "the front matter"}`;
}

type Rows = readonly ForecastGroup[];

/** The rows below their header, and whether the spread of the dates is drawn next to them. */
function dayLines(rows: Rows, { basis, today }: Basis, canvas: Canvas): [lines: string[], hasSpread: boolean] {
  const { paint, width, isTerminal } = canvas;
  const text = (group: ForecastGroup, day: Day | null) =>
    group.left === 0 ? "done" : day === null ? tooLong : dayText(day, today, canvas);
  const days = (title: string, key: "half" | "most") => ({
    title,
    texts: rows.map((group) => text(group, group[key])),
    stroke: (shown: string, row: number) => (rows[row]?.left === 0 ? paint.done(shown) : shown),
    isWhole: true,
    isRight: isTerminal,
  });
  const columns = [
    {
      title: "",
      texts: rows.map(({ phase, title }) => visible(phase || rows.length > 1 ? title : "All")),
      stroke: (name: string, row: number) => (rows[row]?.phase ? name : paint.head(name)),
      yields: 1,
      least: 8,
    },
    { title: "left", texts: rows.map(({ left }) => `${left}`), isRight: true, isWhole: true, yields: 3 },
    ...(basis.kind === "assumed"
      ? [days("done by", "most")]
      : [{ ...days("50% by", "half"), yields: 2 }, days("85% by", "most")]),
  ];
  const widest = (texts: readonly string[]) => texts.reduce((most, one) => Math.max(most, widthInColumns(one)), 0);
  const used = columns.reduce((sum, { title, texts }) => sum + widest([title, ...texts]) + gap, 0);
  const hasSpread = isTerminal && basis.kind === "weeks" && width - used >= minSpread;
  const spread = hasSpread ? [spreadColumn(rows, { today, columns: width - used }, canvas)] : [];
  return [columnLines([...columns, ...spread], canvas), hasSpread];
}

interface Basis {
  readonly basis: ForecastBasis;
  readonly today: Day;
}

const gap = 2;
const minSpread = 24;

/** `●╍╍○` for each row, below the months. */
function spreadColumn(rows: Rows, { today, columns }: { today: Day; columns: number }, canvas: Canvas) {
  const { signs, paint } = canvas;
  const last = rows.reduce((latest, { half, most }) => [latest, half ?? "", most ?? ""].sort().at(-1) ?? latest, today);
  const range = { from: today, to: last };
  const scale = timeScale(range, columns);
  const [earlier, later] = signs.chart.dates;
  const texts = rows.map(({ half, most }) => {
    if (half === null) return "";
    const start = scale.columnOf(half);
    const end = most === null ? columns - 1 : scale.columnOf(most);
    const between = signs.bar[1].repeat(Math.max(0, end - start - 1));
    return " ".repeat(start) + earlier + between + (end > start ? (most === null ? signs.chart.goesOn : later) : "");
  });
  return { title: scaleLabels(range, scale), texts, stroke: paint.active, isWhole: true, yields: 5 };
}

const tooLong = "> 20 years";

type Weeks = Extract<ForecastBasis, { kind: "weeks" }>;

/** How the dates were computed, and how often such dates were right. */
export function backtestText({ runs, backtest: { made, held } }: Pick<Weeks, "runs" | "backtest">): string {
  const count = `${runs}`.replace(/(?=(?:\d{3})+$)(?!^)/g, ",");
  const meaning = `50% and 85% come from ${count} simulations of your past weeks.`;
  if (made === 0) return `${meaning} There is not enough history yet to check how accurate they are.`;
  return `${meaning} Checked against ${counted(made, "past week")}, the 85% date was right ${counted(held, "time")}.`;
}

export function undatedText(undated: number): string {
  return `${counted(undated, "topic")} done without a finish date, not counted in any week.`;
}
