// Next lines: what to do next, and the command for it.

import { type Day, elapsedDays } from "../model/dates.js";
import { blockedSteps, commandFor, type NextStep, waitingTopics } from "../model/next.js";
import { shownTitle } from "../model/outline.js";
import { cellText, type Roadmap, type Topic } from "../model/roadmap.js";
import { counted } from "../text/plural.js";
import { visible } from "../text/visible.js";
import { type Canvas, statusLabels, statusStroke } from "./canvas.js";
import { columnLines } from "./columns.js";
import { dueWords } from "./due-words.js";
import { emptyLines } from "./pace-words.js";
import { nextLine, wrapText } from "./wrap.js";

/** In narrower terminals, names take precedence over days; what is overdue says only that. */
const minWidth = 60;

/** One line per step, then the command for the first one. */
export function nextLines(
  roadmap: Roadmap,
  { steps, today }: { steps: readonly NextStep[]; today: Day },
  canvas: Canvas,
): string[] {
  const [first] = steps;
  if (roadmap.topics.length + roadmap.tasks.length === 0) return emptyLines(canvas);
  const waiting = waitingTopics(roadmap);
  if (first)
    return [
      ...stepLines(roadmap, { steps, today, title: "Next" }, canvas),
      ...waitingLines(waiting, canvas),
      "",
      nextLine(commandToType(roadmap, first), canvas),
    ];
  const blocked = blockedSteps(roadmap);
  const [firstBlocked] = blocked;
  if (firstBlocked) {
    const shown = blocked.slice(0, maxShown);
    const what = waiting.length === 0 ? "blocked" : "blocked or waiting";
    const more = shown.length < blocked.length ? `; the first ${maxShown} of ${blocked.length}` : "";
    return [
      ...wrapText(`everything that is left is ${what}${more}:`, canvas.width),
      ...stepLines(roadmap, { steps: shown, today, title: "Blocked" }, canvas),
      ...waitingLines(waiting, canvas),
      "",
      nextLine(commandToType(roadmap, firstBlocked), canvas),
    ];
  }
  if (waiting.length === 0) return wrapText("nothing is left to do", canvas.width);
  // What a topic waits for is unfinished: if nothing is blocked either, topics wait for each other.
  const shown = waiting.slice(0, maxShown).map((topic) => ({ topic }));
  const more = shown.length < waiting.length ? `; the first ${maxShown} of ${waiting.length}` : "";
  return [
    ...wrapText(`everything that is left waits for other topics${more}:`, canvas.width),
    ...stepLines(roadmap, { steps: shown, today, title: "Waiting" }, canvas),
    "",
    nextLine("roadmap doctor", canvas),
  ];
}

const maxShown = 5;

function waitingLines(waiting: readonly Topic[], canvas: Canvas): string[] {
  if (waiting.length === 0) return [];
  return wrapText(`${waiting.length} ${waiting.length === 1 ? "waits" : "wait"} for others`, canvas.width).map(
    canvas.paint.dim,
  );
}

interface Steps {
  readonly steps: readonly NextStep[];
  readonly today: Day;
  readonly title: string;
}

function stepLines(roadmap: Roadmap, { steps, today, title }: Steps, canvas: Canvas): string[] {
  return columnLines(
    [
      { title: "#", texts: steps.map(numberText), isRight: true },
      { title, texts: steps.map((step) => visible(thingOf(step).name)), least: 30 },
      {
        title: "Status",
        yields: 1,
        isWhole: true,
        texts: steps.map((step) => stateText(step, today, canvas.width < minWidth)),
        stroke: (text, row) => {
          const step = steps[row];
          return step ? statusStroke(thingOf(step).status, canvas.paint)(text) : text;
        },
      },
      { title: "Phase", texts: steps.map((step) => phaseText(roadmap, step)), yields: 2 },
    ],
    canvas,
  );
}

function thingOf(step: NextStep) {
  return "topic" in step ? step.topic : step.task;
}

/** Topics and tasks are numbered separately. */
function numberText(step: NextStep): string {
  return "task" in step ? `t${step.task.number}` : `#${step.topic.number}`;
}

function phaseText(roadmap: Roadmap, step: NextStep): string {
  const { phase } = thingOf(step);
  return phase ? visible(shownTitle(roadmap, phase)) : "";
}

function stateText(step: NextStep, today: Day, isNarrow: boolean): string {
  const label = statusLabels[thingOf(step).status];
  if (!("topic" in step)) return label;
  const due = dueWords(step.topic, today);
  if (isNarrow) return due?.endsWith("overdue") ? "overdue" : label;
  return [label, daysInProgress(step.topic, today), due].filter((text) => text !== null).join(", ");
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
