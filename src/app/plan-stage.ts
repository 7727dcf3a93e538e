// Plan stage: operations planned on the same text, applied at once, and verified together.

import { cellText, type Roadmap, type Task, type Topic } from "../model/roadmap.js";
import { type Change, changeEdits, type Newcomer, type Plan } from "../operations/operation.js";
import type { Arrivals } from "../operations/structural-edit.js";
import { legendNotes } from "../operations/topic-changes.js";
import { verifyChanges } from "../operations/verify-changes.js";
import { applyEdits, type Edit, textAt } from "../text/edit.js";
import { parseText } from "./parse-text.js";
import type { ChangedValue, StepResult, StepSubject } from "./plan-operations.js";

/** Either changes of cells and marks or structural changes; none of them depends on another. */
interface Stage {
  readonly roadmap: Roadmap;
  readonly plans: { readonly operation: string; readonly plan: Plan }[];
  /** Keys that the plans change or add: an operation that looks one up has to come later. */
  readonly touched: Set<string>;
  isReshaping: boolean;
}

interface StageEnd {
  readonly roadmap: Roadmap;
  /** Edits of the text on which the stage was planned. */
  readonly edits: readonly Edit[];
  readonly results: readonly StepResult[];
}

export function openStage(roadmap: Roadmap): Stage {
  return { roadmap, plans: [], touched: new Set(), isReshaping: false };
}

/** Whether the operation must be planned again, on the result of the stage. */
export function mustFollow({ touched, isReshaping }: Stage, plan: Plan): boolean {
  if (plan.reshaping && !isReshaping && touched.size > 0) return true;
  return keysOf(plan).some((key) => touched.has(key));
}

export function addPlan(stage: Stage, operation: string, plan: Plan): void {
  stage.plans.push({ operation, plan });
  if (plan.already !== null) return;
  for (const key of keysOf(plan)) stage.touched.add(key);
  stage.isReshaping ||= plan.reshaping !== undefined;
}

function keysOf({ subject, reshaping, changes }: Plan): readonly string[] {
  if (reshaping) return reshaping.adds;
  const own = "coming" in subject || "type" in subject ? [] : [subject];
  return [...own, ...changes.map((change) => ("task" in change ? change.task : change.topic))].map(keyOf);
}

function keyOf(subject: Topic | Task): string {
  return `${"row" in subject ? "topic" : "task"} ${subject.number}`;
}

/** @throws what verifying throws */
export async function endStage({ roadmap, plans }: Stage): Promise<StageEnd> {
  const reshapings = plans.flatMap(({ plan }) => plan.reshaping ?? []);
  const changes = plans.flatMap(({ plan }) => plan.changes);
  const edits = reshapings.length > 0 ? reshapings.flatMap((one) => one.edits) : changeEdits(roadmap, changes);
  const after =
    edits.length === 0 ? roadmap : (await parseText(applyEdits(roadmap.text, edits), roadmap.today)).roadmap;
  let arrivals: Arrivals = new Map();
  if (reshapings.length > 0) {
    const { verifyReshapings } = await import("../operations/verify-structural.js");
    arrivals = verifyReshapings(roadmap, after, reshapings);
  } else if (changes.length > 0) verifyChanges(roadmap, after, changes);
  const results = plans.map(({ operation, plan: { changes, reshaping, subject, ...told } }) => ({
    operation,
    ...told,
    notes: [...told.notes, ...legendNotes(roadmap, after, { changes, reshaping })],
    subject: "coming" in subject ? arrivedSubject(subject, { after, arrivals }) : subjectIn(roadmap, subject),
    deed: reshaping?.deed ?? null,
    changed: reshaping?.values ?? changes.map((change) => changedValue(roadmap, change)),
  }));
  return { roadmap: after, edits, results };
}

function subjectIn({ text }: Roadmap, subject: Exclude<Plan["subject"], Newcomer>): StepSubject {
  const { number, name } = subject;
  if ("type" in subject) return { type: subject.type, number, name, at: subject.at, text };
  if ("row" in subject) return { type: "topic", number, name, at: subject.row.start, text };
  return { type: "task", number, name, at: subject.span.start, text };
}

/** An added subject, at its place in the new text. */
function arrivedSubject(
  { name, coming }: Newcomer,
  { after, arrivals }: { after: Roadmap; arrivals: Arrivals },
): StepSubject {
  const found = arrivals.get(coming);
  if (!found) throw new Error(`"${name}" has not come`);
  if ("row" in found) return subjectIn(after, found);
  if ("content" in found && "parent" in found) {
    const task = after.tasks.find(({ span }) => span.start === found.span.start);
    if (!task) throw new Error(`"${name}" is not a task`);
    return subjectIn(after, task);
  }
  const number = after.blocks.headings.indexOf(found) + 1;
  return { type: "phase", number, name, at: found.span.start, text: after.text };
}

function changedValue(roadmap: Roadmap, change: Change): ChangedValue {
  if ("task" in change) return { column: "mark", from: textAt(roadmap.text, change.task.mark), to: change.mark };
  return { column: change.column, from: cellText(roadmap, change.topic, change.column), to: change.text };
}
