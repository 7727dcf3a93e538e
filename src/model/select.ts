// Selection: the topics and tasks that a person wants to see, in the requested order.

import { containsText, normalize, wordsOf } from "../text/normalize.js";
import { dayKinds, isDayKind } from "./columns.js";
import type { Day } from "./dates.js";
import { isPhase } from "./phase.js";
import type { Phase, Roadmap, Task, Topic } from "./roadmap.js";
import type { Status } from "./status.js";

export const sortKeys = ["file", "name", "status", "phase", ...dayKinds] as const;

export type SortKey = (typeof sortKeys)[number];

export interface Selection {
  /** Both by default. */
  readonly only?: "topics" | "tasks" | undefined;
  /** A number, a label, or some of its words. */
  readonly phase?: string | undefined;
  /** Some words of its title. */
  readonly track?: string | undefined;
  readonly status?: readonly Status[] | undefined;
  /** Started or finished on that day or later. */
  readonly since?: Day | undefined;
  /** Unfinished, with a finish date before today. */
  readonly overdueOn?: Day | undefined;
  /** Text in any cell, ignoring case. */
  readonly search?: string | undefined;
  readonly sort?: SortKey | undefined;
  /** The maximum number of topics, and of tasks. */
  readonly limit?: number | undefined;
}

interface Selected {
  readonly topics: readonly Topic[];
  readonly tasks: readonly Task[];
}

/** Tasks have no dates, so a selection by dates contains none. */
export function select(roadmap: Roadmap, selection: Selection): Selected {
  const { only, since, overdueOn, sort = "file", limit = Number.POSITIVE_INFINITY } = selection;
  const byDates = since !== undefined || overdueOn !== undefined;
  const topics = only === "tasks" ? [] : roadmap.topics.filter((topic) => isTopicWanted(roadmap, topic, selection));
  const tasks = only === "topics" || byDates ? [] : roadmap.tasks.filter((task) => isTaskWanted(task, selection));
  return { topics: sorted(topics, sort).slice(0, limit), tasks: sorted(tasks, sort).slice(0, limit) };
}

function isTopicWanted(roadmap: Roadmap, topic: Topic, selection: Selection): boolean {
  const { since, overdueOn, search } = selection;
  const { started, finished, status } = topic;
  if (since !== undefined && (started ?? "") < since && (finished ?? "") < since) return false;
  const isOpen = status !== "done" && status !== "skipped";
  if (overdueOn !== undefined && !(isOpen && finished !== null && finished < overdueOn)) return false;
  return isWanted(topic, selection) && isFound(search, () => `${topic.name} ${rowText(roadmap, topic)}`);
}

function isTaskWanted(task: Task, selection: Selection): boolean {
  return isWanted(task, selection) && isFound(selection.search, () => task.name);
}

function isWanted(thing: Topic | Task, wanted: Selection): boolean {
  return (wanted.status === undefined || wanted.status.includes(thing.status)) && isInPlace(thing, wanted);
}

/** Whether it is in the wanted phase and track. */
export function isInPlace({ phase }: Pick<Topic | Task, "phase">, wanted: Pick<Selection, "phase" | "track">): boolean {
  if (wanted.phase !== undefined && !(phase && isPhase(phase, wanted.phase))) return false;
  return wanted.track === undefined || isOnTrack(phase, wanted.track);
}

function isOnTrack(phase: Phase | null, wanted: string): boolean {
  return phase !== null && phase.track !== null && containsText(phase.track.title, wanted);
}

function rowText({ text }: Roadmap, { row }: Topic): string {
  return text.slice(row.start, row.end);
}

function isFound(wanted: string | undefined, text: () => string): boolean {
  return wanted === undefined || normalize(text()).includes(normalize(wanted));
}

function sorted<Thing extends Topic | Task>(things: readonly Thing[], key: SortKey): readonly Thing[] {
  if (key === "file") return things;
  const keyed = things.map((thing) => ({ thing, by: sortText(thing, key) }));
  // Missing values last; equal ones in file order.
  return keyed.sort((a, b) => compare(a.by, b.by)).map(({ thing }) => thing);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  if (a === "" || b === "") return a === "" ? 1 : -1;
  return a < b ? -1 : 1;
}

const statusOrder: Readonly<Record<Status, string>> = {
  "in-progress": "1",
  blocked: "2",
  "not-started": "3",
  done: "4",
  skipped: "5",
};

function sortText(thing: Topic | Task, key: SortKey): string {
  if (key === "name") return normalize(thing.name);
  if (key === "status") return statusOrder[thing.status];
  if (key === "phase")
    return thing.phase ? `${String(thing.phase.number ?? 0).padStart(9, "0")} ${normalize(thing.phase.label)}` : "";
  return "row" in thing && isDayKind(key) ? (thing[key] ?? "") : "";
}

/**
 * The tasks whose words contain the topic's name as a run of words; for a name without words, those whose text contains
 * its symbols.
 */
export function tasksAbout({ tasks }: Roadmap, topic: Topic): Task[] {
  const words = wordsOf(topic.name).join(" ");
  const name = normalize(topic.name);
  if (words === "") return name === "" ? [] : tasks.filter((task) => normalize(task.name).includes(name));
  return tasks.filter((task) => ` ${wordsOf(task.name).join(" ")} `.includes(` ${words} `));
}
