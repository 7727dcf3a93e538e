// Next lines: what to go on with, what to start then, and what waits.

import { type Day, elapsedDays } from "../model/dates.js";
import { unfinishedBefore } from "../model/dependencies.js";
import { commandFor, type NextStep, stepOf, thingOf, thingsWith, waitingTopics } from "../model/next.js";
import { cellText, type Roadmap, type Topic } from "../model/roadmap.js";
import { counted } from "../text/plural.js";
import type { Canvas } from "./canvas.js";
import { emptyLines } from "./pace-words.js";
import type { ThingRow } from "./thing-lines.js";
import { sectionLines, thingRow } from "./thing-rows.js";
import { hintLine, wrapText } from "./wrap.js";

interface Next {
  readonly steps: readonly NextStep[];
  readonly today: Day;
  /** Whether these are all that were asked for, so that what waits is of no interest. */
  readonly isLimited: boolean;
}

/** One line per step, then the command for the first one. */
export function nextLines(roadmap: Roadmap, { steps, today, isLimited }: Next, canvas: Canvas): string[] {
  if (roadmap.topics.length + roadmap.tasks.length === 0) return emptyLines(roadmap, canvas);
  const rows = steps.map((step) => thingRow(roadmap, thingOf(step), { today, canvas }));
  const isStarted = ({ thing }: ThingRow) => thing.status === "in-progress";
  const blocked = thingsWith(roadmap, "blocked");
  const waiting = [
    ...blocked.map((thing) => thingRow(roadmap, thing, { today, canvas })),
    ...waitingTopics(roadmap).map((topic) => {
      const names = unfinishedBefore(roadmap, topic).map(({ number }) => `${number}`);
      const text = `waits for ${names.slice(0, 2).join(", ")}${names.length > 2 ? ` ${canvas.signs.ellipsis}` : ""}`;
      return { ...thingRow(roadmap, topic, { today, canvas }), state: text, shortState: text };
    }),
  ];
  const sections = [
    { title: "Go on with", rows: rows.filter(isStarted) },
    { title: "Then start", rows: rows.filter((row) => !isStarted(row)) },
    { title: "Waiting", rows: isLimited ? [] : waiting },
  ];
  if (sections.every(({ rows }) => rows.length === 0)) return wrapText("Nothing is left to do.", canvas.width);
  const [first = blocked.map(stepOf)[0]] = steps;
  // What a topic waits for is unfinished: if nothing else is, topics wait for each other.
  const hint = hintLine(first ? commandFor(roadmap, first) : "roadmap doctor", canvas);
  return [...sectionLines(roadmap, sections, canvas), ...(hint.length > 0 ? [""] : []), ...hint];
}

/** How long a topic has been in progress: `12 days`; null if it is not, or if that is unknown. */
export function daysInProgress({ status, started }: Topic, today: Day): string | null {
  if (started === null || status !== "in-progress") return null;
  const days = elapsedDays(started, today);
  if (days < 0) return `starts in ${counted(-days, "day")}`;
  return days === 0 ? "since today" : counted(days, "day");
}

/**
 * The same as suggested to people: finishing includes a proof if the table has a column for it and the cell is blank.
 */
export function commandToType(roadmap: Roadmap, step: NextStep): string {
  const command = commandFor(roadmap, step);
  if ("task" in step || step.topic.status !== "in-progress") return command;
  const { topic } = step;
  const asksProof =
    command.startsWith("roadmap finish") &&
    topic.table.columns.has("proof") &&
    cellText(roadmap, topic, "proof").trim() === "";
  return asksProof ? `${command} --proof URL` : command;
}
