// Statistics lines: what is done, the pace, how long topics took, the finishes of each week, and the phases.

import type { Day } from "../model/dates.js";
import type { CycleTimes, Gaps, PhaseStatistics, Statistics, Streak } from "../model/pace/statistics.js";
import { mondayOf, type Week, weekOf } from "../model/pace/throughput.js";
import { type ProgressGroup, percent } from "../model/progress.js";
import { counted } from "../text/plural.js";
import { visible } from "../text/visible.js";
import { fitInColumns, widthInColumns } from "../text/width.js";
import { type Canvas, statusLabels, textWidth } from "./canvas.js";
import { columnLines } from "./columns.js";
import { daysText, dayText, durationText, shortMonth } from "./day-words.js";
import { rate, wayToDates } from "./pace-words.js";
import { hintLines, namingFile, wrapText } from "./wrap.js";

interface StatisticsView extends Statistics {
  readonly today: Day;
  /** The first day. */
  readonly since: Day | null;
}

/** Unknown values are omitted. */
export function statisticsLines(view: StatisticsView, canvas: Canvas): string[] {
  const room = canvas.isTerminal ? { ...canvas, width: Math.min(canvas.width, textWidth) } : canvas;
  const sections = [
    factLines(factsOf(view, room), room),
    view.finished === 0 && view.since === null
      ? wrapText(namingFile(wayToDates, room), room.width).map(canvas.paint.dim)
      : [],
    weekLines(view, room),
    phaseLines(view.phases, room),
    gapLines(view.gaps, room),
  ];
  return sections.filter((lines) => lines.length > 0).flatMap((lines, index) => (index === 0 ? lines : ["", ...lines]));
}

interface Fact {
  readonly name: string;
  readonly text: string;
  /** What follows if there is room, or in its place. */
  readonly rest: string;
  readonly short?: string;
}

function factsOf(view: StatisticsView, canvas: Canvas): Fact[] {
  const { topics, tasks, throughput, finished, since, days, streaks, today } = view;
  const { fullWeeks, perWeek } = throughput;
  const weeks = fullWeeks ? counted(fullWeeks.last - fullWeeks.first + 1, "full week") : "";
  const from = since === null ? "" : ` since ${dayText(since, today, canvas)}`;
  const dated = `${counted(finished, "topic")} with a finish date${from}`;
  return [
    totalFact("Topics", topics, canvas),
    ...(tasks.total > 0 ? [totalFact("Tasks", tasks, canvas)] : []),
    ...(perWeek === null ? [] : [{ name: "Pace", text: `${rate(perWeek)} per week`, rest: `over ${weeks}` }]),
    ...(finished === topics.done && since === null ? [] : [{ name: "Dated", text: dated, rest: "" }]),
    ...durationFacts(days),
    ...(streaks.best ? [streakFact(streaks.now, streaks.best, { today, canvas })] : []),
  ];
}

const otherStatuses = ["in-progress", "blocked", "skipped"] as const;

/** What is in progress or blocked is never omitted. */
function totalFact(name: string, group: ProgressGroup, { signs }: Canvas): Fact {
  const { done, total, counts } = group;
  const present = otherStatuses.filter((status) => counts[status] > 0);
  const words = present.map((status) => `${counts[status]} ${statusLabels[status]}`);
  const short = present
    .filter((status) => status !== "skipped")
    .map((status) => `${signs.status[status]}${counts[status]}`);
  return {
    name,
    text: `${done} of ${total} done`,
    rest: [`${percent(group)}%`, ...words].join(", "),
    short: short.join(" "),
  };
}

function durationFacts({ count, half, most }: CycleTimes): Fact[] {
  if (half === null || most === null) return [];
  const name = "Days per topic";
  const text = half === 0 ? "same day" : `${half}`;
  if (count === 1) return [{ name, text, rest: "for the only topic with both dates" }];
  return [{ name, text, rest: `is the median; 85% took ${most} or fewer`, short: "median" }];
}

function streakFact(now: Streak | null, best: Streak, { today, canvas }: { today: Day; canvas: Canvas }): Fact {
  const days = ({ from, to }: Streak) => daysText([from, to], today, canvas);
  if (now?.from === best.from) {
    const rest = `since ${dayText(now.from, today, canvas)}, the longest so far`;
    return { name: "Streak", text: counted(now.weeks, "week"), rest, short: "the longest" };
  }
  const text = now ? counted(now.weeks, "week") : "none now";
  return { name: "Streak", text, rest: `best ${best.weeks}, ${days(best)}`, short: `best ${best.weeks}` };
}

function factLines(facts: readonly Fact[], { paint, width }: Canvas): string[] {
  const forNames = facts.reduce((most, { name }) => Math.max(most, name.length), 0) + 2;
  return facts.flatMap(({ name, text, rest, short = "" }) => {
    const fits = (after: string) => forNames + text.length + 2 + widthInColumns(after) <= width;
    const after = [rest, short].find((candidate) => candidate !== "" && fits(candidate));
    const [first = "", ...more] = wrapText(text, width, { first: forNames, rest: forNames });
    const head = paint.dim(name.padEnd(forNames)) + first.trimStart();
    return [after === undefined ? head : `${head}  ${paint.dim(after)}`, ...more];
  });
}

