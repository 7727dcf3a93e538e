// Plan operations: works out what a list of operations changes, one after the other, as one change of the file.

import type { RoadmapReading } from "../markdown/read-roadmap.js";
import { plainText } from "../model/cell-text.js";
import type { Day } from "../model/dates.js";
import { reworded, UserError } from "../model/errors.js";
import { AmbiguousName } from "../model/find.js";
import type { ChangeStep } from "../model/journal.js";
import type { Roadmap } from "../model/roadmap.js";
import { ValueUndecided } from "../model/value-undecided.js";
import type { Change, Plan } from "../operations/operation.js";
import type { ReshapedValue } from "../operations/reshaping.js";
import { composeEdits } from "../text/compose-edits.js";
import type { Edit } from "../text/edit.js";
import { textAt } from "../text/span.js";
import { changeStep } from "./change-step.js";
import { addPlan, endStage, mustFollow, openStage } from "./plan-stage.js";

/** One operation with its input, ready to be planned on any roadmap. */
export interface Step {
  /** As lines of JSON call it: `add-topic`. */
  readonly operation: string;
  readonly plan: (roadmap: Roadmap, today: Day) => Plan;
  /** Whether it looks at no name, and at nothing that a reshaping before it may have added but what its plan itself adds. */
  readonly isIndependent?: boolean;
  /** Where it was asked for, when there are many: `line 3`. */
  readonly place?: string | undefined;
}

/** What one operation did: to what, and each value as the file wrote it before and writes it now. */
export interface StepResult extends Omit<Plan, "changes" | "reshaping" | "subject"> {
  readonly operation: string;
  readonly subject: StepSubject;
  /** What was done, where the values do not say it; null where they do. */
  readonly deed: string | null;
  readonly changed: readonly ChangedValue[];
}

export interface StepSubject {
  readonly type: "topic" | "task" | "column" | "phase";
  readonly number: number;
  readonly name: string;
  /** Where it stands, in code units of the text. */
  readonly at: number;
  /** The file after the operation, for what has come; before it, for all others. */
  readonly text: string;
}

export type ChangedValue = ReshapedValue;

export interface PlannedOperations {
  readonly results: readonly StepResult[];
  /** Edits of the text as it was read. */
  readonly edits: readonly Edit[];
  readonly text: string;
  /** One for all of them, none when they change nothing. */
  readonly steps: readonly ChangeStep[];
  /** What a commit is called, where the roadmap before and after does not show what was done. */
  readonly subject?: string;
}

/**
 * Plans every step on what the ones before it left, and makes one set of edits of them all. Every text on the way is
 * read again and compared: it says what was asked for, and nothing else says anything new.
 * @throws UserError when a step is refused; then none of them counts
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

/** Of several steps each was told before the later ones, which may have changed what its next command would mean. */
function withOneNext(results: readonly StepResult[]): readonly StepResult[] {
  if (results.length < 2) return results;
  return results.map((result, index) => {
    const isLast = index === results.length - 1;
    return { ...result, next: isLast && result.next !== null ? "roadmap next" : null };
  });
}

/** A column of no known kind is known by its header alone: called otherwise it looks like another one. */
function subjectOf([only, another]: readonly StepResult[]): { subject?: string } {
  if (!only || another || only.already !== null) return {};
  const { subject, changed } = only;
  const [value] = changed;
  if (subject.type !== "column" || !value) return {};
  return { subject: `roadmap: rename column ${plainText(value.from)} to ${subject.name}` };
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
    if (error instanceof AmbiguousName || error instanceof ValueUndecided) throw error.at(place);
    throw reworded(error, {
      message: `${place}: ${error.message}`,
      hint: `${error.hint}; no operation was applied`,
    });
  }
}
