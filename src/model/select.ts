// Selection: the topics and tasks that a person wants to see, in the requested order.

import { containsText, normalize, wordsOf } from "../text/normalize.js";
import { compareThings } from "./column-order.js";
import { type Condition, conditionTest } from "./column-values.js";
import { type DayKind, dayKinds } from "./columns.js";
import type { Day } from "./dates.js";
import { isReady } from "./dependencies.js";
import type { NamedColumn } from "./named-columns.js";
import { isPhase } from "./phase.js";
import type { Phase, Roadmap, Task, Topic } from "./roadmap.js";
import { isUnfinished, isUntilToday, type Status } from "./status.js";

/** What `--sort` offers; it takes any other column too. */
export const sortKeys = ["file", "name", "status", "phase", ...dayKinds, "percent", "priority"] as const;

export interface Selection {
  /** Both by default. */
  readonly only?: "topics" | "tasks" | undefined;
  /** A number, a label, or some of its words. */
  readonly phase?: string | undefined;
  /** Some words of its title. */
  readonly track?: string | undefined;
  readonly status?: readonly Status[] | undefined;
  /** Started or finished on that day or later, up to today: a later date is a plan. */
  readonly since?: Day | undefined;
  /** Unfinished, with a due date or a planned finish date before that day. */
  readonly overdueOn?: Day | undefined;
  /** Only what can be worked on: neither done, skipped nor blocked, and waiting for nothing unfinished. */
  readonly isReady?: boolean | undefined;
  /** All of them must be met. */
  readonly where?: readonly Condition[] | undefined;
  /** Text in any cell, ignoring case. */
  readonly search?: string | undefined;
  /** In file order by default. */
  readonly sort?: NamedColumn | undefined;
  /** The maximum number of topics, and of tasks. */
  readonly limit?: number | undefined;
}

interface Selected {
  readonly topics: readonly Topic[];
  readonly tasks: readonly Task[];
}

/** Tasks have no cells, so a selection by dates or other cells contains none. */
export function select(roadmap: Roadmap, selection: Selection): Selected {
  const { only, since, overdueOn, where = [], sort, limit = Number.POSITIVE_INFINITY } = selection;
  const isByCells = since !== undefined || overdueOn !== undefined || where.length > 0;
  const tests = where.map((condition) => conditionTest(roadmap, condition));
  const wanted = only === "tasks" ? [] : roadmap.topics.filter((topic) => isTopicWanted(roadmap, topic, selection));
  const topics = tests.length === 0 ? wanted : wanted.filter((topic) => tests.every((isMet) => isMet(topic)));
  const tasks = only === "topics" || isByCells ? [] : roadmap.tasks.filter((task) => isTaskWanted(task, selection));
  // Sorting is stable: equal ones stay in file order.
  const sorted = <Thing extends Topic | Task>(things: Thing[]) =>
    sort === undefined ? things : things.sort(compareThings(roadmap, sort));
  return { topics: sorted(topics).slice(0, limit), tasks: sorted(tasks).slice(0, limit) };
}

function isTopicWanted(roadmap: Roadmap, topic: Topic, selection: Selection): boolean {
  const { since, overdueOn, search } = selection;
  if (since !== undefined && !isWorkedOnSince(topic, since, roadmap.today)) return false;
  if (overdueOn !== undefined && overdueKinds(topic, overdueOn).length === 0) return false;
  if (selection.isReady && !isReady(roadmap, topic)) return false;
  if (!isWanted(topic, selection)) return false;
  return search === undefined || isFound(search, `${topic.name} ${rowText(roadmap, topic)}`);
}

function isWorkedOnSince({ started, finished }: Topic, since: Day, today: Day | null): boolean {
  return [started, finished].some((day) => isUntilToday(day, today) && day >= since);
}

/** The dates of an unfinished topic that are before today: its due date, or the one on which it was to be finished. */
export function overdueKinds(topic: Topic, today: Day): DayKind[] {
  if (!isUnfinished(topic)) return [];
  return (["finished", "due"] as const).filter((kind) => (topic[kind] ?? today) < today);
}

function isTaskWanted(task: Task, selection: Selection): boolean {
  const { search } = selection;
  return isWanted(task, selection) && (search === undefined || isFound(search, task.name));
}

function isWanted(thing: Topic | Task, wanted: Selection): boolean {
  if (wanted.isReady && !(isUnfinished(thing) && thing.status !== "blocked")) return false;
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

function isFound(wanted: string, text: string): boolean {
  return normalize(text).includes(normalize(wanted));
}

interface Named {
  readonly name: string;
}

/**
 * The tasks whose words contain the topic's name as a run of words; for a name without words, those whose text contains
 * its symbols.
 */
export function tasksAbout<Element extends Named>({ tasks }: { tasks: readonly Element[] }, topic: Named): Element[] {
  const isAbout = nameTest(topic);
  return tasks.filter((task) => isAbout(task));
}

/** The topics that a task is about. */
export function topicsIn<Element extends Named>({ topics }: { topics: readonly Element[] }, task: Named): Element[] {
  return topics.filter((topic) => nameTest(topic)(task));
}

function nameTest(topic: Named): (task: Named) => boolean {
  const words = wordsOf(topic.name).join(" ");
  const name = normalize(topic.name);
  if (words === "") return (task) => name !== "" && normalize(task.name).includes(name);
  return (task) => ` ${wordsOf(task.name).join(" ")} `.includes(` ${words} `);
}

/** The tasks directly inside another one. */
export function tasksInside({ tasks }: Roadmap, task: Task): Task[] {
  return tasks.filter(({ parent }) => parent === task);
}
