// Prompt summary: what a shell prompt shows of a roadmap, in a few words.

import { shortName } from "./address.js";
import { elapsedDays } from "./dates.js";
import type { Thing } from "./names.js";
import { nextSteps } from "./next.js";
import { progressOfThings } from "./progress.js";
import type { Roadmap } from "./roadmap.js";
import { overdueKinds } from "./select.js";

export interface PromptSummary {
  readonly counted: "topics" | "tasks";
  readonly done: number;
  readonly total: number;
  /** What is in progress, the first of it. */
  readonly current: {
    readonly thing: Thing;
    /** What finds only it: a few words or its number. */
    readonly name: string;
    /** Since its start; null if that is unknown. */
    readonly days: number | null;
  } | null;
  /** The number of topics. */
  readonly overdue: number;
}

/** Tasks are counted only where there are no topics. */
export function promptSummary(roadmap: Roadmap): PromptSummary {
  const { topics, tasks, today } = roadmap;
  const { done, total } = progressOfThings(topics.length > 0 ? topics : tasks);
  return {
    counted: topics.length > 0 ? "topics" : "tasks",
    done,
    total,
    current: currentThing(roadmap),
    overdue: today === null ? 0 : topics.filter((topic) => overdueKinds(topic, today).length > 0).length,
  };
}

function currentThing(roadmap: Roadmap): PromptSummary["current"] {
  const [step] = nextSteps(roadmap, 1);
  if (!step) return null;
  const thing = "topic" in step ? step.topic : step.task;
  if (thing.status !== "in-progress") return null;
  const { today } = roadmap;
  const started = "topic" in step ? step.topic.started : null;
  const isPast = started !== null && today !== null && started <= today;
  return { thing, name: shortName(roadmap, thing), days: isPast ? elapsedDays(started, today) : null };
}
