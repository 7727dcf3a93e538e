// Empty lines: what is said of a roadmap with nothing in it yet.

import type { Canvas } from "./paint.js";
import { wrapText } from "./wrap.js";

export function emptyLines({ width }: Pick<Canvas, "width">): string[] {
  return [
    "There are no topics and no tasks in it yet.",
    "A topic table has a header row like `| Topic | Phase | Status |` and a row for each topic;",
    "a task is a list item like `- [ ] write the parser`.",
    "`roadmap add topic <name>` writes into a table that is there, `roadmap edit` opens the file.",
  ].flatMap((line) => wrapText(line, width));
}
