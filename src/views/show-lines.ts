// Show lines: one topic with everything the file says about it.

import { plainText } from "../model/cell-text.js";
import { type Day, elapsedDays } from "../model/dates.js";
import { nameToType } from "../model/find.js";
import type { Problem } from "../model/problem.js";
import { cellText, columnKinds, phaseTitle, type Roadmap, type Task, type Topic } from "../model/roadmap.js";
import { visible } from "../text/visible.js";
import { taskLines } from "./list-lines.js";
import { daysText } from "./next-lines.js";
import type { Canvas } from "./paint.js";
import { problemLines } from "./problem-lines.js";
import { statusLabels, statusStroke } from "./status-label.js";

export interface Shown {
  readonly roadmap: Roadmap;
  readonly topic: Topic;
  /** Tasks that speak of the topic. */
  readonly tasks: readonly Task[];
  readonly problems: readonly Problem[];
  readonly path: string;
  readonly today: Day;
}

export function showLines({ roadmap, topic, tasks, problems, path, today }: Shown, canvas: Canvas): string[] {
  const { paint } = canvas;
  const status = statusStroke(topic.status, paint)(statusLabels[topic.status]);
  const days = daysOf(topic, today);
  const facts: [string, string][] = [
    ["status", days === null ? status : `${status}, ${days}`],
    ...(topic.phase ? [["phase", visible(phaseTitle(topic.phase))] satisfies [string, string]] : []),
    ...columnKinds
      .filter((kind) => !["topic", "status", "phase"].includes(kind))
      .map((kind): [string, string] => [kind, visible(plainText(cellText(roadmap, topic, kind)))])
      .filter(([, text]) => text !== ""),
  ];
  const width = Math.max(...facts.map(([name]) => name.length));
  return [
    `${paint.faint(`#${topic.number}`)} ${paint.strong(visible(topic.name))}`,
    ...facts.map(([name, text]) => `  ${paint.faint(name.padEnd(width))}  ${text}`),
    ...(tasks.length === 0 ? [] : ["", ...taskLines(tasks, canvas)]),
    ...(problems.length === 0 ? [] : ["", ...problemLines(problems, { text: roadmap.text, path }, canvas)]),
    "",
    `  next: ${nextCommand(roadmap, topic)}`,
  ];
}

/** How long a topic took, or is taking; null when its dates do not say. */
function daysOf({ status, started, finished }: Topic, today: Day): string | null {
  if (started === null) return null;
  if (finished !== null && status === "done") return `took ${daysText(elapsedDays(started, finished))}`;
  return status === "in-progress" ? daysText(elapsedDays(started, today)) : null;
}

function nextCommand(roadmap: Roadmap, topic: Topic): string {
  const verbs = { "not-started": "start", "in-progress": "finish", done: "reopen", blocked: "start", skipped: "start" };
  return `roadmap ${verbs[topic.status]} ${nameToType(roadmap, topic)}`;
}
