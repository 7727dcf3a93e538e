// Thing rows: topics and tasks with the place and the state in which next steps show them.

import type { Day } from "../model/dates.js";
import type { Thing } from "../model/names.js";
import { beforeName, shownTitle } from "../model/outline.js";
import type { Roadmap } from "../model/roadmap.js";
import { type Canvas, textWidth } from "./canvas.js";
import { elapsedTexts } from "./day-words.js";
import { dueWords } from "./due-words.js";
import { shortLabel } from "./short-label.js";
import { type ThingRow, thingLines } from "./thing-lines.js";

export interface RowContext {
  readonly today: Day;
  readonly canvas: Canvas;
  /** The days that half of the topics took at most, to compare with. */
  readonly usualDays?: number | null;
}

/** The phase as a place, and how long it has been in progress, why it is not, or when it is due. */
export function thingRow(roadmap: Roadmap, thing: Thing, context: RowContext): ThingRow {
  const { phase } = thing;
  const place = phase ? beforeName(shortLabel(shownTitle(roadmap, phase))) : "";
  return { thing, place, ...stateOf(thing, context) };
}

type State = Pick<ThingRow, "state" | "shortState">;

function stateOf(thing: Thing, { today, canvas, usualDays = null }: RowContext): State {
  if (!canvas.isTerminal) return { state: plainState(thing) };
  const days = "row" in thing ? elapsedTexts(thing, { today, usualDays }) : null;
  const due = "row" in thing ? dueWords(thing, today) : null;
  const isOverdue = due?.endsWith("overdue") ?? false;
  const { status } = thing;
  const own = status === "blocked" ? "blocked" : status === "in-progress" ? (days?.long ?? "started") : null;
  return {
    state: [own, due].filter((text) => text !== null).join(", "),
    shortState: isOverdue ? "overdue" : (days?.short ?? ""),
  };
}

/** Without words that depend on today. */
function plainState(thing: Thing): string {
  const { status } = thing;
  const started = "row" in thing ? thing.started : null;
  const due = "row" in thing ? thing.due : null;
  const own =
    status === "blocked"
      ? "blocked"
      : status !== "in-progress"
        ? null
        : started === null
          ? "started"
          : `since ${started}`;
  return [own, due === null ? null : `due ${due}`].filter((text) => text !== null).join(", ");
}

interface Section {
  readonly title: string;
  readonly rows: readonly ThingRow[];
}

/** More rows would hide what follows. */
const maxRows = 8;

/** Each section with its rows, all in common columns; sections without rows are omitted. */
export function sectionLines(roadmap: Roadmap, sections: readonly Section[], canvas: Canvas): string[] {
  const most = canvas.isTerminal ? maxRows : Number.POSITIVE_INFINITY;
  const shown = sections
    .filter(({ rows }) => rows.length > 0)
    .map(({ title, rows }) => ({ title, rows: rows.slice(0, most), more: Math.max(0, rows.length - most) }));
  const width = Math.min(canvas.width, textWidth);
  const lines = thingLines(
    roadmap,
    shown.flatMap(({ rows }) => rows),
    { ...canvas, width },
  );
  let start = 0;
  return shown.flatMap(({ title, rows, more }, index) => {
    const own = lines.slice(start, start + rows.length);
    start += rows.length;
    return [
      ...(index > 0 ? [""] : []),
      canvas.paint.head(title),
      ...own,
      ...(more > 0 ? [canvas.paint.dim(`  and ${more} more`)] : []),
    ];
  });
}
