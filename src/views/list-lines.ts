// List lines: topics and tasks; in a terminal grouped by track and phase, elsewhere as tables with one line each.

import type { Day } from "../model/dates.js";
import type { NamedColumn } from "../model/named-columns.js";
import type { Thing } from "../model/names.js";
import { shownTitle } from "../model/outline.js";
import type { Phase, Roadmap, Task, Topic, Track } from "../model/roadmap.js";
import type { Status } from "../model/status.js";
import { isUnfinished } from "../model/status.js";
import { countEach, groupBy } from "../text/arrays.js";
import { counted } from "../text/plural.js";
import { visible } from "../text/visible.js";
import { fitInColumns, widthInColumns } from "../text/width.js";
import { type Canvas, statusLabels, statusStroke, tableWidth } from "./canvas.js";
import { daysText } from "./day-words.js";
import { listRows } from "./list-rows.js";
import { listTables } from "./list-tables.js";
import { emptyLines } from "./pace-words.js";
import { hintLine, messageLines, wrapText } from "./wrap.js";

export interface Listed {
  readonly topics: readonly Topic[];
  readonly tasks: readonly Task[];
  /** The chosen columns of topics, or null for the usual ones. */
  readonly columns: readonly NamedColumn[] | null;
  /** In a terminal: with each finished phase on one line, all as groups, or as tables without groups. */
  readonly layout: "folded" | "grouped" | "flat";
  readonly today: Day;
}

export function listLines(roadmap: Roadmap, listed: Listed, canvas: Canvas): string[] {
  const { topics, tasks, columns, layout } = listed;
  if (roadmap.topics.length + roadmap.tasks.length === 0) return emptyLines(roadmap, canvas);
  if (topics.length + tasks.length === 0)
    return messageLines(
      ["no matches", "run `roadmap list` to see everything, `roadmap progress` to see the phases"],
      canvas,
    );
  if (!canvas.isTerminal || layout === "flat" || columns) return listTables(roadmap, listed, canvas);
  const room = { ...canvas, width: Math.min(canvas.width, tableWidth) };
  const groups = [groupsOf(topics), groupsOf(tasks)];
  const isFolded = (group: Group) => layout === "folded" && !group.things.some(isUnfinished) && group.phase !== "rows";
  const hint = groups.flat().some(isFolded) ? hintLine("roadmap list --all", canvas, "unfolds what is done") : [];
  const parts = groups.map((own) => sectionLines(roadmap, { ...listed, groups: own, isFolded }, room));
  return [...parts, hint]
    .filter(({ length }) => length > 0)
    .flatMap((lines, index) => (index === 0 ? lines : ["", ...lines]));
}

interface Group {
  /** Null: topics or tasks without a phase. `rows`: without a line for the phase, which the rows have. */
  readonly phase: Phase | "rows" | null;
  readonly track: Track | null;
  readonly things: readonly Thing[];
}

/** Phases of fewer than two on average are no groups: each would be a line above a line. */
function groupsOf(things: readonly Thing[]): Group[] {
  const byPhase = groupBy(things, ({ phase }) => phase);
  if (byPhase.size === 1 ? !byPhase.has(null) : things.length >= 2 * byPhase.size)
    return Array.from(byPhase, ([phase, things]) => ({ phase, track: phase?.track ?? null, things }));
  const byTrack = groupBy(things, ({ phase }) => phase?.track ?? null);
  return Array.from(byTrack, ([track, things]) => ({ phase: "rows", track, things }));
}

interface Section {
  readonly groups: readonly Group[];
  readonly isFolded: (group: Group) => boolean;
  readonly today: Day;
}

