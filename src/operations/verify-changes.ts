// Verify changes: that a new text says what was asked for, and that nothing else says anything new.

import { exitCodes, UserError } from "../model/errors.js";
import {
  cellText,
  columnKinds,
  isSamePhase,
  type Phase,
  type Roadmap,
  type Task,
  type Topic,
} from "../model/roadmap.js";
import { cellAt, cellsOf } from "../model/table.js";
import { groupBy } from "../text/group-by.js";
import { textAt } from "../text/span.js";
import type { Change } from "./operation.js";

/**
 * Compares the roadmap read from the new text with the old one.
 * @throws UserError when a change would alter how other topics are read (a legend, the order of dates)
 * @throws Error when something else differs: that is a fault of this program
 */
export function verifyChanges(before: Roadmap, after: Roadmap, changes: readonly Change[]): void {
  if (outlineOf(before) !== outlineOf(after)) throw new Error("the outline of the file changed");
  const asked = groupBy(changes, (change): Topic | Task => ("task" in change ? change.task : change.topic));
  before.topics.forEach((topic, index) => {
    const now = after.topics[index];
    if (!now) throw new Error(`topic ${topic.number} was lost`);
    const own = asked.get(topic);
    if (own) sameCells(before, topic, { after, now, changes: own });
    else sameTopic(before, topic, { after, now });
  });
  before.tasks.forEach((task, index) => {
    const now = after.tasks[index];
    if (!now) throw new Error(`task ${task.number} was lost`);
    sameTask(before, task, { after, now, changes: asked.get(task) ?? [] });
  });
}

/**
 * How many topics and tasks there are, in which tables, tracks and phases: no change of a cell or a mark alters it.
 * Phases and tracks that only topics make are left out: a Phase cell may name another one.
 */
function outlineOf({ title, topics, tasks, tables, tracks, phases }: Roadmap): string {
  const hasTasks = (phase: Phase) => phase.tasks.length > 0;
  return JSON.stringify([
    [title, topics.length, tasks.length, tables.map(({ columns }) => [...columns])],
    tracks.filter((track) => track.phases.some(hasTasks)).map((track) => [track.title, track.goal]),
    phases.filter(hasTasks).map(({ label }) => label),
  ]);
}

/** A row that nobody changed has the same text and the same meaning. */
function sameTopic(before: Roadmap, topic: Topic, { after, now }: { after: Roadmap; now: Topic }): void {
  if (textAt(before.text, topic.row) !== textAt(after.text, now.row)) throw new Error(`topic ${topic.number} changed`);
  const isSame =
    topic.status === now.status &&
    topic.started === now.started &&
    topic.finished === now.finished &&
    isSamePhase(topic.phase, now.phase);
  if (isSame) return;
  throw new UserError({
    code: "MEANING_WOULD_CHANGE",
    message: `the change would affect how "${topic.name}" is read: the old text defines what words or dates in this file mean`,
    hint: "define it in the front matter first, under `roadmap: status:` or `roadmap: dates:`",
    exitCode: exitCodes.fileProblem,
  });
}

interface ChangedTopic {
  readonly after: Roadmap;
  readonly now: Topic;
  readonly changes: readonly Change[];
}

function sameCells(before: Roadmap, topic: Topic, { after, now, changes }: ChangedTopic): void {
  for (const column of columnKinds) {
    const asked = changes.findLast((change) => "topic" in change && change.column === column);
    const expected = asked && "text" in asked ? asked.text : cellText(before, topic, column);
    const found = cellText(after, now, column);
    if (found !== expected)
      throw new Error(`the ${column} of topic ${topic.number} says "${found}" instead of "${expected}"`);
  }
  const kinds = new Set(topic.table.columns.values());
  cellsOf(topic.row).forEach((cell, index) => {
    const other = cellAt(now.row, index);
    if (kinds.has(index)) return;
    if (!other || textAt(before.text, cell) !== textAt(after.text, other))
      throw new Error(`cell ${index + 1} of topic ${topic.number} changed`);
  });
}

function sameTask(
  before: Roadmap,
  task: Task,
  { after, now, changes }: { after: Roadmap; now: Task; changes: readonly Change[] },
): void {
  const asked = changes.at(-1);
  const expected = asked && "mark" in asked ? asked.mark : textAt(before.text, task.mark);
  const found = textAt(after.text, now.mark);
  if (found !== expected) throw new Error(`the mark of task ${task.number} is "${found}" instead of "${expected}"`);
  if (task.name !== now.name || task.depth !== now.depth) throw new Error(`task ${task.number} changed`);
}
