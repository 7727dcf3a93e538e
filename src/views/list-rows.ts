// List rows: topics and tasks of a list in a terminal, with their sign, number, name, status and days.

import { type Day, elapsedDays } from "../model/dates.js";
import { plainText } from "../model/inline-text.js";
import type { Thing } from "../model/names.js";
import { shownTitle } from "../model/outline.js";
import { cellText, type Roadmap, type Topic } from "../model/roadmap.js";
import { overdueKinds } from "../model/select.js";
import { visible } from "../text/visible.js";
import { fitInColumns, widthInColumns } from "../text/width.js";
import { type Canvas, nameStroke, statusLabels, statusStroke } from "./canvas.js";
import { columnLines } from "./columns.js";
import { daysText, dayText, durationText } from "./day-words.js";
import { dueText } from "./due-words.js";
import { thingLeads } from "./thing-lines.js";

interface Rows {
  readonly things: readonly Thing[];
  /** Whether each row has its phase. */
  readonly hasPlaces: boolean;
  readonly today: Day;
}

/** All have the same columns, whichever group they are in. */
export function listRows(roadmap: Roadmap, { things, hasPlaces, today }: Rows, canvas: Canvas): string[] {
  const { paint, width } = canvas;
  const { leads, leadWidth } = thingLeads(roadmap, things, canvas);
  const days = things.map((thing) => ("row" in thing ? daysOf(roadmap, thing, { today, canvas }) : noDays));
  const strokeOf = (stroke: typeof statusStroke) => (text: string, row: number) =>
    stroke(things[row]?.status ?? "done", paint)(text);
  const columns = [
    {
      title: "",
      texts: things.map((thing) => "  ".repeat("row" in thing ? 0 : thing.depth) + visible(thing.name)),
      stroke: strokeOf(nameStroke),
      least: 24,
      isStretched: true,
    },
    {
      title: "",
      texts: things.map((thing) => (hasPlaces ? placeOf(roadmap, thing) : "")),
      stroke: paint.dim,
      yields: 4,
    },
    {
      title: "",
      texts: things.map(({ status }) => statusLabels[status]),
      stroke: strokeOf(statusStroke),
      isWhole: true,
      yields: 3,
    },
    {
      title: "",
      texts: days.map(({ long }) => long),
      stroke: paint.dim,
      isWhole: true,
      yields: 2,
      short: {
        title: "",
        texts: days.map(({ short }) => short),
        stroke: paint.dim,
        isWhole: true,
        isRight: true,
        yields: 1,
      },
    },
  ];
  const used = columns.slice(1).reduce((sum, { texts }) => sum + widest(texts) + gap, 0);
  const room = width - leadWidth - used - Math.min(widest(columns[0]?.texts ?? []), readableName);
  const extras = extraColumns(roadmap, things, { today, room, canvas });
  const [, ...lines] = columnLines([...columns, ...extras], { ...canvas, width: width - leadWidth });
  return lines.map((line, index) => leads[index] + line);
}

const gap = 2;
/** Longer names may be cut for the sake of other columns. */
const readableName = 40;
const minExtra = 12;
const maxExtra = 24;

function widest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, widthInColumns(text)), 0);
}

interface Ground {
  readonly today: Day;
  readonly canvas: Canvas;
  /** What is left after the names. */
  readonly room: number;
}

/** The columns for which there is room: days left, priority, deliverables. What is overdue is always marked. */
function extraColumns(roadmap: Roadmap, things: readonly Thing[], { today, room, canvas }: Ground) {
  const { paint } = canvas;
  let left = room;
  const column = (texts: readonly string[], stroke = paint.dim, yields = 5) => {
    left -= gap + widest(texts);
    return [{ title: "", texts, stroke, isWhole: true, yields }];
  };
  const textsOf = (textOf: (topic: Topic) => string) => things.map((thing) => ("row" in thing ? textOf(thing) : ""));
  const cells = (kind: "priority" | "deliverables" | "due", columns: number) =>
    textsOf((topic) =>
      fitInColumns(visible(plainText(cellText(roadmap, topic, kind))), columns, canvas.signs.ellipsis),
    );
  const fits = (texts: readonly string[]) => widest(texts) > 0 && widest(texts) + gap <= left;
  const due = textsOf((topic) => (topic.due === null ? "" : dueText(topic, today, canvas)));
  const overdue = textsOf((topic) => (overdueKinds(topic, today).length > 0 ? "overdue" : ""));
  const priority = cells("priority", maxExtra);
  const columns = fits(due) ? column(due) : widest(overdue) > 0 ? column(overdue, paint.warn, 1.5) : [];
  if (fits(priority)) columns.push(...column(priority));
  const deliverables = left - gap < minExtra ? [] : cells("deliverables", Math.min(maxExtra, left - gap));
  return fits(deliverables) ? [...columns, ...column(deliverables)] : columns;
}

/** Unless it is the name itself. */
function placeOf(roadmap: Roadmap, { phase, name }: Thing): string {
  const title = phase ? shownTitle(roadmap, phase) : "";
  return title === name ? "" : visible(title);
}

interface Days {
  readonly long: string;
  /** For narrow terminals. */
  readonly short: string;
}

const noDays: Days = { long: "", short: "" };

/** `12 Oct – 20 Oct`, `18 Nov, 12 days`, `from 5 Dec`; what the cells say if that is no date. */
function daysOf(roadmap: Roadmap, topic: Topic, { today, canvas }: Pick<Ground, "today" | "canvas">): Days {
  const { status, started, finished } = topic;
  const text = (day: Day) => dayText(day, today, canvas);
  if (started !== null && finished !== null)
    return { long: daysText([started, finished], today, canvas), short: text(status === "done" ? finished : started) };
  if (finished !== null)
    return { long: status === "done" ? text(finished) : `by ${text(finished)}`, short: text(finished) };
  if (started === null) return { long: cellDays(roadmap, topic), short: "" };
  if (started > today || (status !== "in-progress" && status !== "blocked"))
    return { long: `from ${text(started)}`, short: status === "done" ? "" : text(started) };
  const days = elapsedDays(started, today);
  return days === 0
    ? { long: `${text(started)}, today`, short: "today" }
    : { long: `${text(started)}, ${durationText(days)}`, short: `${days}d` };
}

function cellDays(roadmap: Roadmap, topic: Topic): string {
  const texts = [cellText(roadmap, topic, "started"), cellText(roadmap, topic, "finished")];
  return texts
    .map((text) => visible(plainText(text)))
    .filter((text) => /\w/.test(text))
    .join(", ");
}
