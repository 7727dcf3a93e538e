// Verification of changes: a new text must mean what was requested, and everything else must mean what it did.

import { cellTextAt } from "../model/blocks.js";
import { columnsRefusal } from "../model/columns-refusal.js";
import { dependenciesOf } from "../model/dependencies.js";
import { plainText } from "../model/inline-text.js";
import { checkMeaning, isSameMeaning, type Meaning, meaningOf } from "../model/meaning.js";
import { phaseAbove } from "../model/outline.js";
import { phaseLabelOf } from "../model/phase.js";
import { columnIndex, isSamePhase, type Phase, type Roadmap, type Task, type Topic } from "../model/roadmap.js";
import { isShiftedRow, shiftedRowError } from "../model/shifted-row.js";
import { statusOfTaskMarker } from "../model/status.js";

import { groupBy } from "../text/arrays.js";
import { textAt } from "../text/edit.js";
import type { CellChange, Change } from "./operation.js";
import { otherDependencies, verifyKeptDependencies } from "./verify-dependencies.js";
import { verifyTopicRows } from "./verify-topic-rows.js";

/**
 * Compares the roadmap read from the new text with the old one: first the texts, then their meaning.
 * @throws UserError if the file's own rules (a legend, the front matter, the order of dates) would read something
 * differently from what was requested
 * @throws Error if a text differs: that is a bug in roadmap
 */
export function verifyChanges(before: Roadmap, after: Roadmap, changes: readonly Change[]): void {
  const tables = new Map(before.blocks.tables.map((table, index) => [table, after.blocks.tables[index]]));
  const refusal = columnsRefusal({ before, after, tableAfter: (table) => tables.get(table), cause: "the change" });
  if (refusal) throw refusal;
  if (before.topics.length !== after.topics.length && rowCount(before) === rowCount(after))
    verifyTopicRows(topicsAfter(before, changes), after);
  if (outlineOf(before) !== outlineOf(after)) throw new Error("the outline of the file changed");
  const requested = groupBy(changes, (change): Topic | Task => ("task" in change ? change.task : change.topic));
  before.topics.forEach((topic, index) => {
    const now = after.topics[index];
    if (!now) throw new Error(`topic ${topic.number} was lost`);
    const own = requested.get(topic)?.filter((change) => "column" in change) ?? [];
    if (own.length > 0) {
      if (isShiftedRow(before, topic)) throw shiftedRowError(before, topic);
      verifyCells(before, topic, { after, now, changes: own });
    } else if (textAt(before.text, topic.row) !== textAt(after.text, now.row))
      throw new Error(`topic ${topic.number} changed`);
    verifyMeaning(before, topic, { after, now, changes: own });
    for (const { names } of own) if (names) verifyDependencies(names, { after, now });
  });
  verifyKeptDependencies(before, after, ({ number }) => after.topics[number - 1]);
  before.tasks.forEach((task, index) => {
    const now = after.tasks[index];
    if (!now) throw new Error(`task ${task.number} was lost`);
    verifyTask(before, task, { after, now, changes: requested.get(task) ?? [] });
  });
}

function rowCount({ blocks }: Roadmap): number {
  return blocks.tables.reduce((sum, { rows }) => sum + rows.length, 0);
}

function topicsAfter({ topics }: Roadmap, changes: readonly Change[]) {
  const names = new Map(
    changes.flatMap((change) => ("column" in change && change.column === "topic" ? [[change.topic, change.text]] : [])),
  );
  return topics.map((topic) => ({ topic, name: names.has(topic) ? plainText(names.get(topic) ?? "") : topic.name }));
}

/**
 * The number of topics and tasks, by table, track and phase, which no change of a cell or mark alters. Phases and
 * tracks that come only from topics are excluded, because a Phase cell may change.
 */
