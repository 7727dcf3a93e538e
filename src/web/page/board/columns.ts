// Columns: topics and tasks by status, and the groups in each: phases of what is not started, months of what is done.

import type { PageData } from "../../../json/envelopes/page.js";
import { phaseTitle } from "../../../model/roadmap.js";
import type { Status } from "../../../model/status.js";
import { groupBy } from "../../../text/arrays.js";
import { counted } from "../../../text/plural.js";
import { shortLabel } from "../../../views/short-label.js";
import { monthWords } from "../parts/days.js";
import type { TaskItem, TopicItem } from "../state/items.js";

export type BoardItem =
  | { readonly type: "topic"; readonly data: TopicItem }
  | { readonly type: "task"; readonly data: TaskItem };

export const columnOrder = [
  "not-started",
  "in-progress",
  "blocked",
  "done",
  "skipped",
] as const satisfies readonly Status[];

export interface CardGroup {
  /** Unique on the board. */
  readonly key: string;
  /** Null for a group without a head, which is always open. */
  readonly title: string | null;
  readonly items: readonly BoardItem[];
  /** Whether it is open until the user says otherwise. */
  readonly isOpen: boolean;
}

export interface BoardColumn {
  readonly status: Status;
  readonly groups: readonly CardGroup[];
  readonly count: number;
  /** `2 topics, 1 task` */
  readonly countWords: string;
}

/** Tasks have places of their own in Phases: next to topics, only those with a state of work are on the board. */
export function boardColumns(data: PageData, isShown: (item: TopicItem | TaskItem) => boolean): readonly BoardColumn[] {
  const topics = data.topics.map((topic): BoardItem => ({ type: "topic", data: topic }));
  const tasks = data.tasks.map((task): BoardItem => ({ type: "task", data: task }));
  const [main, others] = topics.length > 0 ? [topics, tasks] : [tasks, []];
  return columnOrder.map((status) => {
    const withStatus = ({ data: item }: BoardItem) => item.status === status && isShown(item);
    const own = main.filter(withStatus);
    const groups =
      status === "not-started"
        ? phaseGroups(data, own, main)
        : status === "done"
          ? monthGroups(own, data.today)
          : stateGroups(status, own, others.filter(withStatus));
    return { status, groups, count: own.length, countWords: countWords(groups, main) };
  });
}

/** With a 0 only for what the roadmap is made of. */
function countWords(groups: readonly CardGroup[], main: readonly BoardItem[]): string {
  const items = groups.flatMap((group) => group.items);
  const topics = items.filter(({ type }) => type === "topic").length;
  const tasks = items.length - topics;
  return [
    ...(main[0]?.type === "topic" ? [counted(topics, "topic")] : []),
    ...(main[0]?.type === "task" || tasks > 0 ? [counted(tasks, "task")] : []),
  ].join(", ");
}

function stateGroups(status: Status, items: readonly BoardItem[], tasks: readonly BoardItem[]): CardGroup[] {
  return [
    { key: status, title: null, items, isOpen: true },
    ...(tasks.length === 0 ? [] : [{ key: `${status} tasks`, title: "Tasks", items: tasks, isOpen: true }]),
  ];
}

/** Phases with something begun are open; where nothing is, the first. */
function phaseGroups(data: PageData, items: readonly BoardItem[], all: readonly BoardItem[]): CardGroup[] {
  const byPhase = groupBy(items, ({ data: item }) => phaseKey(item));
  const begun = new Set(all.filter(({ data: item }) => isBegun(item)).map((item) => phaseKey(item.data)));
  const order = new Map(data.phases.map((phase, index) => [phaseKey({ ...phase, phase: phase.label }), index]));
  const keys = [...byPhase.keys()].sort((a, b) => (order.get(a) ?? order.size) - (order.get(b) ?? order.size));
  const isNoneBegun = !keys.some((key) => begun.has(key));
  const titles = keys.map((key) => {
    const phase = data.phases[order.get(key) ?? -1];
    return phase ? shortLabel(phaseTitle(phase)) : "No phase";
  });
  return keys.map((key, index) => ({
    key: `phase ${key}`,
    title: keys.length === 1 && !order.has(key) ? null : titleAlone(titles, index, data.phases[order.get(key) ?? -1]),
    items: byPhase.get(key) ?? [],
    isOpen: isNoneBegun ? index === 0 : begun.has(key),
  }));
}

function isBegun({ status }: { readonly status: Status }): boolean {
  return status !== "not-started" && status !== "skipped";
}

function titleAlone(titles: readonly string[], index: number, phase: PageData["phases"][number] | undefined): string {
  const title = titles[index] ?? "";
  const isAlone = titles.indexOf(title) === titles.lastIndexOf(title);
  return isAlone || !phase?.track ? title : `${title}, ${shortLabel(phase.track)}`;
}

/** Tracks may have phases of the same name. */
function phaseKey({ track, phase }: Pick<TopicItem, "track" | "phase">): string {
  return phase === null ? "" : `${track ?? ""}\n${phase}`;
}

/** How many months of what is done are open: this one and the one before, in a roadmap that is worked on. */
const openMonths = 2;

function monthGroups(items: readonly BoardItem[], today: string): CardGroup[] {
  const finished = ({ data: item }: BoardItem) => ("finished" in item ? (item.finished ?? "") : "");
  const latestFirst = items.toSorted((a, b) =>
    finished(a) === finished(b) ? b.data.number - a.data.number : finished(a) < finished(b) ? 1 : -1,
  );
  const months = [...groupBy(latestFirst, (item) => finished(item).slice(0, 7))];
  return months.map(([month, group], index) => ({
    key: `month ${month}`,
    title: month !== "" ? monthWords(month, today) : months.length > 1 ? "No date" : null,
    items: group,
    isOpen: index < openMonths,
  }));
}
