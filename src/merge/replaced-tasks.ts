// Replaced tasks: keeps subtasks out of a task that may have replaced their parent.

import type { Document, TaskLine } from "./document.js";
import type { Found } from "./identify-elements.js";
import type { Matches, Partners } from "./match-versions.js";
import { isTaskChanged } from "./merge-task.js";
import type { Side, Version, Versions } from "./pieces.js";

interface Tasks {
  readonly documents: Versions<Document>;
  readonly tasks: Versions<Found<TaskLine>>;
}

/**
 * If a side may have replaced a task that the other side changed, the two are the same task only if everything below it
 * is unchanged. Otherwise all of it is different: a change below a deleted task is a conflict of the whole.
 */
export function withoutReplaced(matches: Matches, tasks: Tasks): Matches {
  const partners = { ours: new Map(matches.toOurs), theirs: new Map(matches.toTheirs) };
  for (const side of ["ours", "theirs"] as const) {
    for (const index of matches.doubtful[side]) {
      if (!isReplaced(tasks, { index, partners, side })) continue;
      for (let below = index; below < index + countBelow(tasks, index); below++) partners[side].delete(below);
    }
  }
  return { ...matches, toOurs: partners.ours, toTheirs: partners.theirs };
}

interface Doubt {
  readonly index: number;
  readonly side: Side;
  readonly partners: Readonly<Record<Side, Partners>>;
}

function isReplaced(tasks: Tasks, { index, side, partners }: Doubt): boolean {
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