function outlineOf({ title, topics, tasks, tables, tracks, phases }: Roadmap): string {
  const hasTasks = (phase: Phase) => phase.tasks.length > 0;
  return JSON.stringify([
    [title, topics.length, tasks.length, tables.map(({ columns }) => [...columns])],
    tracks.filter((track) => track.phases.some(hasTasks)).map((track) => [track.title, track.goal]),
    phases.filter(hasTasks).map(({ label }) => label),
  ]);
}

interface ChangedTopic {
  readonly after: Roadmap;
  readonly now: Topic;
  readonly changes: readonly CellChange[];
}

function verifyCells(before: Roadmap, topic: Topic, { after, now, changes }: ChangedTopic): void {
  const requested = new Map(changes.map(({ column, text }) => [columnIndex(topic.table, column), text]));
  const cellCount = Math.max(topic.row.cellCount, now.row.cellCount);
  for (let index = 0; index < cellCount; index++) {
    const expected = requested.get(index) ?? cellTextAt(before.text, topic.row, index);
    const actual = cellTextAt(after.text, now.row, index);
    if (actual !== expected)
      throw new Error(`cell ${index + 1} of topic ${topic.number} says "${actual}" instead of "${expected}"`);
  }
}

function verifyMeaning(before: Roadmap, topic: Topic, { after, now, changes }: ChangedTopic): void {
  if (changes.length === 0 && isSameMeaning(topic, now)) return;
  const expected = changes.length === 0 ? meaningOf(topic) : requestedMeaning(before, topic, { now, changes });
  checkMeaning(expected, { roadmap: before, topic }, { roadmap: after, topic: now });
}

/** @throws UserError if the names in a depends-on cell, with the new name next to the others, mean other topics */
function verifyDependencies(expected: readonly Topic[], { after, now }: Pick<ChangedTopic, "after" | "now">): void {
  const numbers = (topics: readonly Topic[]) => topics.map(({ number }) => number).join();
  if (numbers(dependenciesOf(after, now).flatMap(({ topics }) => topics)) === numbers(expected)) return;
  throw otherDependencies(now);
}

/**
 * The requested meaning, with the previous one for all other fields; a status without a written cell follows the dates.
 */
function requestedMeaning(
  roadmap: Roadmap,
  topic: Topic,
  { now, changes }: Pick<ChangedTopic, "now" | "changes">,
): Partial<Meaning> {
  const { phase, status, ...kept } = meaningOf(topic);
  const isCleared = changes.some(({ column, means }) => column === "status" && means === undefined);
  const isByDates = (isCleared || !topic.isStatusWritten) && !now.isStatusWritten;
  const isMoved = changes.some(({ column }) => column === "phase");
  const expected = { ...kept, ...(isByDates ? {} : { status }), ...(isMoved ? {} : { phase }) };
  for (const { column, text, means } of changes) {
    Object.assign(expected, means);
    const cellContent = plainText(text);
    if (column === "topic") expected.name = cellContent;
    if (column === "phase" && means?.phase === undefined) {
      const ofHeadings = phaseAbove(roadmap, topic.row.start)?.label ?? null;
      expected.phase = cellContent === "" ? ofHeadings : phaseLabelOf(cellContent, roadmap.settings);
    }
  }
  return expected;
}

function verifyTask(
  before: Roadmap,
  task: Task,
  { after, now, changes }: { after: Roadmap; now: Task; changes: readonly Change[] },
): void {
  const requested = changes.at(-1);
  const mark = requested && "mark" in requested ? requested.mark : null;
  const expected = mark ?? textAt(before.text, task.mark);
  const actual = textAt(after.text, now.mark);
  if (actual !== expected) throw new Error(`the mark of task ${task.number} is "${actual}" instead of "${expected}"`);
  const status = mark === null ? task.status : statusOfTaskMarker(mark);
  const isSame =
    task.name === now.name && task.depth === now.depth && status === now.status && isSamePhase(task.phase, now.phase);
  if (!isSame) throw new Error(`task ${task.number} changed`);
}
