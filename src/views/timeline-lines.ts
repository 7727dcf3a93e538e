// Timeline lines: topics as bars over the days on which they were worked on.

import { type Day, elapsedDays } from "../model/dates.js";
import { firstDay, lastDay, type Timeline, type TimelineBar } from "../model/pace/timeline.js";
import { counted } from "../text/plural.js";
import { visible } from "../text/visible.js";
import { fitInColumns, padToColumns, widthInColumns } from "../text/width.js";
import { type Canvas, type Stroke, statusStroke } from "./canvas.js";
import { wayToDates } from "./pace-words.js";
import { scaleLabels, type TimeScale, timeScale } from "./time-scale.js";
import { messageLines, wrapText } from "./wrap.js";

interface TimelineView extends Timeline {
  readonly today: Day;
  /** The first day; by default the first known one. */
  readonly since: Day | null;
}

const gap = "  ";
const minNameWidth = 7;
const maxNameWidth = 36;
const maxColumnsOfDay = 6;
/** If the output is not a terminal. */
const defaultWidth = 120;

export function timelineLines(timeline: TimelineView, canvas: Canvas): string[] {
  const { bars, today } = timeline;
  const { paint } = canvas;
  const width = Math.min(canvas.width, defaultWidth);
  const rest = countLines(timeline, canvas);
  const [first] = bars;
  if (!first) return [...messageLines(nothingShown(timeline), canvas), ...rest];
  const names = bars.map(({ topic }) => visible(topic.name));
  const widest = names.reduce((most, name) => Math.max(most, widthInColumns(name)), 0);
  const forNames = Math.min(widest, maxNameWidth, Math.max(minNameWidth, Math.floor(width / 3)));
  const range = { from: later(firstDay(first), timeline.since), to: today };
  const scale = timeScale(range, columnsFor(range, Math.max(1, width - forNames - gap.length - 1)));
  const drawing = { scale, today, since: timeline.since, canvas };
  const rows = bars.map(
    (bar, index) => padToColumns(fitInColumns(names[index] ?? "", forNames), forNames) + gap + barText(bar, drawing),
  );
  const head = `${" ".repeat(forNames)}${gap}${scaleLabels(range, scale)}`.trimEnd();
  return [paint.dim(head), ...rows, "", ...legendLines(bars, range, canvas), ...rest];
}

function nothingShown({ since }: TimelineView): string[] {
  return since === null
    ? ["no topic has a start or finish date yet", wayToDates]
    : [`no topic has a date since ${since}`, "run `roadmap timeline` to see all topics with a date"];
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

/** The line for today closes the row; a bar that continues crosses it. */
function barText(bar: TimelineBar, { scale, today, since, canvas: { paint } }: Drawing): string {
  const { status } = bar.topic;
  const from = scale.columnOf(later(firstDay(bar), since));
  const to = scale.endColumnOf(later(lastDay(bar, today), since));
  const drawn =
    bar.from === null ? "┤" : bar.to === null && !isOpen(bar) ? "├" : (isOpen(bar) ? "▒" : "█").repeat(to - from + 1);
  const stroke: Stroke = statusStroke(status, paint);
  const before = " ".repeat(bar.from === null ? to : from);
  const after = " ".repeat(scale.columns - before.length - drawn.length);
  const end = isOpen(bar) ? stroke(status === "blocked" ? "!" : "→") : paint.dim("│");
  return before + stroke(drawn) + after + end;
}

function isOpen({ topic, to }: TimelineBar): boolean {
  return to === null && topic.status !== "done";
}

function legendLines(bars: readonly TimelineBar[], { from, to }: { from: Day; to: Day }, canvas: Canvas): string[] {
  const has = (isMeant: (bar: TimelineBar) => boolean) => bars.some(isMeant);
  const entries = [
    has((bar) => bar.from !== null && bar.to !== null) ? "█ done" : "",
    has(({ topic }) => topic.status === "in-progress") ? "▒→ in progress" : "",
    has(({ topic }) => topic.status === "blocked") ? "▒! blocked" : "",
    has((bar) => bar.from === null) ? "┤ done (start unknown)" : "",
    has((bar) => bar.to === null && bar.topic.status === "done") ? "├ done (end unknown)" : "",
    has((bar) => !isOpen(bar)) ? "│ today" : "",
  ].filter((entry) => entry !== "");
  const days = from === to ? `today, ${to}` : `${from} to today, ${to}`;
  // A symbol stays on the line of its first word.
  const text = `${days}; ${entries.map((entry) => entry.replace(" ", "_")).join(", ")}`;
  return wrapText(text, canvas.width).map((line) => canvas.paint.dim(line.replaceAll("_", " ")));
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
