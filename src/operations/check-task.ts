// Operations: check and uncheck a task; and what other operations do to a task.

import * as z from "zod/mini";
import { nameToType, shortName } from "../model/address.js";
import { UserError } from "../model/errors.js";
import { findTask } from "../model/find.js";
import type { Roadmap, Task } from "../model/roadmap.js";
import { markOfStatus, type Status, statusOfTaskMarker, taskMarkers } from "../model/status.js";
import { type Way, ways } from "../model/ways.js";
import { textAt } from "../text/edit.js";
import { fieldTexts, taskField } from "./fields.js";
import { defineOperation, type Plan } from "./operation.js";

//     - [ ] write the parser
//   →
//     - [x] write the parser
export const checkTask = defineOperation({
  name: "check",
  summary: "Check off a task, or give it another mark",
  examples: ["roadmap check build simple crud", "roadmap check kafka --mark /"],
  takesSeveral: true,
  input: z.strictObject({
    task: taskField("not-started", "in-progress", "blocked", "skipped"),
    mark: z.optional(z.enum(taskMarkers)).register(fieldTexts, {
      help: "x done, / in progress, - skipped, ! blocked, > moved (default: x)",
      value: "mark",
    }),
  }),
  plan: (roadmap, { task, mark = "x" }) => taskMarkerPlan(roadmap, findTask(roadmap, task), mark),
});

//     - [x] write the parser
//   →
//     - [ ] write the parser
export const uncheckTask = defineOperation({
  name: "uncheck",
  summary: "Uncheck a task: clear its mark",
  examples: ["roadmap uncheck build simple crud"],
  takesSeveral: true,
  input: z.strictObject({ task: taskField("in-progress", "done", "blocked", "skipped") }),
  plan: (roadmap, { task }) => taskMarkerPlan(roadmap, findTask(roadmap, task), " "),
});

/**
 * The plan that gives a task another mark. A task that already has the status of the mark keeps its own: `[X]` is as
 * done as `[x]`.
 */
export function taskMarkerPlan(roadmap: Roadmap, task: Task, mark: string): Plan {
  const isMarked = task.status === statusOfTaskMarker(mark) && !isOtherSkip(textAt(roadmap.text, task.mark), mark);
  return {
    subject: task,
    changes: isMarked ? [] : [{ task, mark }],
    already: isMarked ? `already ${statusNames[task.status]}` : null,
    notes: isMarked || isGfmMark(mark) ? [] : firstMarkNotes(roadmap, mark),
    next: mark === "/" ? `roadmap check ${nameToType(roadmap, task)}` : "roadmap next",
  };
}

/** The note for the first mark in a file that is not one of GFM. */
function firstMarkNotes({ text, tasks }: Roadmap, mark: string): string[] {
  if (tasks.some((task) => !isGfmMark(textAt(text, task.mark)))) return [];
  return [`GitHub shows [${mark}] as text, not as a checkbox`];
}

function isGfmMark(mark: string): boolean {
  return /^[\sxX]$/.test(mark);
}

const statusNames = {
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

// Operations on topics, applied to a task.

/** The plan that gives a task the mark of a status; any mark that already says it stays. */
export function taskStatusPlan(roadmap: Roadmap, task: Task, status: Status): Plan {
  const mark = task.status === status ? textAt(roadmap.text, task.mark) : markOfStatus(status);
  return taskMarkerPlan(roadmap, task, mark);
}

interface TopicOptions {
  readonly date?: string | undefined;
  readonly proof?: readonly string[] | undefined;
}

/** @throws UserError if options are given that only topics have; the hint is the command without them */
export function refuseTopicOptions(
  roadmap: Roadmap,
  task: Task,
  { operation, date, proof }: TopicOptions & { readonly operation: string },
): void {
  if (date === undefined && proof === undefined) return;
  throw new UserError(
    "TASK_HAS_NO_CELLS",
    `"${task.name}" is a task, and tasks have no ${proof === undefined ? "date" : "proof link"}`,
    { operation, input: { topic: shortName(roadmap, task) } },
  );
}

/** What to type if a task is named where only a topic has cells. */
export function renameHint(task: string): Way[] {
  const rename = { operation: "rename", input: { topic: task, to: { placeholder: "TEXT" } } };
  return ways`a task has no cells; ${rename} changes its text`;
}
