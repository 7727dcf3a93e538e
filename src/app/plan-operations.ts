// Plan operations: combines the edits of a list of operations into one change of the file.

import type { RoadmapReading } from "../markdown/read-roadmap.js";
import type { Day } from "../model/dates.js";
import { UserError, withChanges } from "../model/errors.js";
import { AmbiguousName } from "../model/find.js";
import type { ChangedText, ChangeStep } from "../model/history/journal.js";
import { plainText } from "../model/inline-text.js";
import type { Problem } from "../model/problem.js";
import type { Roadmap, Task, Topic } from "../model/roadmap.js";
import type { Status } from "../model/status.js";
import { ValueUndecided } from "../model/value-undecided.js";
import { ways } from "../model/ways.js";
import { type Change, changeEdits, editedValue, type NewThing, type Plan } from "../operations/operation.js";
import { type CreatedThings, type EditedValue, newTableKey } from "../operations/structural-edit.js";
import { legendNotes } from "../operations/topic-changes.js";
import { verifyChanges } from "../operations/verify-changes.js";
import { partitionPoint } from "../text/arrays.js";
import { composeEdits, type Edit, textAt } from "../text/edit.js";
import { parseEdited } from "./parse-text.js";

/** One operation with its input, which can be planned on any roadmap. */
export interface RequestedOperation {
  /** Its name in lines of JSON: `add-topic`. */
  readonly operation: string;
  readonly plan: (roadmap: Roadmap, today: Day) => Plan;
  /** True if the plan looks up no names and depends on nothing an earlier structural edit of the batch may add. */
  readonly isIndependent?: boolean;
  /** Its position, if there are many: `line 3`. */
  readonly place?: string | undefined;
}

/** The result of one operation: its subject, and each value as the file wrote it before and after. */
export interface OperationResult extends Omit<Plan, "changes" | "structuralEdit" | "subject"> {
  readonly operation: string;
  readonly subject: OperationSubject;
  /** The status of the topic or task before and after; null for anything else, and for what was added or removed. */
  readonly status: { readonly from: Status; readonly to: Status } | null;
  /** What was done, if the values do not show it; otherwise null. */
  readonly summary: string | null;
  readonly changed: readonly ChangedValue[];
}

interface OperationSubject {
  readonly type: "topic" | "task" | "column" | "phase" | "table";
  readonly number: number;
  readonly name: string;
  /** Its offset in code units of the text. */
  readonly at: number;
  /** For added items, the file after the operation; for all others, the file before it. */
  readonly text: string;
}

type ChangedValue = EditedValue;

export interface PlannedOperations {
  readonly results: readonly OperationResult[];
  /** After all of them. */
  readonly roadmap: Roadmap;
  readonly problems: readonly Problem[];
  /** Edits of the text as it was read. */
  readonly edits: readonly Edit[];
  readonly text: string;
  /** One for all of them; empty if they change nothing. */
  readonly steps: readonly ChangeStep[];
  /** The subject of a commit, if the roadmaps before and after do not show what was done. */
  readonly subject?: string;
}

/**
 * Plans every operation on the result of the previous ones, and combines all into one set of edits. Each intermediate text
 * is read again and verified: it must contain what was requested, and nothing else may change.
 * @throws UserError if an operation is refused; then none of them counts
 */
export async function planOperations(
  reading: RoadmapReading,
  requested: readonly RequestedOperation[],
  today: Day,
): Promise<PlannedOperations> {
  const { roadmap } = reading;
  let stage = openStage(reading);
  let edits: readonly Edit[] = [];
  let hasNewNames = false;
  const results: OperationResult[] = [];
  const end = async () => {
    const ended = await endStage(stage);
    for (const result of ended.results) results.push(result);
    edits = composeEdits(edits, ended.edits, stage.roadmap.text);
    stage = openStage(ended.reading);
    hasNewNames = false;
  };
  for (const request of requested) {
    const isAfterTable = stage.touched.has(newTableKey);
    if (isAfterTable || ((stage.isStructural || hasNewNames) && !request.isIndependent)) await end();
    let plan = planRequest(request, stage.roadmap, today);
    if (mustFollow(stage, plan)) {
      await end();
      plan = planRequest(request, stage.roadmap, today);
    }
    addPlan(stage, request.operation, plan);
    hasNewNames ||= plan.changes.some(changesNames);
  }
  await end();
  const changedEdits = edits.filter(({ at, text }) => textAt(roadmap.text, at) !== text);
  return {
    results: withOneNext(results),
    roadmap: stage.roadmap,
    problems: stage.problems,
    edits: changedEdits,
    text: stage.roadmap.text,
    steps: changedEdits.length === 0 ? [] : [changeStep(results, changedEdits)],
    ...subjectOf(results),
  };
}

