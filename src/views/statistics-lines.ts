// Statistics lines: topics finished per week, how long they took, and what the dates leave open.

import type { Day } from "../model/dates.js";
import type { Gaps, PhaseStatistics, Statistics, Streak, TopicInProgress } from "../model/pace/statistics.js";
import { mondayOf, type Week, weekOf } from "../model/pace/throughput.js";
import { counted } from "../text/plural.js";
import { visible } from "../text/visible.js";
import type { Canvas } from "./canvas.js";
import { columnLines } from "./columns.js";
import { rate, wayToDates } from "./pace-words.js";
import { hintLines, messageLines, wrapText } from "./wrap.js";

const defaultWeeks = 12;
const maxWeeks = 53;
/** In narrower terminals, texts are below their names, not next to them. */
const minWidthBeside = 32;

interface StatisticsView extends Statistics {
  readonly today: Day;
  /** The first day. Without it, about three months of weeks are shown; with it, at most a year. */
  readonly since: Day | null;
}

/** Unknown values are omitted. */
export function statisticsLines(view: StatisticsView, canvas: Canvas): string[] {
  const { inProgress, phases, gaps } = view;
  const sections = [
    headLines(view, canvas),
    weekLines(view, canvas),
    factLines(view, canvas),
    inProgressLines(inProgress, canvas),
    phaseLines(phases, canvas),
    gapLines(gaps, canvas),
  ];
  return sections.filter((lines) => lines.length > 0).flatMap((lines, index) => (index === 0 ? lines : ["", ...lines]));
}

function headLines({ done, total, finished, throughput, since }: StatisticsView, canvas: Canvas): string[] {
  const { paint, width } = canvas;
  const { fullWeeks, perWeek } = throughput;
  const summary = `${done} of ${counted(total, "topic")} done`;
  if (finished === 0 && since !== null) return wrapText(`${summary}, none with a finish date since ${since}`, width);
  if (finished === 0)
    return messageLines([done === 0 ? summary : `${summary}, none with a finish date`, wayToDates], canvas);
  const known = `${counted(finished, "topic")} with a finish date${since === null ? "" : ` since ${since}`}`;
  const weeks = fullWeeks ? ` in ${counted(fullWeeks.last - fullWeeks.first + 1, "full week")}` : "";
  const pace = perWeek === null ? "" : `${rate(perWeek)} per week${weeks}, `;
  const isAllKnown = finished === done && since === null && fullWeeks === null;
  return [...wrapText(summary, width).map(paint.strong), ...(isAllKnown ? [] : wrapText(`${pace}${known}`, width))];
}

const maxBarWidth = 30;

/** The last weeks with the number of topics finished in each, up to the current one. */
function weekLines({ throughput: { byWeek }, today, since }: StatisticsView, { paint, width }: Canvas): string[] {
  if (byWeek.size === 0) return [];
  const thisWeek = weekOf(today);
  const most = since === null ? defaultWeeks : maxWeeks;
  const first = Math.max(thisWeek - most + 1, since === null ? earliest(byWeek.keys()) : weekOf(since));
  const weeks = Array.from({ length: thisWeek - first + 1 }, (_, index) => first + index);
  const counts = weeks.map((week) => byWeek.get(week) ?? 0);
  const highest = Math.max(...counts);
  const room = Math.max(0, Math.min(maxBarWidth, width - "2026-01-01  ".length - `${highest}`.length - 1));
  const perTopic = Math.min(2, room / Math.max(1, highest));
  const lines = weeks.map((week, index) => {
    const count = counts[index] ?? 0;
    const columns = count === 0 ? 0 : Math.min(room, Math.max(1, Math.round(count * perTopic)));
    const drawn = columns === 0 ? "" : `${paint.done("█".repeat(columns))} `;
    return `${mondayOf(week)}  ${drawn}${count === 0 ? paint.dim("0") : count}`;
  });
  return [paint.dim("Week of     Finished"), ...lines];
}

function earliest(weeks: Iterable<Week>): Week {
  let first = Number.POSITIVE_INFINITY;
  for (const week of weeks) first = Math.min(first, week);
  return first;
}

function factLines({ days: { count, half, most }, streaks }: Statistics, canvas: Canvas): string[] {
  const { best } = streaks;
  const facts: [string, string][] = [];
  if (half !== null && most !== null)
    facts.push([
      "Duration",
      count === 1
        ? `${counted(half, "day")} (1 topic)`
        : `median ${counted(half, "day")}, 85% within ${counted(most, "day")} (${count} topics)`,
    ]);
  if (best) facts.push(["Streak", rowText(streaks.now, best)]);
  const { paint, width } = canvas;
  return facts.flatMap(([name, text]) => {
    if (width < minWidthBeside) return [paint.dim(name), ...wrapText(text, width, { first: 2, rest: 2 })];
    const [first = "", ...rest] = wrapText(text, width, { first: 10, rest: 10 });
    return [`${paint.dim(name.padEnd(8))}  ${first.trimStart()}`, ...rest];
  });
}

function rowText(now: Streak | null, best: Streak): string {
  if (now?.from === best.from) return `${counted(now.weeks, "week")} (since ${now.from}), your longest`;
  return `${now ? counted(now.weeks, "week") : "none"} now; longest: ${best.weeks} (${best.from} to ${best.to})`;
}

function inProgressLines(inProgress: readonly TopicInProgress[], canvas: Canvas): string[] {
  if (inProgress.length === 0) return [];
  return columnLines(
    [
      { title: "#", texts: inProgress.map(({ topic }) => `#${topic.number}`), isRight: true, yields: 1 },
      { title: "In progress", texts: inProgress.map(({ topic }) => visible(topic.name)), least: 10 },
      {
        title: "Days",
        texts: inProgress.map(({ days }) => (days === null ? "" : `${days}`)),
        stroke: canvas.paint.active,
        isRight: true,
        isWhole: true,
      },
    ],
    canvas,
  );
}

function phaseLines(phases: readonly PhaseStatistics[], canvas: Canvas): string[] {
  if (phases.length < 2) return [];
  const number = (value: number | null) => (value === null ? "" : `${value}`);
  const column = { isRight: true, isWhole: true };
  return columnLines(
    [
      { title: "Phase", texts: phases.map(({ title }) => visible(title)), least: 8 },
      { title: "Done", texts: phases.map(({ done, total }) => `${done}/${total}`), ...column },
      { title: "Median days", texts: phases.map(({ days }) => number(days.half)), ...column, yields: 2 },
      { title: "85% within", texts: phases.map(({ days }) => number(days.most)), ...column, yields: 3 },
      { title: "In progress", texts: phases.map((phase) => number(phase.inProgress || null)), ...column, yields: 4 },
    ],
    canvas,
  );
}

function gapLines({ undated, ahead, backwards, unstarted }: Gaps, canvas: Canvas): string[] {
  const gaps: [number, string, string][] = [
    [undated, "done without a finish date", "roadmap set TOPIC --finished DATE"],
    [ahead, "done or in progress with a date in the future", "roadmap doctor --only DATE_IN_FUTURE"],
    [backwards, "done with a finish date before the start date", "roadmap list --sort finished"],
    [unstarted, "in progress without a start date", "roadmap set TOPIC --started DATE"],
  ];
  return gaps
    .filter(([count]) => count > 0)
    .flatMap(([count, what, hint]) => [
      ...wrapText(`${counted(count, "topic")} ${what}`, canvas.width).map(canvas.paint.warn),
      ...hintLines(hint, canvas),
    ]);
}
