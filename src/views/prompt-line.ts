// Prompt line: a roadmap in a shell prompt: `17/35 ◐ connection 12d, 2 overdue`.

import type { PromptSummary } from "../model/prompt-summary.js";
import type { Roadmap } from "../model/roadmap.js";
import { isWithinColumns } from "../text/width.js";
import type { Canvas } from "./canvas.js";
import { signOf } from "./thing-lines.js";

/** A prompt shares its line with what is typed. */
const maxColumns = 40;

/** Characters that some shell expands in its prompt are not shown. */
const plainName = /^[\w .\x80-\uffff-]+$/;

/** If the name does not fit, the number takes its place. */
export function promptLine(roadmap: Roadmap, summary: PromptSummary, canvas: Pick<Canvas, "signs">): string {
  const { done, total, current, overdue } = summary;
  const counts = `${done}/${total}${total > 0 && done === total ? ` ${canvas.signs.status.done}` : ""}`;
  const late = overdue > 0 ? `, ${overdue} overdue` : "";
  if (!current) return counts + late;
  const { thing, name, days } = current;
  const sign = signOf(roadmap, thing, canvas);
  const since = days === null ? "" : days === 0 ? " today" : ` ${days}d`;
  const lineWith = (called: string) => `${counts} ${sign} ${called}${since}${late}`;
  const line = lineWith(name);
  if (plainName.test(name) && isWithinColumns(line, maxColumns)) return line;
  return lineWith("row" in thing ? `${thing.number}` : `t${thing.number}`);
}