/** Each next command was planned before the later operations, which may have changed what it refers to. */
function withOneNext(results: readonly OperationResult[]): readonly OperationResult[] {
  if (results.length < 2) return results;
  return results.map((result, index) => {
    const isLast = index === results.length - 1;
    return { ...result, next: isLast && result.next !== null ? "roadmap next" : null };
  });
}

/** A column of unknown kind is identified only by its header, so a renamed one looks like another one. */
function subjectOf([only, another]: readonly OperationResult[]): { subject?: string } {
  if (!only || another || only.already !== null) return {};
  const { subject, changed } = only;
  const [value] = changed;
  if (subject.type === "table") return { subject: `roadmap: add a table below ${subject.name}` };
  if (subject.type !== "column" || !value) return {};
  return { subject: `roadmap: rename column ${plainText(value.from)} to ${subject.name}` };
}

/** Later operations find their topics by names and phases, so they must see the new ones. */
function changesNames(change: Change): boolean {
  return "column" in change && (change.column === "topic" || change.column === "phase");
}

function planRequest({ plan, place }: RequestedOperation, roadmap: Roadmap, today: Day): Plan {
  try {
    return plan(roadmap, today);
  } catch (error) {
    if (place === undefined || !(error instanceof UserError)) throw error;
    if (error instanceof AmbiguousName || error instanceof ValueUndecided) throw error.at(place);
    throw withChanges(error, {
      message: `${place}: ${error.message}`,
      hint: ways`${error.ways}; no operation was applied`,
    });
  }
}

// Stages: operations planned on the same text, applied at once, and verified together.

/** Either changes of cells and marks or structural changes; none of them depends on another. */
interface Stage extends RoadmapReading {
  readonly plans: { readonly operation: string; readonly plan: Plan }[];
  /** Keys that the plans change or add: an operation that looks one up has to come later. */
  readonly touched: Set<string>;
  isStructural: boolean;
}

interface StageEnd {
  readonly reading: RoadmapReading;
  /** Edits of the text on which the stage was planned. */
  readonly edits: readonly Edit[];
  readonly results: readonly OperationResult[];
}

function openStage({ roadmap, problems }: RoadmapReading): Stage {
  return { roadmap, problems, plans: [], touched: new Set(), isStructural: false };
}

/** Whether the operation must be planned again, on the result of the stage. */
function mustFollow({ touched, isStructural }: Stage, plan: Plan): boolean {
  if (plan.structuralEdit && !isStructural && touched.size > 0) return true;
  return keysOf(plan).some((key) => touched.has(key));
}

function addPlan(stage: Stage, operation: string, plan: Plan): void {
  stage.plans.push({ operation, plan });
  if (plan.already !== null) return;
  for (const key of keysOf(plan)) stage.touched.add(key);
  stage.isStructural ||= plan.structuralEdit !== undefined;
}

function keysOf({ subject, structuralEdit, changes }: Plan): readonly string[] {
  if (structuralEdit) return structuralEdit.adds;
  const own = "addition" in subject || "type" in subject ? [] : [subject];
  return [...own, ...changes.map((change) => ("task" in change ? change.task : change.topic))].map(keyOf);
}

function keyOf(subject: Topic | Task): string {
  return `${"row" in subject ? "topic" : "task"} ${subject.number}`;
}

