// Items: topics and tasks alike, as cards, rows and the drawer show them.

import type { PageData } from "../../../json/envelopes/page.js";
import type { ItemName } from "./route.js";

export type TopicItem = PageData["topics"][number];
export type TaskItem = PageData["tasks"][number];

export type Item =
  | { readonly type: "topic"; readonly data: TopicItem; readonly rowHash: string }
  | { readonly type: "task"; readonly data: TaskItem; readonly rowHash: string };

/** Undefined if the roadmap has no such row. */
export function itemAt({ topics, tasks, rowHashes }: PageData, { type, number }: ItemName): Item | undefined {
  if (type === "topic") {
    const data = topics[number - 1];
    return data && { type, data, rowHash: rowHashes.topics[number - 1] ?? "" };
  }
  const data = tasks[number - 1];
  return data && { type, data, rowHash: rowHashes.tasks[number - 1] ?? "" };
}

/** What refers only to this one, in every operation and command: `#3`, `t3`. */
export function itemAddress({ type, number }: ItemName): string {
  return type === "topic" ? `#${number}` : `t${number}`;
}

/**
 * Null unless one row of a newer state is surely the one of an older state, byte for byte: a twin, in another phase or
 * gone by now, would be taken for it.
 */
export function sameItem(item: Item, before: PageData, now: PageData): ItemName | null {
  const place = onlyPlace(item, now);
  return place === null || onlyPlace(item, before) === null ? null : { type: item.type, number: place + 1 };
}

/** Where the row is, if no other has its bytes, or its name and phase. */
function onlyPlace({ type, data, rowHash }: Item, { topics, tasks, rowHashes }: PageData): number | null {
  const hashes = type === "topic" ? rowHashes.topics : rowHashes.tasks;
  const all: readonly Pick<TopicItem, "name" | "phase">[] = type === "topic" ? topics : tasks;
  const isAlike = (index: number) =>
    hashes[index] === rowHash || (all[index]?.name === data.name && all[index].phase === data.phase);
  const [only, another] = Array.from(all.keys()).filter(isAlike);
  return only !== undefined && another === undefined && hashes[only] === rowHash ? only : null;
}

/** The row of a newer state that has the name and phase of one of an older state; null if there are none or several. */
export function itemOfName({ type, data: before }: Item, now: PageData): ItemName | null {
  const all: readonly Pick<TopicItem, "name" | "phase">[] = type === "topic" ? now.topics : now.tasks;
  const isSame = (index: number) => all[index]?.name === before.name && all[index].phase === before.phase;
  // Rows keep their numbers unless some are added or removed above.
  if (isSame(before.number - 1)) return { type, number: before.number };
  const [only, another] = Array.from(all.keys()).filter(isSame);
  return only !== undefined && another === undefined ? { type, number: only + 1 } : null;
}

type Counts = Readonly<Record<TopicItem["status"], number>>;

/** How many have each status. */
export function statusCounts(items: readonly Pick<TopicItem, "status">[]): Counts {
  const counts = { "not-started": 0, "in-progress": 0, done: 0, blocked: 0, skipped: 0 };
  for (const { status } of items) counts[status]++;
  return counts;
}
