// Empty lines: what is said of a roadmap with nothing in it yet.

import type { Roadmap } from "../model/roadmap.js";
import { counted } from "../text/counted.js";
import { namingFile } from "./name-file.js";
import type { Canvas } from "./paint.js";
import { messageLines, wrapText } from "./wrap.js";

export function emptyLines(canvas: Pick<Canvas, "width" | "file">): string[] {
  return [
    "There are no topics and no tasks in it yet.",
    "A topic table has a header row like `| Topic | Phase | Status |` and a row for each topic;",
    "a task is a list item like `- [ ] write the parser`.",
    "`roadmap add topic <name>` writes into a table that is there, `roadmap edit` opens the file.",
  ].flatMap((line) => wrapText(namingFile(line, canvas), canvas.width));
}

/** Of a roadmap without topics, where topics are what is shown. */
export function noTopicsLines({ tasks }: Roadmap, canvas: Canvas): string[] {
  if (tasks.length === 0) return emptyLines(canvas);
  const said = `there is no topic in it, and the days of its ${counted(tasks.length, "task")} are not in the file`;
  return messageLines([said, "`roadmap burnup --by task` takes days from commits"], canvas);
}
