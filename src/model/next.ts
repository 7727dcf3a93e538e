// Next: what to do now.

import type { ColumnKind, Phase, Roadmap, Task, Topic, TopicTable } from "./roadmap.js";

export type NextStep = { readonly topic: Topic } | { readonly task: Task };

/**
 * What is in progress first, then what is not started, by phase; within a phase in file order, topics before tasks.
 * Phases with a number in them go by it, those of one number and those without in file order.
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

/** All that is blocked, in file order, topics before tasks. */
export function blockedSteps({ topics, tasks }: Roadmap): NextStep[] {
  const isBlocked = ({ status }: Topic | Task) => status === "blocked";
  return [
    ...topics.filter(isBlocked).map((topic) => ({ topic })),
    ...tasks.filter(isBlocked).map((task) => ({ task })),
  ];
}

/** All that is in progress, and as much of what is next as makes five. */
export function stepsAtAGlance(roadmap: Roadmap): NextStep[] {
  const isStarted = ({ status }: Topic | Task) => status === "in-progress";
  const started = roadmap.topics.filter(isStarted).length + roadmap.tasks.filter(isStarted).length;
  return nextSteps(roadmap, Math.max(5, started));
}

/** Topic phases and the phases of each track count on their own: each group is sorted by itself. */
export function phasesInOrder(phases: readonly Phase[]): Phase[] {
  const tracks = [...new Set(phases.map(({ track }) => track))];
  return tracks.flatMap((track) => {
    const own = phases.filter((phase) => phase.track === track);
    return own.every(({ number }) => number !== null) ? own.sort((a, b) => (a.number ?? 0) - (b.number ?? 0)) : own;
  });
}

/** What adds the column that a table lacks. */
export function addColumnCommand({ number }: Pick<TopicTable, "number">, column: ColumnKind): string {
  return `roadmap add column ${column}${number === null ? "" : ` --table ${number}`}`;
}
