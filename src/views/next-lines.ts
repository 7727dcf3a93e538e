// Next lines: what to do now, and the command that does it.

import { type Day, elapsedDays } from "../model/dates.js";
import { nameToType } from "../model/find.js";
import type { NextStep } from "../model/next.js";
import { phaseTitle, type Roadmap } from "../model/roadmap.js";
import { visible } from "../text/visible.js";
import { columnLines } from "./columns.js";
import type { Canvas } from "./paint.js";
import { statusLabels, statusStroke } from "./status-label.js";

/** A line for each step, then the command for the first one. */
export function nextLines(
  roadmap: Roadmap,
  { steps, today }: { steps: readonly NextStep[]; today: Day },
  canvas: Canvas,
): string[] {
  const [first] = steps;
  if (!first) return ["nothing is left to do"];
  const lines = columnLines(
    [
      { title: "#", texts: steps.map((step) => `#${thingOf(step).number}`), isRight: true },
      { title: "Next", texts: steps.map((step) => visible(thingOf(step).name)) },
      {
        title: "Status",
        texts: steps.map((step) => stateText(step, today)),
        stroke: (text, row) => {
          const step = steps[row];
          return step ? statusStroke(thingOf(step).status, canvas.paint)(text) : text;
        },
      },
      { title: "Phase", texts: steps.map((step) => phaseText(step)), yields: 2 },
    ],
    canvas,
  );
  return [...lines, "", `  next: ${visible(commandFor(roadmap, first))}`];
}

function thingOf(step: NextStep) {
  return "topic" in step ? step.topic : step.task;
}

function phaseText(step: NextStep): string {
  const { phase } = thingOf(step);
  return phase ? visible(phaseTitle(phase)) : "";
}

/** A topic in progress says for how long: `in progress, 12 days`. */
function stateText(step: NextStep, today: Day): string {
  const label = statusLabels[thingOf(step).status];
  const started = "topic" in step ? step.topic.started : null;
  return started !== null && thingOf(step).status === "in-progress"
    ? `${label}, ${daysText(elapsedDays(started, today))}`
    : label;
}

export function daysText(days: number): string {
  if (days < 0) return `starts in ${-days} ${days === -1 ? "day" : "days"}`;
  return `${days} ${days === 1 ? "day" : "days"}`;
}

/** The command that takes a step further. */
export function commandFor(roadmap: Roadmap, step: NextStep): string {
  if ("task" in step) return `roadmap check ${nameToType(roadmap, step.task)}`;
  const { topic } = step;
  return `roadmap ${topic.status === "in-progress" ? "finish" : "start"} ${nameToType(roadmap, topic)}`;
}
