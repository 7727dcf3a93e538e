// Today lines: what a person is at today, what is due, what was finished this week, and the streak.

import type { Agenda } from "../model/agenda.js";
import type { Day } from "../model/dates.js";
import { commandFor, nextSteps, thingOf } from "../model/next.js";
import type { Streak } from "../model/pace/statistics.js";
import type { Roadmap, Topic } from "../model/roadmap.js";
import { counted } from "../text/plural.js";
import type { Canvas } from "./canvas.js";
import { daysText, dayText, weekdayOf } from "./day-words.js";
import { emptyLines } from "./pace-words.js";
import type { ThingRow } from "./thing-lines.js";
import { type RowContext, sectionLines, thingRow } from "./thing-rows.js";
import { hintLine, remarkLines, wrapText } from "./wrap.js";

interface Shown {
  readonly roadmap: Roadmap;
  readonly agenda: Agenda;
  readonly today: Day;
}

export function todayLines({ roadmap, agenda, today }: Shown, canvas: Canvas): string[] {
  if (roadmap.topics.length + roadmap.tasks.length === 0) return emptyLines(roadmap, canvas);
  const now = agenda.now.map(thingOf);
  const context = { today, canvas };
  const rowsOf = (things: typeof now) => things.map((thing) => thingRow(roadmap, thing, context));
  // What is in progress is above, with its due date.
  const others = (topics: readonly Topic[]) => topics.filter((topic) => !now.includes(topic));
  const sections = [
    { title: "Now", rows: rowsOf(now) },
    { title: "Overdue", rows: others(agenda.overdue).map((topic) => overdueRow(roadmap, topic, context)) },
    { title: "Due within 7 days", rows: rowsOf(others(agenda.dueSoon)) },
    {
      title: "Finished this week",
      rows: agenda.finished.map((topic) => finishedRow(roadmap, topic, context)),
    },
  ];
  const lines = sections.some(({ rows }) => rows.length > 0)
    ? sectionLines(roadmap, sections, canvas)
    : wrapText("nothing is in progress or due, and nothing was finished this week", canvas.width);
  const [step] = nextSteps(roadmap, 1);
  const ending = [...streakLines(agenda, today, canvas), ...(step ? hintLine(commandFor(roadmap, step), canvas) : [])];
  return [...lines, ...(ending.length > 0 ? ["", ...ending] : [])];
}

/** Without a due date, the day on which it was to be finished is what has passed. */
function overdueRow(roadmap: Roadmap, topic: Topic, context: RowContext): ThingRow {
  const row = thingRow(roadmap, topic, context);
  const { due, finished } = topic;
  if (due !== null || finished === null) return row;
  return { ...row, state: `planned ${dayText(finished, context.today, context.canvas)}`, shortState: "overdue" };
}

function finishedRow(roadmap: Roadmap, topic: Topic, context: RowContext): ThingRow {
  const { today, canvas } = context;
  const { finished } = topic;
  const day = finished === null ? "" : dayText(finished, today, canvas);
  const weekday = finished === null || !canvas.isTerminal ? "" : weekdayOf(finished);
  const state = weekday === "" ? day : `${weekday} ${day}`;
  return { ...thingRow(roadmap, topic, context), state, shortState: weekday };
}

/** `Streak  1 week; best 6 weeks, 6 Jul – 16 Aug`. */
function streakLines({ streaks: { now, best } }: Agenda, today: Day, canvas: Canvas): string[] {
  if (!best) return [];
  const weeks = (streak: Streak | null) => counted(streak?.weeks ?? 0, "week");
  const isBest = now !== null && now.weeks >= best.weeks;
  const days = daysText([best.from, best.to], today, canvas);
  const text = isBest ? `${weeks(now)}, the best so far` : `${weeks(now)}; best ${weeks(best)}, ${days}`;
  return remarkLines({ label: "Streak", text }, canvas);
}
