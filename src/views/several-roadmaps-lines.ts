// Several roadmaps: on one screen, what is in progress and next in each, then how much of each is done.

import type { Day } from "../model/dates.js";
import { commandFor, nextSteps, thingOf, thingsWith } from "../model/next.js";
import { mergedGroup, progressOf } from "../model/progress.js";
import type { Roadmap } from "../model/roadmap.js";
import { visible } from "../text/visible.js";
import { fitInColumns, widthInColumns } from "../text/width.js";
import { type BarRow, barLines } from "./bar-lines.js";
import { type Canvas, textWidth } from "./canvas.js";
import { thingLines } from "./thing-lines.js";
import { thingRow } from "./thing-rows.js";
import { hintLine } from "./wrap.js";

interface RoadmapShown {
  /** Tells it apart from the other files. */
  readonly label: string;
  readonly path: string;
  readonly roadmap: Roadmap;
  readonly today: Day;
}

/** Of what is in progress or blocked; a screen has room for several roadmaps only if each has few lines. */
const maxNow = 3;

export function severalRoadmapsLines(files: readonly RoadmapShown[], canvas: Canvas): string[] {
  const blocks = [
    ...files.map((file) => blockLines(file, canvas)),
    barLines([...rowsOf(files, "topics"), ...rowsOf(files, "tasks")], canvas),
  ];
  return blocks.filter((lines) => lines.length > 0).flatMap((lines, index) => (index === 0 ? lines : ["", ...lines]));
}

function blockLines({ label, roadmap, today }: RoadmapShown, canvas: Canvas): string[] {
  const { paint, signs, isTerminal } = canvas;
  const width = Math.min(canvas.width, textWidth);
  const title = fitInColumns(visible(roadmap.title ?? label), width, signs.ellipsis);
  const space = width - widthInColumns(title) - widthInColumns(visible(label));
  const beside = space < 2 || roadmap.title === null ? "" : isTerminal ? " ".repeat(space) : "  ";
  const now = [...thingsWith(roadmap, "in-progress"), ...thingsWith(roadmap, "blocked")];
  const started = thingsWith(roadmap, "in-progress").length;
  const [next] = nextSteps(roadmap, started + 1)
    .slice(started)
    .map(thingOf);
  const shown = now.slice(0, maxNow);
  const rows = [...shown, ...(next ? [next] : [])].map((thing) => thingRow(roadmap, thing, { today, canvas }));
  const lines = thingLines(roadmap, rows, { ...canvas, width });
  const more = now.length - maxNow;
  const isEmpty = roadmap.topics.length + roadmap.tasks.length === 0;
  return [
    paint.head(title) + (beside === "" ? "" : beside + paint.dim(visible(label))),
    ...lines.slice(0, shown.length),
    ...(more > 0 ? [paint.dim(`  and ${more} more`)] : []),
    ...lines.slice(shown.length),
    ...(rows.length === 0 ? [paint.dim(`  ${isEmpty ? "nothing in it yet" : "nothing is left to do"}`)] : []),
  ];
}

/** The sum of one kind over all files, and a row for each file. */
function rowsOf(files: readonly RoadmapShown[], kind: "topics" | "tasks"): BarRow[] {
  const groups = files
    .filter(({ roadmap }) => roadmap[kind].length > 0)
    .map(({ label, roadmap }) => ({ ...progressOf(roadmap, "phase", kind).all, title: label }));
  if (groups.length === 0) return [];
  const title = kind === "topics" ? "Topics" : "Tasks";
  const parts = groups.map((group): BarRow => ({ depth: 1, group, hasBar: group.done < group.total }));
  return [{ depth: 0, group: mergedGroup(title, groups), hasBar: true }, ...parts];
}

/** Of the first roadmap in which something is in progress, otherwise of the first with anything to do. */
export function firstStepHint(files: readonly RoadmapShown[], canvas: Canvas): string[] {
  const steps = files.flatMap(({ path, roadmap }) => nextSteps(roadmap, 1).map((step) => ({ path, roadmap, step })));
  const chosen = steps.find(({ step }) => thingOf(step).status === "in-progress") ?? steps[0];
  return chosen ? hintLine(commandFor(chosen.roadmap, chosen.step), { ...canvas, file: chosen.path }) : [];
}
