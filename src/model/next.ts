// Next steps: what to do next, and the command for it.

import { groupBy } from "../text/arrays.js";
import { nameToType } from "./address.js";
import { dayFromNumber, dayNumber } from "./dates.js";
import { isReady } from "./dependencies.js";
import { phaseNumberIn } from "./phase-words.js";
import type { Phase, Roadmap, Task, Topic, TopicTable, Track } from "./roadmap.js";
import type { Status } from "./status.js";
import { commandOf } from "./ways.js";

export type NextStep = { readonly topic: Topic } | { readonly task: Task };

/**
 * What is in progress first, then topics that are overdue or due within a week, by date, then what is not started: a few
 * topics with the first task of each track of tasks, then the rest. Each by phase; within a phase in file order, topics before
 * tasks. Numbered phases are sorted by number; those with equal numbers or without one keep the file order. Topics that
 * wait for others are left out, unless they are in progress.
 */
export function nextSteps(roadmap: Roadmap, limit: number): NextStep[] {
  const { phases, topics, tasks, today } = roadmap;
  const order = new Map(phasesInOrder(phases).map((phase, index): [Phase | null, number] => [phase, index]));
  const place = ({ phase }: Topic | Task) => (phase ? (order.get(phase) ?? phases.length) : phases.length);
  const isReadyToStart = (thing: Topic | Task) =>
    thing.status === "not-started" && (!("row" in thing) || isReady(roadmap, thing));
  const readyByPlace = Array.from({ length: phases.length + 1 }, (): (Topic | Task)[] => []);
  for (const thing of [...topics, ...tasks]) if (isReadyToStart(thing)) readyByPlace[place(thing)]?.push(thing);
  const ready = readyByPlace.flat();
  const lastDay = today === null ? "" : dayFromNumber(dayNumber(today) + urgentDays);
  const isUrgent = (thing: Topic | Task): thing is Topic =>
    "row" in thing && thing.due !== null && thing.due <= lastDay;
  const urgent = ready.filter(isUrgent).sort((a, b) => dayNumber(a.due ?? lastDay) - dayNumber(b.due ?? lastDay));
  const later = ready.filter((thing) => !isUrgent(thing));
  return [...thingsWith(roadmap, "in-progress"), ...urgent, ...withTasksOfTracks(later, leadingOthers - urgent.length)]
    .slice(0, limit)
    .map(stepOf);
}

/** People work on tracks of tasks next to everything else: so much of that and the first task of each track lead. */
const leadingOthers = 3;

function withTasksOfTracks(things: readonly (Topic | Task)[], otherCount: number): readonly (Topic | Task)[] {
  if (!things.some((thing) => "row" in thing)) return things;
  const leading = new Set<Topic | Task>();
  const tracks = new Set<Track>();
  let othersLeft = otherCount;
  for (const thing of things) {
    const track = "row" in thing ? null : (thing.phase?.track ?? null);
    if (track ? !tracks.has(track) : othersLeft-- > 0) leading.add(thing);
    if (track) tracks.add(track);
  }
  return [...leading, ...things.filter((thing) => !leading.has(thing))];
}

/** A topic that is due within so many days comes first. */
const urgentDays = 7;

/** The topics that are not started because others have to be finished first, in file order. */
export function waitingTopics(roadmap: Roadmap): Topic[] {
  return roadmap.topics.filter((topic) => topic.status === "not-started" && !isReady(roadmap, topic));
}

/** Everything with this status, in file order, topics before tasks. */
export function thingsWith({ topics, tasks }: Roadmap, status: Status): (Topic | Task)[] {
  const isWanted = (thing: Topic | Task) => thing.status === status;
  return [...topics.filter(isWanted), ...tasks.filter(isWanted)];
}

/** Everything in progress, filled up with next steps to a total of five. */
export function stepsAtAGlance(roadmap: Roadmap): NextStep[] {
  return nextSteps(roadmap, Math.max(5, thingsWith(roadmap, "in-progress").length));
}

export function stepOf(thing: Topic | Task): NextStep {
  return "row" in thing ? { topic: thing } : { task: thing };
}

export function thingOf(step: NextStep): Topic | Task {
  return "topic" in step ? step.topic : step.task;
}

/**
 * A phase comes before the phases inside it, and those before its next sibling. Topic phases, and the phases of each
 * track, are numbered independently, so each group is sorted by itself.
 */
export function phasesInOrder(phases: readonly Phase[]): Phase[] {
  const headings = new Set(phases.map(({ heading }) => heading?.start));
  const isPhaseToo = (track: Track) => headings.has(track.heading.start);
  const nodes = new Set(
    phases.flatMap((phase): Node[] => (phase.track && !isPhaseToo(phase.track) ? [phase.track, phase] : [phase])),
  );
  const groups = groupBy(nodes, (node) => ("goal" in node ? node.around : node.track?.heading)?.start ?? null);
  const starts = new Set(Array.from(nodes, ({ heading }) => heading?.start));
  const within = (start: number | null): Phase[] =>
    sortedByNumber(groups.get(start) ?? []).flatMap((node) => [
      ...("goal" in node ? [] : [node]),
      ...(node.heading ? within(node.heading.start) : []),
    ]);
  return [...groups.keys()].filter((start) => start === null || !starts.has(start)).flatMap(within);
}

type Node = Phase | Track;

/** Tracks keep their places among phases of cells, whose numbers are their own. */
function sortedByNumber(nodes: readonly Node[]): Node[] {
  const hasCells = nodes.some(({ heading }) => heading === null);
  const numberOf = (node: Node) => ("goal" in node ? (hasCells ? null : phaseNumberIn(node.title)) : node.number);
  const sortable = nodes.filter((node) => !("goal" in node) || numberOf(node) !== null);
  if (sortable.some((node) => numberOf(node) === null)) return [...nodes];
  const isSortable = new Set(sortable);
  sortable.sort((a, b) => (numberOf(a) ?? 0) - (numberOf(b) ?? 0)).reverse();
  return nodes.map((node) => (isSortable.has(node) ? (sortable.pop() ?? node) : node));
}

/** The operation that adds a missing column to a table. */
export function addColumnWay({ number }: Pick<TopicTable, "number">, column: string) {
  return { operation: "add-column", input: { name: column, ...(number === null ? {} : { table: `${number}` }) } };
}

/** The command that takes a step further; a table without a status needs one first. */
export function commandFor(roadmap: Roadmap, step: NextStep): string {
  if ("task" in step) return `roadmap check ${nameToType(roadmap, step.task)}`;
  const { table } = step.topic;
  if (!table.columns.has("status")) {
    return commandOf(addColumnWay(table, "status"));
  }
  return `roadmap ${verbFor(table, step.topic.status)} ${nameToType(roadmap, step.topic)}`;
}

/** The operation that takes a topic of this table further: checks and percentages cannot say that it is in progress. */
export function verbFor({ statusForm }: Pick<TopicTable, "statusForm">, status: Status): string {
  return status === "not-started" && statusForm !== "words" ? "finish" : verbs[status];
}

const verbs: Readonly<Record<Status, string>> = {
  "not-started": "start",
  "in-progress": "finish",
  done: "show",
  blocked: "reopen",
  skipped: "reopen",
};
