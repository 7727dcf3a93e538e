// Timeline lines: topics by phase, as bars over the days on which they were worked on.

import { type Day, elapsedDays } from "../model/dates.js";
import { shownTitle } from "../model/outline.js";
import { firstDay, lastDay, type Timeline, type TimelineBar } from "../model/pace/timeline.js";
import type { Phase, Roadmap } from "../model/roadmap.js";
import { groupBy } from "../text/arrays.js";
import { counted } from "../text/plural.js";
import { visible } from "../text/visible.js";
import { fitInColumns, widthInColumns } from "../text/width.js";
import { type Canvas, nameStroke, statusStroke, tableWidth } from "./canvas.js";
import { dayText } from "./day-words.js";
import { wayToDates } from "./pace-words.js";
import { scaleLabels, type TimeScale, timeScale } from "./time-scale.js";
import { messageLines, wrapText } from "./wrap.js";

interface TimelineView extends Timeline {
  readonly today: Day;
  /** The first day; by default the first known one. */
  readonly since: Day | null;
  /** Whether finished phases are one bar each. */
  readonly isFolded: boolean;
}

const gap = 2;
const maxNameWidth = 36;
const minNameWidth = 7;
const maxColumnsOfDay = 7;

export function timelineLines(roadmap: Roadmap, timeline: TimelineView, canvas: Canvas): string[] {
  const { bars, today, since } = timeline;
  const { paint } = canvas;
  const width = Math.min(canvas.width, tableWidth);
  const rest = countLines(timeline, { ...canvas, width });
  const [first] = bars;
  if (!first) return [...messageLines(nothingShown(timeline, canvas), canvas), ...rest];
  const rows = rowsOf(roadmap, { ...timeline, isFolded: timeline.isFolded && canvas.isTerminal }, canvas);
  const widest = rows.reduce((most, { lead, name }) => Math.max(most, widthInColumns(lead + name)), 0);
  const forNames = Math.min(widest, maxNameWidth, Math.max(minNameWidth, Math.floor(0.48 * width) - gap));
  const range = { from: later(firstDay(first), since), to: today };
  const scale = timeScale(range, columnsFor(range, Math.max(1, width - forNames - gap - 1)));
  const drawing = { scale, today, since, canvas };
  const lines = rows.map(({ lead, name, short = name, stroke, sign, bars }) => {
    const isShort = widthInColumns(lead + name) > forNames;
    const cut = fitInColumns(
      isShort ? short : name,
      Math.max(1, forNames - widthInColumns(lead)),
      canvas.signs.ellipsis,
    );
    const painted = sign(lead) + stroke(cut);
    const space = " ".repeat(Math.max(0, forNames - widthInColumns(lead + cut)) + gap);
    return bars.length === 0 ? painted : painted + space + barText(bars, drawing);
  });
  const head = `${" ".repeat(forNames + gap)}${scaleLabels(range, scale)}`.trimEnd();
  return [paint.dim(head), ...lines, "", ...legendLines(bars, range, { ...canvas, width }), ...rest];
}

interface Row {
  readonly lead: string;
  readonly sign: (text: string) => string;
  readonly name: string;
  /** What takes its place if space is short. */
  readonly short?: string;
  readonly stroke: (text: string) => string;
  /** Drawn as one bar; none below the name of a phase. */
  readonly bars: readonly TimelineBar[];
}

/** Phases of fewer than two topics on average are no groups. */
function rowsOf(roadmap: Roadmap, { bars, isFolded }: TimelineView, canvas: Canvas): Row[] {
  const { paint, signs } = canvas;
  const byPhase = groupBy(bars, ({ topic }) => topic.phase);
  const isGrouped = byPhase.size > 1 ? bars.length >= 2 * byPhase.size : !byPhase.has(null);
  const topicRow = (indent: string) => (bar: TimelineBar) => ({
    lead: `${indent}${signs.status[bar.topic.status]} `,
    sign: statusStroke(bar.topic.status, paint),
    name: visible(bar.topic.name),
    stroke: nameStroke(bar.topic.status, paint),
    bars: [bar],
  });
  if (!isGrouped) return bars.map(topicRow(""));
  const blank = " ".repeat(widthInColumns(signs.status.done) + 1);
  return [...byPhase].flatMap(([phase, own]) => {
    const title = phase ? visible(shownTitle(roadmap, phase)) : "No phase";
    if (isFolded && phase && isDone(phase) && own.every(({ from, to }) => from !== null && to !== null)) {
      const name = `${title}  ${counted(own.length, "topic")}`;
      return [{ lead: `${signs.status.done} `, sign: paint.done, name, short: title, stroke: paint.dim, bars: own }];
    }
    const head = { lead: blank, sign: paint.head, name: title, stroke: paint.head, bars: [] };
    return [head, ...own.map(topicRow("  "))];
  });
}

