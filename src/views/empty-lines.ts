// Empty lines: the messages for a roadmap without content.

import type { Roadmap } from "../model/roadmap.js";
import { counted } from "../text/plural.js";
import { namingFile } from "./name-file.js";
import type { Canvas } from "./paint.js";
import { messageLines, wrapText } from "./wrap.js";

export function emptyLines(canvas: Pick<Canvas, "width" | "file">): string[] {
  return [
    "No topics or tasks found in this file.",
    "Topics are the rows of a table with a header like `| Topic | Phase | Status |`;",
    "tasks are list items like `- [ ] write the parser`.",
    "`roadmap add topic NAME` adds a row to an existing table, `roadmap edit` opens the file.",
  ].flatMap((line) => wrapText(namingFile(line, canvas), canvas.width));
}

/** For views of topics, when the roadmap has none. */
export function noTopicsLines({ tasks }: Roadmap, canvas: Canvas): string[] {
  if (tasks.length === 0) return emptyLines(canvas);
  const said = `no topics, and the ${counted(tasks.length, "task")} ${tasks.length === 1 ? "has" : "have"} no dates in the file`;
  return messageLines([said, "run `roadmap burnup --by task` to use commit dates"], canvas);
}
