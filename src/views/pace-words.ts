// Pace words: texts that several views of the pace share: the rate, and what to do without dates or topics.

import type { Roadmap } from "../model/roadmap.js";
import { counted } from "../text/plural.js";
import type { Canvas } from "./canvas.js";
import { commandLines } from "./command-lines.js";
import { messageLines, wrapText } from "./wrap.js";

/** Topics per week: `0.7 topics`, `1 topic`, `2.5 topics`; below one in ten weeks `0.08 topics`. */
export function rate(perWeek: number): string {
  const rounded = perWeek === 0 || perWeek >= 0.095 ? Math.round(perWeek * 10) / 10 : Number(perWeek.toPrecision(1));
  return counted(rounded, "topic");
}

/** If no topic has a date. */
export const wayToDates = "`roadmap start TOPIC` and `roadmap finish TOPIC` record dates in the file";

/** For a roadmap without topics and tasks. */
export function emptyLines({ tables }: Pick<Roadmap, "tables">, canvas: Canvas): string[] {
  // An empty table may have no place for a phase.
  const isPhased = tables.every(({ columns }) => columns.has("phase"));
  const place = `${isPhased ? " --phase 1" : ""}${tables.length > 1 ? " --table 1" : ""}`;
  return [
    ...wrapText("Nothing in it yet.", canvas.width),
    "",
    ...commandLines(
      [
        [`roadmap add topic Ownership${place}`, "your first topic"],
        ["roadmap add phase Basics", "a heading for tasks with checkboxes"],
        ["roadmap edit", "write the table by hand"],
      ],
      canvas,
    ),
  ];
}

/** For views of topics, when the roadmap has none. */
export function noTopicsLines(roadmap: Roadmap, canvas: Canvas): string[] {
  const { tasks } = roadmap;
  if (tasks.length === 0) return emptyLines(roadmap, canvas);
  const summary = `no topics, and the ${counted(tasks.length, "task")} ${tasks.length === 1 ? "has" : "have"} no dates in the file`;
  return messageLines([summary, "run `roadmap burnup --by task` to use commit dates"], canvas);
}