function isDone({ topics }: Phase): boolean {
  return topics.every(({ status }) => status === "done" || status === "skipped");
}

function nothingShown({ since, today }: TimelineView, canvas: Canvas): string[] {
  if (since === null) return ["no topic has a start or finish date yet", wayToDates];
  return [
    `no topic has a date since ${dayText(since, today, canvas)}`,
    "run `roadmap timeline` to see all topics with a date",
  ];
}

/** Many days share a column; a few days get several columns each, all the same number. */
function columnsFor({ from, to }: { from: Day; to: Day }, room: number): number {
  const days = elapsedDays(from, to) + 1;
  return days > room ? room : days * Math.min(maxColumnsOfDay, Math.floor(room / days));
}

function later(day: Day, since: Day | null): Day {
  return since !== null && since > day ? since : day;
}

interface Drawing {
  readonly scale: TimeScale;
  readonly today: Day;
  readonly since: Day | null;
  readonly canvas: Canvas;
}

/** From the first day to the last one; what goes on ends with a sign at today. */
function barText(bars: readonly TimelineBar[], { scale, today, since, canvas }: Drawing): string {
  const [first] = bars;
  if (!first) return "";
  const { signs, paint } = canvas;
  const { status } = first.topic;
  const days = bars.map((bar) => lastDay(bar, today)).sort();
  const from = scale.columnOf(later(firstDay(first), since));
  const to = scale.endColumnOf(later(days.at(-1) ?? today, since));
  const stroke = statusStroke(status, paint);
  if (first.from === null) return " ".repeat(to) + stroke(signs.chart.ends[0]);
  if (first.to === null && status === "done") return " ".repeat(from) + stroke(signs.chart.ends[1]);
  const end = isOpen(first) ? (status === "blocked" ? signs.status.blocked : signs.chart.goesOn) : "";
  return " ".repeat(from) + stroke(signs.bar[isOpen(first) ? 1 : 0].repeat(to - from + 1) + end);
}

function isOpen({ topic, to }: TimelineBar): boolean {
  return to === null && topic.status !== "done";
}

function legendLines(bars: readonly TimelineBar[], { from, to }: { from: Day; to: Day }, canvas: Canvas): string[] {
  const { bar, chart, status } = canvas.signs;
  const has = (isMeant: (bar: TimelineBar) => boolean) => bars.some(isMeant);
  const entries = [
    has((bar) => bar.from !== null && bar.to !== null) ? `${bar[0]} done` : "",
    has(({ topic }) => topic.status === "in-progress") ? `${bar[1]}${chart.goesOn} in progress` : "",
    has(({ topic }) => topic.status === "blocked") ? `${bar[1]}${status.blocked} blocked` : "",
    has((bar) => bar.from === null) ? `${chart.ends[0]} done (start unknown)` : "",
    has((bar) => bar.to === null && bar.topic.status === "done") ? `${chart.ends[1]} done (finish unknown)` : "",
  ].filter((entry) => entry !== "");
  const day = (one: Day) => dayText(one, to, canvas);
  const days = from === to ? `today, ${day(to)}` : `${day(from)} to today, ${day(to)}`;
  const line = [...entries, days].join("   ");
  if (widthInColumns(line) <= canvas.width) return [canvas.paint.dim(line)];
  // A sign stays on the line of its first word, and a day on the line of its month.
  const gluedDays = days.replaceAll(/(\d) (?=[A-Z])/g, "$1_");
  const glued = [...entries.map((entry) => entry.replace(" ", "_")), gluedDays].join(", ");
  return wrapText(glued, canvas.width).map((text) => canvas.paint.dim(text.replaceAll("_", " ")));
}

function countLines({ notStarted, undated, ahead, backwards }: Timeline, { paint, width }: Canvas): string[] {
  const begun = notStarted > 0 ? [`${counted(notStarted, "topic")} not started`] : [];
  const odd: [number, string][] = [
    [undated, "without a date"],
    [ahead, "with a date in the future"],
    [backwards, "finished before the start date"],
  ];
  const left = odd.filter(([count]) => count > 0).map(([count, what]) => `${counted(count, "topic")} ${what}`);
  return [
    ...begun.flatMap((text) => wrapText(text, width).map(paint.dim)),
    ...left.flatMap((text) => wrapText(text, width).map(paint.warn)),
  ];
}
