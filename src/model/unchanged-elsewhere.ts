// Unchanged elsewhere: that edits of a text change nothing of the topics and tasks that they do not touch.

import { carryingThrough } from "../text/carry-span.js";
import type { Edit } from "../text/edit.js";
import { type Span, textAt } from "../text/span.js";
import type { Roadmap, Task, Topic } from "./roadmap.js";
import { touches } from "./same-place.js";

/** The name of the first topic or task that would be another, or would be read in another way; null when none would. */
export function changedElsewhere(before: Roadmap, after: Roadmap, edits: readonly Edit[]): string | null {
  const old = edits.map(({ at }) => at);
  const now = old.map(carryingThrough(edits));
  return (
    firstOther(
      before.topics.filter(({ row }) => !isTouched(row, old)).map((topic) => [topic.name, saidOf(before, topic)]),
      after.topics.filter(({ row }) => !isTouched(row, now)).map((topic) => [topic.name, saidOf(after, topic)]),
    ) ??
    firstOther(
      before.tasks.filter((task) => !isTouched(task.mark, old)).map((task) => [task.name, saidOfTask(before, task)]),
      after.tasks.filter((task) => !isTouched(task.mark, now)).map((task) => [task.name, saidOfTask(after, task)]),
    )
  );
}

type Said = readonly [name: string, said: string];

function firstOther(before: readonly Said[], after: readonly Said[]): string | null {
  const index = before.findIndex(([, said], at) => after[at]?.[1] !== said);
  if (index >= 0) return before[index]?.[0] ?? "";
  return after.length > before.length ? (after[before.length]?.[0] ?? "") : null;
}

function isTouched(span: Span, edited: readonly Span[]): boolean {
  return edited.some((one) => touches(span, one));
}

function saidOf({ text }: Roadmap, { row, status, started, finished, phase }: Topic): string {
  return JSON.stringify([textAt(text, row), status, started, finished, phase?.label ?? null]);
}

function saidOfTask({ text }: Roadmap, { name, mark, status, depth, phase }: Task): string {
  return JSON.stringify([name, textAt(text, mark), status, depth, phase?.label ?? null]);
}
