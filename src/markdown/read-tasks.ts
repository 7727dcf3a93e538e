// Reading of tasks: the list items with a checkbox, including the marks people use beyond GFM.

import type { ListItem } from "../model/blocks.js";
import { plainText } from "../model/inline-text.js";
import type { Problem } from "../model/problem.js";
import type { Task } from "../model/roadmap.js";
import { type Status, statusOfTaskMarker } from "../model/status.js";
import { type Span, textAt } from "../text/edit.js";
import type { Sections } from "./read-sections.js";

interface TasksReading {
  readonly tasks: readonly Task[];
  readonly problems: readonly Problem[];
}

export function readTasks(text: string, items: readonly ListItem[], sections: Sections): TasksReading {
  const tasks: Task[] = [];
  const problems: Problem[] = [];
  /** For each item, the task that it is or is in. */
  const taskOfItem: (Task | null)[] = [];
  for (const item of items) {
    const parent = item.parent < 0 ? null : (taskOfItem[item.parent] ?? null);
    const checkbox = checkboxOf(text, item);
    if (checkbox?.status === "unknown") problems.push(unknownMark(text, checkbox.mark));
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
  return { tasks, problems };
}

interface Checkbox {
  readonly mark: Span;
  readonly status: Status | "unknown";
}

/** A mark unknown to GFM must be where GFM allows its own: at the start of the item, followed by whitespace. */
const otherCheckbox = /\[([^\s\w[\]\\])\][ \t]+\S/uy;

function checkboxOf(text: string, { mark, content }: ListItem): Checkbox | null {
  if (mark) return { mark, status: statusOfTaskMarker(textAt(text, mark)) ?? "unknown" };
  if (!content || text[content.start] !== "[") return null;
  otherCheckbox.lastIndex = content.start;
  const marker = otherCheckbox.exec(text)?.[1];
  if (marker === undefined) return null;
  const start = content.start + 1;
  return { mark: { start, end: start + marker.length }, status: statusOfTaskMarker(marker) ?? "unknown" };
}

function nameOf(text: string, { content }: ListItem, mark: Span): string {
  return plainText(text.slice(mark.end + 1, content?.end ?? mark.end + 1));
}

function unknownMark(text: string, mark: Span): Problem {
  return {
    code: "MARK_UNKNOWN",
    span: mark,
    message: `unknown mark [${textAt(text, mark)}], so this line is not a task`,
    hint: "use [ ], [x], [/] in progress, [-] skipped, [!] blocked or [>] moved",
  };
}
