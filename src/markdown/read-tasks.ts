// Reading of tasks: the list items with a checkbox, including the marks people use beyond GFM.

import type { ListItem } from "../model/blocks.js";
import { plainText } from "../model/inline-text.js";
import type { Problem } from "../model/problem.js";
import type { Task } from "../model/roadmap.js";
import { type Status, statusOfTaskMarker } from "../model/status.js";
import { groupBy } from "../text/arrays.js";
import { type Span, textAt } from "../text/edit.js";
import type { Sections } from "./read-sections.js";

interface TasksReading {
  readonly tasks: readonly Task[];
  readonly problems: readonly Problem[];
}

export function readTasks(text: string, items: readonly ListItem[], sections: Sections): TasksReading {
  const tasks: Task[] = [];
  const unknown: Span[] = [];
  const optionLists = parentsOfOptions(text, items);
  /** For each item, the task that it is or is in. */
  const taskOfItem: (Task | null)[] = [];
  for (const item of items) {
    const parent = item.parent < 0 ? null : (taskOfItem[item.parent] ?? null);
    const checkbox = optionLists.has(item.parent) && isLettered(text, item) ? null : checkboxOf(text, item);
    if (checkbox?.status === "unknown") unknown.push(checkbox.mark);
    if (!checkbox || checkbox.status === "unknown") {
      taskOfItem.push(parent);
      continue;
    }
    const phase = sections.phaseOfHeading(item.span.start);
    const task: Task = {
      number: tasks.length + 1,
      name: nameOf(text, item, checkbox.mark),
      span: item.span,
      mark: checkbox.mark,
      status: checkbox.status,
      parent,
      depth: parent ? parent.depth + 1 : 0,
      phase,
    };
    phase?.tasks.push(task);
    taskOfItem.push(task);
    tasks.push(task);
  }
  return { tasks, problems: unknownMarks(text, unknown) };
}

interface Checkbox {
  readonly mark: Span;
  readonly status: Status | "unknown";
}

/** A mark unknown to GFM must be where GFM allows its own: at the start of the item, followed by whitespace. */
const otherCheckbox = /\[([^\s\d_[\]\\])\][ \t]+\S/uy;

function checkboxOf(text: string, { mark, content }: ListItem): Checkbox | null {
  if (mark) return { mark, status: statusOfTaskMarker(textAt(text, mark)) ?? "unknown" };
  if (!content || text[content.start] !== "[") return null;
  otherCheckbox.lastIndex = content.start;
  const marker = otherCheckbox.exec(text)?.[1];
  if (marker === undefined) return null;
  const start = content.start + 1;
  return { mark: { start, end: start + marker.length }, status: statusOfTaskMarker(marker) ?? "unknown" };
}

/** Whether the item has a letter in brackets that is no mark of GFM. */
function isLettered(text: string, { mark, content }: ListItem): boolean {
  return mark === null && content !== null && /^\[[A-Za-z]\]/.test(text.slice(content.start, content.start + 3));
}

/** The parents of lists in which a letter is no mark: those are options, like `[a]`, `[b]` and `[c]` of a question. */
function parentsOfOptions(text: string, items: readonly ListItem[]): ReadonlySet<number> {
  const options = items.filter((item) => isLettered(text, item) && checkboxOf(text, item)?.status === "unknown");
  return new Set(options.map(({ parent }) => parent));
}

function nameOf(text: string, { content }: ListItem, mark: Span): string {
  return plainText(text.slice(mark.end + 1, content?.end ?? mark.end + 1));
}

/** One problem for all lines with the same mark. */
function unknownMarks(text: string, marks: readonly Span[]): Problem[] {
  return [...groupBy(marks, (mark) => textAt(text, mark))].flatMap(([mark, [span, ...others]]) => {
    if (!span) return [];
    const more = others.length > 0 ? `; ${others.length} more like it below` : "";
    return [
      {
        code: "MARK_UNKNOWN",
        span,
        message: `unknown mark [${mark}], so this line is not a task${more}`,
        hint: "use [ ], [x], [/] in progress, [-] skipped, [!] blocked or [>] moved",
      },
    ];
  });
}
