// List lines: topics and tasks, one line each.

import { dayKinds, defaultHeader } from "../model/columns.js";
import { plainText } from "../model/inline-text.js";
import { cellText, phaseTitle, type Roadmap, type Task, type Topic } from "../model/roadmap.js";
import { visible } from "../text/visible.js";
import { type Canvas, statusLabels, statusStroke } from "./canvas.js";
import { columnLines } from "./columns.js";
import { emptyLines } from "./pace-words.js";
import { messageLines } from "./wrap.js";

interface Listed {
  readonly topics: readonly Topic[];
  readonly tasks: readonly Task[];
}

export function listLines(roadmap: Roadmap, { topics, tasks }: Listed, canvas: Canvas): string[] {
  if (roadmap.topics.length + roadmap.tasks.length === 0) return emptyLines(canvas);
  if (topics.length + tasks.length === 0)
    return messageLines(
      ["no matches", "run `roadmap list` to see everything, `roadmap progress` to see the phases"],
      canvas,
    );
  const between = topics.length > 0 && tasks.length > 0 ? [""] : [];
  return [...topicLines(roadmap, topics, canvas), ...between, ...taskLines(tasks, canvas)];
}

function topicLines(roadmap: Roadmap, topics: readonly Topic[], canvas: Canvas): string[] {
  if (topics.length === 0) return [];
  const proof = (topic: Topic) => visible(plainText(cellText(roadmap, topic, "proof")));
  return columnLines(
    [
      { title: "#", texts: topics.map(({ number }) => `#${number}`), isRight: true },
      { title: "Topic", texts: topics.map(({ name }) => visible(name)), least: 24 },
      { title: "Phase", texts: topics.map(({ phase }) => visible(phase?.label ?? "")), yields: 2 },
      statusColumn(topics, canvas),
      ...dayKinds.map((kind, index) => ({
        title: defaultHeader(kind),
        texts: topics.map((topic) => topic[kind] ?? ""),
        yields: 3 + index,
      })),
      { title: defaultHeader("proof"), texts: topics.map(proof), yields: 3 + dayKinds.length },
    ],
    canvas,
  );
}

export function taskLines(tasks: readonly Task[], canvas: Canvas): string[] {
  if (tasks.length === 0) return [];
  return columnLines(
    [
      { title: "#", texts: tasks.map(({ number }) => `t${number}`), isRight: true },
      { title: "Task", texts: tasks.map(({ name, depth }) => "  ".repeat(depth) + visible(name)), least: 40 },
      statusColumn(tasks, canvas),
      { title: "Phase", texts: tasks.map(({ phase }) => (phase ? visible(phaseTitle(phase)) : "")), yields: 2 },
      { title: "Track", texts: tasks.map(({ phase }) => visible(phase?.track?.title ?? "")), yields: 3 },
    ],
    canvas,
  );
}

function statusColumn(things: readonly (Topic | Task)[], { paint }: Canvas) {
  return {
    title: "Status",
    yields: 1,
    isWhole: true,
    texts: things.map(({ status }) => statusLabels[status]),
    stroke: (text: string, row: number) => {
      const status = things[row]?.status;
      return status ? statusStroke(status, paint)(text) : text;
    },
  };
}
