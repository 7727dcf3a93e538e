// Verifies that edits change nothing about topics and tasks that they do not touch.

import { carryingThrough, type Edit, type Span, textAt } from "../text/edit.js";
import { fold } from "../text/normalize.js";
import { dayKinds } from "./columns.js";
import { phaseRenames } from "./elsewhere.js";
import type { Roadmap, Task, Topic } from "./roadmap.js";
import { touches } from "./same-place.js";

/** The name of the first topic or task that would be lost or read differently; null if there is none. */
export function changedElsewhere(before: Roadmap, after: Roadmap, edits: readonly Edit[]): string | null {
  const carry = carryingThrough(edits);
  const former = new Map(phaseRenames(before.phases, after.phases).map(({ from, to }) => [to, from]));
  const pairs = edits.map(({ at }) => ({ old: at, now: carry(at) }));
  const old = pairs.map((pair) => ({ span: pair.old, isOpen: isInsertion(pair) }));
  const now = pairs.map((pair) => ({ span: pair.now, isOpen: isInsertion(pair) }));
  return (
    firstOther(
      before.topics.filter(({ row }) => !isTouched(row, old)).map((topic) => [topic.name, saidOf(before, topic)]),
      after.topics.filter(({ row }) => !isTouched(row, now)).map((topic) => [topic.name, saidOf(after, topic)]),
    ) ??
    firstOther(
      before.tasks.filter((task) => !isTouched(task.mark, old)).map((task) => [task.name, saidOfTask(before, task)]),
      after.tasks
        .filter((task) => !isTouched(task.mark, now))
        .map((task) => [task.name, saidOfTask(after, task, former)]),
    )
  );
}

type Said = readonly [name: string, said: string];

function firstOther(before: readonly Said[], after: readonly Said[]): string | null {
  const index = before.findIndex(([, said], at) => after[at]?.[1] !== said);
  if (index >= 0) return before[index]?.[0] ?? "";
  return after.length > before.length ? (after[before.length]?.[0] ?? "") : null;
}

interface Edited {
  readonly span: Span;
  /** Whether a side of the edit is empty: then text next to it also counts as touched, in both versions. */
  readonly isOpen: boolean;
}

function isInsertion({ old, now }: { readonly old: Span; readonly now: Span }): boolean {
  return old.start === old.end || now.start === now.end;
}

function isTouched(one: Span, edited: readonly Edited[]): boolean {
  return edited.some(({ span, isOpen }) =>
    isOpen ? one.start <= span.end && span.start <= one.end : touches(one, span),
  );
}

function saidOf({ text }: Roadmap, topic: Topic): string {
  const { row, status, phase } = topic;
  const days = dayKinds.map((kind) => topic[kind]);
  return JSON.stringify([textAt(text, row), status, ...days, fold(phase?.label ?? "")]);
}

/** @param former the previous names of phases whose headings the edits rename */
function saidOfTask(
  { text }: Roadmap,
  { name, mark, status, depth, phase }: Task,
  former: ReadonlyMap<string, string> = new Map(),
): string {
  const label = phase?.label ?? null;
  return JSON.stringify([name, textAt(text, mark), status, depth, former.get(label ?? "") ?? label]);
}
