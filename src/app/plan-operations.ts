// Plan operations: works out what a list of operations changes, one after the other, as one change of the file.

import type { RoadmapReading } from "../markdown/read-roadmap.js";
import type { Day } from "../model/dates.js";
import { reworded, UserError } from "../model/errors.js";
import { AmbiguousName } from "../model/find.js";
import type { ChangeStep } from "../model/journal.js";
import { type ColumnKind, cellText, type Roadmap, type Task, type Topic } from "../model/roadmap.js";
import { changeEdits } from "../operations/change-edits.js";
import type { Change, Plan } from "../operations/operation.js";
import { verifyChanges } from "../operations/verify-changes.js";
import { applyEdits, type Edit } from "../text/edit.js";
import { textAt } from "../text/span.js";
import { changeStep } from "./change-step.js";
import { parseText } from "./parse-text.js";

/** One operation with its input, ready to be planned on any roadmap. */
export interface Step {
  readonly operation: string;
  readonly plan: (roadmap: Roadmap, today: Day) => Plan;
  /** Where it was asked for, when there are many: `line 3`. */
  readonly place?: string | undefined;
}

/** What one operation did: to what, and each value as the file wrote it before and writes it now. */
export interface StepResult extends Omit<Plan, "changes"> {
  readonly operation: string;
  readonly changed: readonly ChangedValue[];
}

export interface ChangedValue {
  readonly column: ColumnKind | "mark";
  readonly from: string;
  readonly to: string;
}

export interface PlannedOperations {
  readonly results: readonly StepResult[];
  /** Edits of the text as it was read. */
  readonly edits: readonly Edit[];
  readonly text: string;
  /** One for all of them, none when they change nothing. */
  readonly steps: readonly ChangeStep[];
}

/**
 * Plans every step on what the ones before it left, and makes one set of edits of them all. The new text is read
 * again and compared: it says what was asked for, and nothing else says anything new.
 * @throws UserError when a step is refused; then none of them counts
 */
export async function planOperations(
  reading: RoadmapReading,
  steps: readonly Step[],
  today: Day,
): Promise<PlannedOperations> {
  const { roadmap } = reading;
  const merged = new Map<string, Change>();
  const touched = new Set<string>();
  let current = roadmap;
  const results: StepResult[] = [];
  for (const step of steps) {
    let plan = planStep(step, current, today);
    if (touched.has(keyOf(plan.subject))) {
      // The step speaks of a row that an earlier one changed: it has to see that change.
      current = await readChanged(roadmap, merged);
      touched.clear();
      plan = planStep(step, current, today);
    }
    results.push(resultOf(step, plan, current));
    for (const change of plan.changes) merged.set(...inOriginal(roadmap, change));
    if (plan.changes.length > 0) touched.add(keyOf(plan.subject));
    if (plan.changes.some(changesNames)) {
      current = await readChanged(roadmap, merged);
      touched.clear();
    }
  }
  const changes = [...merged.values()];
  const edits = changeEdits(roadmap, changes);
  const text = applyEdits(roadmap.text, edits);
  if (edits.length > 0) verifyChanges(roadmap, (await parseText(text)).roadmap, changes);
  return { results, edits, text, steps: edits.length === 0 ? [] : [changeStep(results, edits)] };
}

/** Names and phases are what later steps find their topics by: they have to see the new ones. */
function changesNames(change: Change): boolean {
  return "column" in change && (change.column === "topic" || change.column === "phase");
}

function planStep({ plan, place }: Step, roadmap: Roadmap, today: Day): Plan {
  try {
    return plan(roadmap, today);
  } catch (error) {
    if (place === undefined || !(error instanceof UserError)) throw error;
    if (error instanceof AmbiguousName) throw error.at(place);
    throw reworded(error, {
      message: `${place}: ${error.message}`,
      hint: `${error.hint}; none of the operations was made`,
    });
  }
}

async function readChanged(roadmap: Roadmap, merged: ReadonlyMap<string, Change>): Promise<Roadmap> {
  const text = applyEdits(roadmap.text, changeEdits(roadmap, [...merged.values()]));
  return (await parseText(text)).roadmap;
}

function keyOf(subject: Topic | Task): string {
  return `${"row" in subject ? "topic" : "task"} ${subject.number}`;
}

/** The same change, said of the roadmap as it was read: no operation alters which topic or task has which number. */
function inOriginal({ topics, tasks }: Roadmap, change: Change): [string, Change] {
  if ("task" in change) {
    const task = tasks[change.task.number - 1];
    if (!task) throw new RangeError(`there is no task ${change.task.number}`);
    return [keyOf(task), { ...change, task }];
  }
  const topic = topics[change.topic.number - 1];
  if (!topic) throw new RangeError(`there is no topic ${change.topic.number}`);
  return [`${keyOf(topic)} ${change.column}`, { ...change, topic }];
}

function resultOf({ operation }: Step, { changes, ...plan }: Plan, roadmap: Roadmap): StepResult {
  const changed = changes.map((change): ChangedValue => {
    if ("task" in change) return { column: "mark", from: textAt(roadmap.text, change.task.mark), to: change.mark };
    return { column: change.column, from: cellText(roadmap, change.topic, change.column), to: change.text };
  });
  return { operation, ...plan, changed };
}
