// Unread table lines: the table that looks like topics but is not read, and the lines that make it readable.

import type { Problem } from "../model/problem.js";
import type { Roadmap } from "../model/roadmap.js";
import { lineAt, lineStarts } from "../text/lines.js";
import { visible } from "../text/visible.js";
import { fitInColumns } from "../text/width.js";
import type { Canvas } from "./canvas.js";
import { hintLines, remarkLines, wrapText } from "./wrap.js";

const shownLines = 3;

/** For a roadmap in which nothing else is read. The span of the problem is the header of the table. */
export function unreadTableLines({ text }: Roadmap, { span, hint }: Problem, canvas: Canvas): string[] {
  const { paint, signs, width } = canvas;
  const starts = lineStarts(text);
  const header = lineAt(starts, span.start);
  const lines = starts.slice(header, header + shownLines).map((start, index) => {
    const end = starts[header + index + 1] ?? text.length;
    const gutter = `  ${`${header + index + 1}`.padStart(`${header + shownLines}`.length)}  `;
    const line = visible(text.slice(start, end).replace(/[\r\n]+$/, ""));
    return paint.dim(gutter) + fitInColumns(line, width - gutter.length, signs.ellipsis);
  });
  const warning = `Line ${header + 1} looks like a table of topics, but none of its columns is known as the topic. Nothing was read from it.`;
  const setting = /`(columns: \{.*\})`/.exec(hint)?.[1];
  const hasFrontMatter = /^\ufeff?---\s*\n/.test(text);
  const way =
    setting === undefined || hasFrontMatter
      ? hintLines(hint, canvas)
      : [
          ...wrapText("Put these lines at the top of the file and run `roadmap` again:", width),
          "",
          ...["---", "roadmap:", `  ${setting}`, "---"].map((line) => `  ${paint.cmd(visible(line))}`),
        ];
  return [...remarkLines({ label: "Warning", text: warning }, canvas), "", ...lines, "", ...way];
}