/** @throws what verifying throws */
async function endStage({ roadmap, problems, plans }: Stage): Promise<StageEnd> {
  const structuralEdits = plans.flatMap(({ plan }) => plan.structuralEdit ?? []);
  const changes = plans.flatMap(({ plan }) => plan.changes);
  const edits =
    structuralEdits.length > 0
      ? structuralEdits.flatMap((structuralEdit) => structuralEdit.edits)
      : changeEdits(roadmap, changes);
  const reading = edits.length === 0 ? { roadmap, problems } : await parseEdited(roadmap, edits);
  const after = reading.roadmap;
  let created: CreatedThings = new Map();
  if (structuralEdits.length > 0) {
    const { verifyStructuralEdits } = await import("../operations/verify-structural-edits.js");
    created = verifyStructuralEdits(roadmap, after, structuralEdits);
  } else if (changes.length > 0) verifyChanges(roadmap, after, changes);
  const results = plans.map(({ operation, plan: { changes, structuralEdit, subject, ...rest } }) => ({
    operation,
    ...rest,
    notes: [...rest.notes, ...legendNotes(roadmap, after, { changes, structuralEdit })],
    subject: "addition" in subject ? createdSubject(subject, { after, created }) : subjectIn(roadmap, subject),
    status: structuralEdit ? null : statusChanged(subject, after),
    summary: structuralEdit?.summary ?? null,
    changed: structuralEdit?.values ?? changes.map((change) => changedValue(roadmap, change, subject)),
  }));
  return { reading, edits, results };
}

function subjectIn({ text }: Roadmap, subject: Exclude<Plan["subject"], NewThing>): OperationSubject {
  const { number, name } = subject;
  if ("type" in subject) return { type: subject.type, number, name, at: subject.at, text };
  if ("row" in subject) return { type: "topic", number, name, at: subject.row.start, text };
  return { type: "task", number, name, at: subject.span.start, text };
}

/** Changes of cells and marks keep the numbers of topics and tasks. */
function statusChanged(subject: Plan["subject"], { topics, tasks }: Roadmap): OperationResult["status"] {
  if ("addition" in subject || "type" in subject) return null;
  const now = ("row" in subject ? topics : tasks)[subject.number - 1];
  return now ? { from: subject.status, to: now.status } : null;
}

/** An added subject, at its place in the new text. */
function createdSubject(
  { name, addition }: NewThing,
  { after, created }: { after: Roadmap; created: CreatedThings },
): OperationSubject {
  const found = created.get(addition);
  if (!found) throw new Error(`"${name}" was not added`);
  if ("row" in found) return subjectIn(after, found);
  if ("content" in found && "parent" in found) {
    const task = after.tasks[partitionPoint(after.tasks, ({ span }) => span.start < found.span.start)];
    if (task?.span.start !== found.span.start) throw new Error(`"${name}" is not a task`);
    return subjectIn(after, task);
  }
  if ("header" in found) {
    const number = after.tables.findIndex(({ table }) => table === found) + 1;
    return { type: "table", number, name, at: found.header.start, text: after.text };
  }
  const number = after.blocks.headings.indexOf(found) + 1;
  return { type: "phase", number, name, at: found.span.start, text: after.text };
}

/** With the name of its topic, if that is not the subject. */
function changedValue(roadmap: Roadmap, change: Change, subject: Plan["subject"]): ChangedValue {
  if ("task" in change) return { column: "mark", from: textAt(roadmap.text, change.task.mark), to: change.mark };
  return { ...editedValue(roadmap, change), ...(subject === change.topic ? {} : { topic: change.topic.name }) };
}

// The change that can be undone, with its description.

function changeStep(results: readonly OperationResult[], edits: readonly Edit[]): ChangeStep {
  const step = { kind: "change", summary: summaryOf(results), changed: results.flatMap(changedTexts), edits } as const;
  const outcomes = results.flatMap(({ already, summary }) => (already === null && summary !== null ? [summary] : []));
  return outcomes.length === 0 ? step : { ...step, outcome: outcomes.slice(0, maxSummaryParts).join(", ") };
}

const maxSummaryParts = 3;

/** `finish HTTP Fundamentals`, or of many `finish HTTP, start SQL and 4 more`; without those that changed nothing. */
function summaryOf(results: readonly OperationResult[]): string {
  const made = results.filter(({ already }) => already === null);
  const shown = made.length > maxSummaryParts ? made.slice(0, maxSummaryParts - 1) : made;
  const words = shown
    .map(({ operation, subject }) => `${operation.replaceAll("-", " ")} ${subject.name || `#${subject.number}`}`)
    .join(", ");
  return shown.length < made.length ? `${words} and ${made.length - shown.length} more` : words;
}

function changedTexts({ subject, changed }: OperationResult): ChangedText[] {
  const own = subject.name || `#${subject.number}`;
  return changed.map(({ topic = own, column, from, to }) => ({ name: topic, column, from, to }));
}
