// Merge of a task: its mark separately from its words; and whether a side may have replaced it by another task.

import { plainText } from "../model/inline-text.js";
import { type Document, lineWithEnding, type TaskLine } from "./document.js";
import {
  type ConflictDetail,
  type MergeHunk,
  mergedValue,
  type Side,
  sides,
  type Version,
  type Versions,
} from "./hunks.js";
import type { Matches, Partners } from "./identify.js";
import type { IdentifiedThings } from "./identify-elements.js";

/** `replaced`: a side may have put another task in its place, which does not receive the other side's values. */
type Identity = "same" | "replaced";

/** The line of a task that at least one side has; checked by one side and reworded by the other, it is both. */
export function mergeTask({ base, ours, theirs }: Versions<TaskLine | null>, identity: Identity): MergeHunk {
  if (ours && theirs && identity === "same") return mergeBoth({ base, ours, theirs });
  const task = ours ?? theirs;
  if (!task || !base) return lineWithEnding(task?.line);
  const detail: ConflictDetail = {
    type: "task",
    name: nameOf(task),
    field: null,
    base: base.line.text,
    ours: ours?.line.text ?? null,
    theirs: theirs?.line.text ?? null,
  };
  return {
    base: lineWithEnding(base.line),
    ours: lineWithEnding(ours?.line),
    theirs: lineWithEnding(theirs?.line),
    details: [detail],
  };
}

/** Whether the mark or the words changed; the indent follows from its position. */
export function isTaskChanged(before: TaskLine, after: TaskLine): boolean {
  return before.after !== after.after || comparedMark(before) !== comparedMark(after);
}

/** `X` checks off a task just as `x` does. */
function comparedMark({ mark }: TaskLine): string {
  return mark.toLowerCase();
}

interface Both {
  readonly base: TaskLine | null;
  readonly ours: TaskLine;
  readonly theirs: TaskLine;
}

function mergeBoth({ base, ours, theirs }: Both): MergeHunk {
  const mark = mergedTaskMarker({ base, ours, theirs });
  const after = mergedValue({ base: base?.after ?? null, ours: ours.after, theirs: theirs.after });
  const before = mergedValue({ base: base?.before ?? theirs.before, ours: ours.before, theirs: theirs.before });
  const ending = mergedValue({ base: base?.line.ending ?? null, ours: ours.line.ending, theirs: theirs.line.ending });
  const lineFor = (own: TaskLine) =>
    `${before ?? ours.before}${mark ?? own.mark}${after ?? own.after}${ending ?? ours.line.ending}`;
  if (mark !== null && after !== null) return lineFor(ours);
  const detail = (field: string, valueIn: (task: TaskLine) => string): ConflictDetail => ({
    type: "task",
    name: nameOf(ours),
    field,
    base: base && valueIn(base),
    ours: valueIn(ours),
    theirs: valueIn(theirs),
  });
  const details = [
    ...(mark === null ? [detail("mark", (task) => task.mark)] : []),
    ...(after === null ? [detail("text", (task) => wordsOf(task))] : []),
  ];
  return { base: base ? lineFor(base) : "", ours: lineFor(ours), theirs: lineFor(theirs), details };
}

/** An added task without a mark is open. */
function mergedTaskMarker({ base, ours, theirs }: Both): string | null {
  const mark = mergedValue({ base: base?.mark ?? " ", ours: ours.mark, theirs: theirs.mark });
  if (mark !== null) return mark;
  const compared = mergedValue({
    base: base ? comparedMark(base) : " ",
    ours: comparedMark(ours),
    theirs: comparedMark(theirs),
  });
  return compared === null ? null : compared === comparedMark(ours) ? ours.mark : theirs.mark;
}

function wordsOf({ after }: TaskLine): string {
  return after.replace(/^\]\s*/, "").trimEnd();
}

function nameOf(task: TaskLine): string {
  return plainText(wordsOf(task));
}

// Subtasks stay out of a task that may have replaced their parent.

interface Tasks {
  readonly documents: Versions<Document>;
  readonly tasks: Versions<IdentifiedThings<TaskLine>>;
}

/**
 * If a side may have replaced a task that the other side changed, the two are the same task only if everything below it
 * is unchanged. Otherwise all of it is different, and what that side changed in it is doubtful: a change below a deleted
 * task is a conflict of the whole.
 */
export function withoutReplaced(matches: Matches, tasks: Tasks): Matches {
  const partners = { ours: new Map(matches.toOurs), theirs: new Map(matches.toTheirs) };
  const doubtful = { ours: new Set(matches.doubtful.ours), theirs: new Set(matches.doubtful.theirs) };
  const { base } = tasks.tasks;
  for (const side of sides) {
    for (const index of matches.doubtful[side]) {
      if (!isReplaced(tasks, { index, partners, side })) continue;
      for (let below = index; below < index + countBelow(tasks, index); below++) {
        const [before, after] = [base.things[below], tasks.tasks[side].things[partners[side].get(below) ?? -1]];
        if (before && after && isTaskChanged(before, after)) doubtful[side].add(below);
        partners[side].delete(below);
      }
    }
  }
  return { ...matches, toOurs: partners.ours, toTheirs: partners.theirs, doubtful };
}

interface Replacement {
  readonly index: number;
  readonly side: Side;
  readonly partners: Readonly<Record<Side, Partners>>;
}

function isReplaced(tasks: Tasks, { index, side, partners }: Replacement): boolean {
  const other = side === "ours" ? "theirs" : "ours";
  const [own, others] = [partners[side].get(index), partners[other].get(index)];
  const [before, after] = [tasks.tasks.base.things[index], tasks.tasks[other].things[others ?? -1]];
  if (own === undefined || others === undefined || !before || !after) return false;
  const below = textBelow(tasks, "base", index);
  const isOtherChanged = textBelow(tasks, other, others) !== below;
  return isOtherChanged || (isTaskChanged(before, after) && textBelow(tasks, side, own) !== below);
}

/** The task and its subtasks. */
function countBelow({ tasks }: Tasks, index: number): number {
  const { things } = tasks.base;
  const depth = things[index]?.depth ?? 0;
  let count = 1;
  while ((things[index + count]?.depth ?? -1) > depth) count++;
  return count;
}

/** The lines below a task that are indented more than the task; blank ones do not count. */
function textBelow({ documents, tasks }: Tasks, version: Version, index: number): string {
  const place = tasks[version].places[index] ?? -1;
  const indent = indentOf(tasks[version].things[index]?.line.text ?? "");
  const lines: string[] = [];
  for (const element of documents[version].elements.slice(place + 1)) {
    const text = element.kind === "table" ? "" : element.line.text;
    if (element.kind === "table" || (text.trim() !== "" && indentOf(text) <= indent)) break;
    if (text.trim() !== "") lines.push(text.trim());
  }
  return lines.join("\n");
}

function indentOf(text: string): number {
  return /^[\s>]*/.exec(text)?.[0].length ?? 0;
}