// Weeks.

const indent = "  ";
/** Of one week: two for the bar, one between two weeks. */
const weekWidth = 3;
const maxWeeks = 53;
const maxHeight = 5;

/** The last weeks up to the current one as columns, as many as fit: bars, numbers, and months below them. */
function weekLines({ throughput, today, since }: StatisticsView, canvas: Canvas): string[] {
  const { byWeek, fullWeeks } = throughput;
  const { paint, signs, width } = canvas;
  const known = [...byWeek.keys(), ...(fullWeeks ? [fullWeeks.first] : [])];
  const room = Math.min(maxWeeks, Math.max(1, Math.floor((Math.min(width, textWidth) - indent.length) / weekWidth)));
  if (byWeek.size === 0) return [];
  const last = weekOf(today);
  const first = Math.max(since === null ? Math.min(...known) : weekOf(since), last - room + 1);
  const weeks = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const counts = weeks.map((week) => byWeek.get(week) ?? 0);
  const highest = Math.max(...counts);
  const perRow = Math.max(1, highest / maxHeight);
  const rows = Array.from({ length: Math.ceil(highest / perRow) }, (_, row) => Math.ceil(highest / perRow) - row - 1);
  const block = signs.chart.heights.slice(-1).repeat(2);
  const cells = (textOf: (count: number) => string) =>
    counts
      .map((count) =>
        textOf(count)
          .padStart(weekWidth - 1)
          .padEnd(weekWidth),
      )
      .join("")
      .trimEnd();
  return [
    paint.head("Finished each week"),
    ...rows.map((row) => indent + paint.done(cells((count) => (count > row * perRow ? block : "")))),
    indent + paint.dim(cells((count) => (count === 0 ? signs.chart.nothing : `${count}`))),
    indent + paint.dim(monthLabels(weeks)),
  ];
}

/** At the first week of each month; January has its year. */
function monthLabels(weeks: readonly Week[]): string {
  const months = weeks.map((week) => mondayOf(week).slice(0, 7));
  const starts = months.flatMap((month, index) => (index === 0 || month !== months[index - 1] ? [index] : []));
  let line = "";
  for (const [order, index] of starts.entries()) {
    const month = months[index] ?? "";
    const next = starts[order + 1] ?? months.length + 1;
    const label = month.endsWith("-01") ? month.slice(0, 4) : shortMonth(month);
    if (next - index > 1) line = line.padEnd(index * weekWidth) + label;
  }
  return line;
}

// Phases.

/** Those that are begun; phases of fewer than two topics on average say nothing. */
function phaseLines(phases: readonly PhaseStatistics[], canvas: Canvas): string[] {
  const { paint, signs } = canvas;
  const total = phases.reduce((sum, phase) => sum + phase.total, 0);
  if (phases.length < 2 || total < 2 * phases.length) return [];
  const begun = phases.filter(({ done, inProgress, days }) => done + inProgress + days.count > 0);
  if (begun.length === 0) return [];
  const isDone = ({ done, total }: PhaseStatistics) => done === total;
  const taken = (days: number | null) => (days === null ? "" : durationText(days));
  const column = { isRight: true, isWhole: true };
  const doneSign = signs.status.done;
  const blank = " ".repeat(widthInColumns(doneSign));
  const [header = "", ...rows] = columnLines(
    [
      {
        title: "By phase",
        texts: begun.map((phase) => `${isDone(phase) ? doneSign : blank} ${visible(phase.title)}`),
        stroke: (text, row) => (begun[row]?.done === begun[row]?.total ? paint.done(text) : text),
        least: 12,
      },
      { title: "done", texts: begun.map(({ done, total }) => `${done}/${total}`), ...column },
      { title: "median", texts: begun.map(({ days }) => taken(days.half)), ...column, yields: 2 },
      { title: "85%", texts: begun.map(({ days }) => taken(days.most)), ...column, yields: 4, stroke: paint.dim },
      {
        title: "",
        texts: begun.map(({ inProgress }) => (inProgress === 0 ? "" : `${inProgress} in progress`)),
        isWhole: true,
        yields: 3,
        stroke: paint.active,
        short: {
          title: "",
          texts: begun.map(({ inProgress }) => (inProgress === 0 ? "" : `${signs.status["in-progress"]}${inProgress}`)),
          isWhole: true,
          yields: 1,
          stroke: paint.active,
        },
      },
    ],
    canvas,
  );
  const rest = phases.length - begun.length;
  return [
    header,
    ...rows,
    ...(rest > 0 ? [paint.dim(fitInColumns(`${blank} ${counted(rest, "phase")} not started`, canvas.width))] : []),
  ];
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