/** The counts, and the groups below their tracks; folded ones directly below each other. */
function sectionLines(roadmap: Roadmap, { groups, isFolded, today }: Section, canvas: Canvas): string[] {
  if (groups.length === 0) return [];
  const open = groups.filter((group) => !isFolded(group)).flatMap(({ things }) => things);
  const rows = listRows(
    roadmap,
    { things: open, hasPlaces: groups.some(({ phase }) => phase === "rows"), today },
    canvas,
  );
  const rowOf = new Map(open.map((thing, index) => [thing, rows[index] ?? ""]));
  const lines = groups.flatMap((group, index) => {
    const before = groups[index - 1];
    const isNewTrack = group.track !== null && group.track !== before?.track;
    const isBelow = before !== undefined && isFolded(before) && isFolded(group);
    return [
      ...(isNewTrack ? ["", ...trackLines(group.track, canvas)] : isBelow ? [] : [""]),
      ...(isFolded(group)
        ? [foldedLine(roadmap, { ...group, today }, canvas)]
        : [...headLines(roadmap, group, canvas), ...group.things.map((thing) => rowOf.get(thing) ?? "")]),
    ];
  });
  return [
    ...countLines(
      groups.flatMap(({ things }) => things),
      canvas,
    ),
    ...lines,
  ];
}

function trackLines(track: Track | null, { paint, width }: Canvas): string[] {
  return track ? [paint.head(fitInColumns(visible(track.title), width))] : [];
}

const countedStatuses = ["done", "in-progress", "blocked", "not-started", "skipped"] as const satisfies Status[];

/** `17 done, 1 skipped` */
function statusCounts(things: readonly Thing[]): string {
  const counts = countEach(things.map(({ status }) => status));
  const present = countedStatuses.filter((status) => counts.has(status));
  return present.map((status) => `${counts.get(status)} ${statusLabels[status]}`).join(", ");
}

/** On one line if there is room. */
function countLines(things: readonly Thing[], { paint, width }: Canvas): string[] {
  const [first] = things;
  const total = counted(things.length, first && "row" in first ? "topic" : "task");
  const counts = statusCounts(things);
  if (total.length + 2 + counts.length <= width) return [`${paint.head(total)}  ${paint.dim(counts)}`];
  return [paint.head(total), ...wrapText(counts, width, { first: 2, rest: 2 }).map(paint.dim)];
}

function titleOf(roadmap: Roadmap, { phase }: Group): string {
  return phase === null || phase === "rows" ? "No phase" : visible(shownTitle(roadmap, phase));
}

/** `Phase 3 … 4 of 7`; without the counts of a phase that is shown in part, or where nothing else has a phase. */
function headLines(roadmap: Roadmap, group: Group, { paint, width }: Canvas): string[] {
  const { phase, things } = group;
  if (phase === "rows") return [];
  const counts = things.filter(({ status }) => status !== "skipped");
  const [first] = things;
  const all = phase && first ? ("row" in first ? phase.topics : phase.tasks) : things;
  const done = counts.filter(({ status }) => status === "done").length;
  const right = all.length === things.length ? `${done} of ${counts.length}` : "";
  const title = fitInColumns(titleOf(roadmap, group), width - 2 - right.length - 2);
  const space = " ".repeat(Math.max(2, width - 2 - widthInColumns(title) - right.length));
  return [`  ${paint.head(title)}${right && space + paint.dim(right)}`];
}

/** In narrower terminals, a folded phase has no days. */
const minWidthForDays = 60;

/** `✓ Phase 1  6 done … 29 Jun – 15 Aug` */
function foldedLine(roadmap: Roadmap, group: Group & { readonly today: Day }, canvas: Canvas): string {
  const { things, today } = group;
  const { paint, signs, width } = canvas;
  const status = things.some(({ status }) => status === "done") ? "done" : "skipped";
  const counts = statusCounts(things);
  const days = width < minWidthForDays ? "" : doneDays(things, today, canvas);
  const lead = `${statusStroke(status, paint)(signs.status[status])} `;
  const leadWidth = widthInColumns(signs.status[status]) + 1;
  const title = fitInColumns(titleOf(roadmap, group), width - leadWidth - counts.length - days.length - 4);
  const space = " ".repeat(Math.max(2, width - leadWidth - widthInColumns(title) - 2 - counts.length - days.length));
  return lead + paint.dim(`${title}  ${counts}${days && space + days}`);
}

/** From the first day to the last one of what is done. */
function doneDays(things: readonly Thing[], today: Day, canvas: Canvas): string {
  const days = things
    .flatMap((thing) => ("row" in thing && thing.status === "done" ? [thing.started, thing.finished] : []))
    .filter((day) => day !== null && day <= today)
    .sort();
  const [first, last] = [days[0], days.at(-1)];
  return first && last ? daysText([first, last], today, canvas) : "";
}
