// Plan operations: combines the edits of a list of operations into one change of the file.

import type { RoadmapReading } from "../markdown/read-roadmap.js";
import type { Day } from "../model/dates.js";
import { reworded, UserError } from "../model/errors.js";
import { AmbiguousName } from "../model/find.js";
import type { ChangeStep } from "../model/history/journal.js";
import { plainText } from "../model/inline-text.js";
import type { Roadmap } from "../model/roadmap.js";
import { ValueUndecided } from "../model/value-undecided.js";
import type { Change, Plan } from "../operations/operation.js";
import type { ReshapedValue } from "../operations/structural-edit.js";
import { composeEdits, type Edit, textAt } from "../text/edit.js";
import { changeStep } from "./change-step.js";
import { addPlan, endStage, mustFollow, openStage } from "./plan-stage.js";

/** One operation with its input, which can be planned on any roadmap. */
export interface Step {
  /** Its name in lines of JSON: `add-topic`. */
  readonly operation: string;
  readonly plan: (roadmap: Roadmap, today: Day) => Plan;
  /** True if the plan looks up no names and depends on nothing an earlier structural edit of the batch may add. */
  readonly isIndependent?: boolean;
  /** Its position, if there are many: `line 3`. */
  readonly place?: string | undefined;
}

/** The result of one operation: its subject, and each value as the file wrote it before and after. */
export interface StepResult extends Omit<Plan, "changes" | "reshaping" | "subject"> {
  readonly operation: string;
  readonly subject: StepSubject;
  /** What was done, if the values do not show it; otherwise null. */
  readonly deed: string | null;
  readonly changed: readonly ChangedValue[];
}

export interface StepSubject {
  readonly type: "topic" | "task" | "column" | "phase";
  readonly number: number;
  readonly name: string;
  /** Its offset in code units of the text. */
  readonly at: number;
  /** For added items, the file after the operation; for all others, the file before it. */
  readonly text: string;
}

export type ChangedValue = ReshapedValue;

export interface PlannedOperations {
  readonly results: readonly StepResult[];
  /** Edits of the text as it was read. */
  readonly edits: readonly Edit[];
  readonly text: string;
  /** One for all of them; empty if they change nothing. */
  readonly steps: readonly ChangeStep[];
  /** The subject of a commit, if the roadmaps before and after do not show what was done. */
  readonly subject?: string;
}

/**
 * Plans every step on the result of the previous ones, and combines all into one set of edits. Each intermediate text
 * is read again and verified: it must contain what was requested, and nothing else may change.
 * @throws UserError if a step is refused; then none of them counts
 */
export async function planOperations(
  { roadmap }: RoadmapReading,
  steps: readonly Step[],
  today: Day,
): Promise<PlannedOperations> {
  let stage = openStage(roadmap);
  let edits: readonly Edit[] = [];
  let hasNewNames = false;
  const results: StepResult[] = [];
  const end = async () => {
    const ended = await endStage(stage);
    for (const result of ended.results) results.push(result);
    edits = composeEdits(edits, ended.edits, stage.roadmap.text);
    stage = openStage(ended.roadmap);
    hasNewNames = false;
  };
  for (const step of steps) {
    if ((stage.isReshaping || hasNewNames) && !step.isIndependent) await end();
    let plan = planStep(step, stage.roadmap, today);
    if (mustFollow(stage, plan)) {
      await end();
      plan = planStep(step, stage.roadmap, today);
    }
    addPlan(stage, step.operation, plan);
    hasNewNames ||= plan.changes.some(changesNames);
  }
  await end();
  const made = edits.filter(({ at, text }) => textAt(roadmap.text, at) !== text);
  return {
    results: withOneNext(results),
    edits: made,
    text: stage.roadmap.text,
    steps: made.length === 0 ? [] : [changeStep(results, made)],
    ...subjectOf(results),
  };
}

/** Each next command was planned before the later steps, which may have changed what it refers to. */
function withOneNext(results: readonly StepResult[]): readonly StepResult[] {
  if (results.length < 2) return results;
  return results.map((result, index) => {
    const isLast = index === results.length - 1;
    return { ...result, next: isLast && result.next !== null ? "roadmap next" : null };
  });
}

/** A column of unknown kind is identified only by its header, so a renamed one looks like another one. */
function subjectOf([only, another]: readonly StepResult[]): { subject?: string } {
  if (!only || another || only.already !== null) return {};
  const { subject, changed } = only;
  const [value] = changed;
  if (subject.type !== "column" || !value) return {};
  return { subject: `roadmap: rename column ${plainText(value.from)} to ${subject.name}` };
}

/** Later steps find their topics by names and phases, so they must see the new ones. */
function changesNames(change: Change): boolean {
  return "column" in change && (change.column === "topic" || change.column === "phase");
}

function planStep({ plan, place }: Step, roadmap: Roadmap, today: Day): Plan {
  try {
    return plan(roadmap, today);
  } catch (error) {
    if (place === undefined || !(error instanceof UserError)) throw error;
    if (error instanceof AmbiguousName || error instanceof ValueUndecided) throw error.at(place);
    throw reworded(error, {
      message: `${place}: ${error.message}`,
      hint: `${error.hint}; no operation was applied`,
    });
  }
}
