// Next steps: what to do next, and the command for it.

import { nameToType } from "./address.js";
import type { ColumnKind } from "./columns.js";
import type { Phase, Roadmap, Task, Topic, TopicTable } from "./roadmap.js";
import { commandOf } from "./ways.js";

export type NextStep = { readonly topic: Topic } | { readonly task: Task };

/**
 * What is in progress first, then what is not started, by phase; within a phase in file order, topics before tasks.
 * Numbered phases are sorted by number; those with equal numbers or without one keep the file order.
 */
export function nextSteps({ phases, topics, tasks }: Roadmap, limit: number): NextStep[] {
  const order = new Map(phasesInOrder(phases).map((phase, index): [Phase | null, number] => [phase, index]));
  const place = ({ phase }: Topic | Task) => (phase ? (order.get(phase) ?? phases.length) : phases.length);
  const started = [...topics, ...tasks].filter(({ status }) => status === "in-progress");
  const waiting = [...topics, ...tasks]
    .filter(({ status }) => status === "not-started")
    .sort((a, b) => place(a) - place(b));
  return [...started, ...waiting].slice(0, limit).map((thing) => ("row" in thing ? { topic: thing } : { task: thing }));
}

/** Everything blocked, in file order, topics before tasks. */
export function blockedSteps({ topics, tasks }: Roadmap): NextStep[] {
  const isBlocked = ({ status }: Topic | Task) => status === "blocked";
  return [
    ...topics.filter(isBlocked).map((topic) => ({ topic })),
    ...tasks.filter(isBlocked).map((task) => ({ task })),
  ];
}

/** Everything in progress, filled up with next steps to a total of five. */
export function stepsAtAGlance(roadmap: Roadmap): NextStep[] {
  const isStarted = ({ status }: Topic | Task) => status === "in-progress";
  const started = roadmap.topics.filter(isStarted).length + roadmap.tasks.filter(isStarted).length;
  return nextSteps(roadmap, Math.max(5, started));
}

/** Topic phases, and the phases of each track, are numbered independently, so each group is sorted by itself. */
export function phasesInOrder(phases: readonly Phase[]): Phase[] {
  const tracks = [...new Set(phases.map(({ track }) => track))];
  return tracks.flatMap((track) => {
    const own = phases.filter((phase) => phase.track === track);
    return own.every(({ number }) => number !== null) ? own.sort((a, b) => (a.number ?? 0) - (b.number ?? 0)) : own;
  });
}

/** The operation that adds a missing column to a table. */
export function addColumnWay({ number }: Pick<TopicTable, "number">, column: ColumnKind) {
  return { operation: "add-column", input: { name: column, ...(number === null ? {} : { table: `${number}` }) } };
}

/** The command that takes a step further; a table without a status needs one first. */
export function commandFor(roadmap: Roadmap, step: NextStep): string {
  if ("task" in step) return `roadmap check ${nameToType(roadmap, step.task)}`;
  const { table } = step.topic;
  if (!table.columns.has("status")) {
    return commandOf(addColumnWay(table, "status"));
  }
  return `roadmap ${verbs[step.topic.status]} ${nameToType(roadmap, step.topic)}`;
}

const verbs = {
  "not-started": "start",
  "in-progress": "finish",
  done: "show",
  blocked: "reopen",
  skipped: "reopen",
} as const;
