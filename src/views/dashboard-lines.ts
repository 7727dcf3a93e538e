// Dashboard lines: what is in progress, what is next, how much is done, and what the file needs.

import type { Day } from "../model/dates.js";
import { commandFor, nextSteps, stepOf, thingOf, thingsWith } from "../model/next.js";
import { cycleTimesOf } from "../model/pace/statistics.js";
import { finishesOf, throughputOf } from "../model/pace/throughput.js";
import type { Problem } from "../model/problem.js";
import { progressOf } from "../model/progress.js";
import type { Roadmap } from "../model/roadmap.js";
import { visible } from "../text/visible.js";
import { fitInColumns, widthInColumns } from "../text/width.js";
import { barLines } from "./bar-lines.js";
import { type Canvas, textWidth } from "./canvas.js";
import { longDayText } from "./day-words.js";
import { foldedRows } from "./folded-rows.js";
import { emptyLines, rate } from "./pace-words.js";
import { sectionLines, thingRow } from "./thing-rows.js";
import { unreadTableLines } from "./unread-table-lines.js";
import { hintLine, type Remark, remarkLines, wrapText } from "./wrap.js";

interface Titled {
  readonly roadmap: Pick<Roadmap, "title">;
  /** Shown if there is no title. */
  readonly path: string;
  readonly today: Day;
}

export interface Dashboard extends Titled {
  readonly roadmap: Roadmap;
  /** What the file needs: shown last, because it is not urgent. */
  readonly remarks: readonly Remark[];
  /** A table that looks like topics, if nothing at all is read. */
  readonly unread: Problem | undefined;
}

/** How many next steps are shown: fewer next to what is in progress. */
const nextAlone = 3;
const nextWithNow = 2;

export function dashboardLines(dashboard: Dashboard, canvas: Canvas): string[] {
  const { roadmap, remarks, unread } = dashboard;
  const title = titleLine(dashboard, canvas);
  const notes = remarks.flatMap((remark) => remarkLines(remark, canvas));
  if (roadmap.topics.length + roadmap.tasks.length === 0) {
    const reason = unread ? unreadTableLines(roadmap, unread, canvas) : emptyLines(roadmap, canvas);
    return joinBlocks([[title], reason, notes]);
  }
  return joinBlocks([
    [title],
    stepLines(dashboard, canvas),
    countLines(roadmap, canvas),
    [...paceLines(dashboard, canvas), ...notes, ...nextHint(roadmap, canvas)],
  ]);
}

/** With a blank line between them. */
function joinBlocks(blocks: readonly (readonly string[])[]): string[] {
  return blocks.filter((lines) => lines.length > 0).flatMap((lines, index) => (index === 0 ? lines : ["", ...lines]));
}

/** The day is on the right if there is room. */
export function titleLine({ roadmap, path, today }: Titled, canvas: Canvas): string {
  const width = Math.min(canvas.width, textWidth);
  const title = fitInColumns(visible(roadmap.title ?? path), width, canvas.signs.ellipsis);
  const day = longDayText(today, canvas);
  const space = width - widthInColumns(title) - day.length;
  return space < 2
    ? canvas.paint.head(title)
    : `${canvas.paint.head(title)}${" ".repeat(space)}${canvas.paint.dim(day)}`;
}

function stepLines({ roadmap, today }: Dashboard, canvas: Canvas): string[] {
  const started = thingsWith(roadmap, "in-progress");
  const now = [...started, ...thingsWith(roadmap, "blocked")];
  const count = started.length + (now.length === 0 ? nextAlone : nextWithNow);
  const next = nextSteps(roadmap, count).slice(started.length).map(thingOf);
  if (now.length + next.length === 0) return wrapText("Nothing is left to do.", canvas.width);
  // Only a wide terminal has room to compare.
  const isWide = canvas.isTerminal && canvas.width >= textWidth && started.length > 0;
  const usualDays = isWide ? cycleTimesOf(roadmap.topics).half : null;
  const rowsOf = (things: typeof now) => things.map((thing) => thingRow(roadmap, thing, { today, canvas, usualDays }));
  return sectionLines(
    roadmap,
    [
      { title: "Now", rows: rowsOf(now) },
      { title: "Next", rows: rowsOf(next) },
    ],
    canvas,
  );
}

/** Topics and tasks are two kinds, and are never added. */
export function countLines(roadmap: Roadmap, canvas: Canvas): string[] {
  const kinds = (["topics", "tasks"] as const).filter((kind) => roadmap[kind].length > 0);
  return barLines(
    kinds.flatMap((kind) => foldedRows(progressOf(roadmap, "phase", kind), canvas)),
    canvas,
  );
}

function paceLines({ roadmap: { topics }, today }: Dashboard, canvas: Canvas): string[] {
  const { perWeek } = throughputOf({ topics, finishes: finishesOf(topics, today), today });
  return perWeek ? remarkLines({ label: "Pace", text: `${rate(perWeek)} per week` }, canvas) : [];
}

function nextHint(roadmap: Roadmap, canvas: Canvas): string[] {
  const [step] = nextSteps(roadmap, 1);
  if (step) return hintLine(commandFor(roadmap, step), canvas);
  const [blocked] = thingsWith(roadmap, "blocked");
  if (blocked) return hintLine(commandFor(roadmap, stepOf(blocked)), canvas);
  return [];
}
