// Mark plan: the plan that gives a task another mark.

import type { Roadmap, Task } from "../model/roadmap.js";
import { statusOfMark } from "../model/status.js";
import { textAt } from "../text/edit.js";
import type { Plan } from "./operation.js";

/** A task that already has the status of the mark keeps its own: `[X]` is as done as `[x]`. */
export function markPlan(roadmap: Roadmap, task: Task, mark: string): Plan {
  const isSo = task.status === statusOfMark(mark) && !isOtherSkip(textAt(roadmap.text, task.mark), mark);
  return {
    subject: task,
    changes: isSo ? [] : [{ task, mark }],
    already: isSo ? `already ${words[task.status]}` : null,
    notes: [],
    next: "roadmap next",
  };
}

const words = {
  "not-started": "unchecked",
  "in-progress": "in progress",
  done: "checked",
  blocked: "blocked",
  skipped: "skipped",
} as const;

/** Skipped and moved are the same status, but a person who asks for the other mark wants it. */
function isOtherSkip(present: string, wanted: string): boolean {
  return present !== wanted && [present, wanted].every((mark) => mark === "-" || mark === ">");
}
