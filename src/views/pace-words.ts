// Pace words: texts that several views of the pace share: the rate, and what to do without dates or topics.

import type { Roadmap } from "../model/roadmap.js";
import { counted } from "../text/plural.js";
import type { Canvas } from "./canvas.js";
import { messageLines, namingFile, wrapText } from "./wrap.js";

/** Topics per week: `0.7 topics`, `1 topic`, `2.5 topics`; below one in ten weeks `0.08 topics`. */
export function rate(perWeek: number): string {
  const rounded = perWeek === 0 || perWeek >= 0.095 ? Math.round(perWeek * 10) / 10 : Number(perWeek.toPrecision(1));
  return counted(rounded, "topic");
}

/** If no topic has a date. */
export const wayToDates = "`roadmap start TOPIC` and `roadmap finish TOPIC` record dates in the file";

/** For a roadmap without topics and tasks. */
export function emptyLines(canvas: Pick<Canvas, "width" | "file">): string[] {
  return [
    "No topics or tasks found in this file.",
    "Topics are the rows of a table with a header like `| Topic | Phase | Status |`;",
    "tasks are list items like `- [ ] write the parser`.",
    "`roadmap add topic NAME` adds one, and a table for it if needed; `roadmap edit` opens the file.",
  ].flatMap((line) => wrapText(namingFile(line, canvas), canvas.width));
}

/** For views of topics, when the roadmap has none. */
export function noTopicsLines({ tasks }: Roadmap, canvas: Canvas): string[] {
  if (tasks.length === 0) return emptyLines(canvas);
  const summary = `no topics, and the ${counted(tasks.length, "task")} ${tasks.length === 1 ? "has" : "have"} no dates in the file`;
  return messageLines([summary, "run `roadmap burnup --by task` to use commit dates"], canvas);
}
