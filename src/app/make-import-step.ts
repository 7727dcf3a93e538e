// Make import step: one row of an import as an operation on a topic or task number, which no such step alters.

import type { Roadmap, Task, Topic } from "../model/roadmap.js";
import { markOfStatus, type Status } from "../model/status.js";
import { planNewTopic } from "../operations/add-topic.js";
import { markPlan } from "../operations/mark-plan.js";
import type { CellsAsked } from "../operations/set-cells.js";
import { planCells } from "../operations/set-topic.js";
import type { ImportedRow } from "./import-rows.js";
import type { Step } from "./plan-operations.js";

export function setStep({ place }: ImportedRow, { number }: Topic, values: CellsAsked): Step {
  return {
    operation: "set",
    place,
    isIndependent: true,
    plan: (roadmap, today) => planCells(roadmap, thingAt(roadmap.topics, number), { values, today }),
  };
}

export function checkStep({ place }: ImportedRow, { number }: Task, status: Status): Step {
  return {
    operation: "check",
    place,
    isIndependent: true,
    plan: (roadmap: Roadmap) => ({
      ...markPlan(roadmap, thingAt(roadmap.tasks, number), markOfStatus(status)),
      next: null,
    }),
  };
}

export function addStep({ place, name }: ImportedRow, values: CellsAsked): Step {
  return {
    operation: "add-topic",
    place,
    isIndependent: true,
    plan: (roadmap, today) => planNewTopic(roadmap, { ...values, name, isPhaseVerbatim: true }, today),
  };
}

function thingAt<Thing>(things: readonly Thing[], number: number): Thing {
  const thing = things[number - 1];
  if (thing === undefined) throw new RangeError(`no topic or task has the number ${number}`);
  return thing;
}
