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

/** Null unless exactly one row of a newer state is byte for byte the one of an older state, and alone in its name. */
export function sameItem(before: Item, now: PageData): ItemName | null {
  const hashes = before.type === "topic" ? now.rowHashes.topics : now.rowHashes.tasks;
  const index = hashes.indexOf(before.rowHash);
  if (index < 0 || hashes.includes(before.rowHash, index + 1)) return null;
  const all: readonly Pick<TopicItem, "name" | "phase">[] = before.type === "topic" ? now.topics : now.tasks;
  const alike = all.filter(({ name, phase }) => name === before.data.name && phase === before.data.phase);
  return alike.length === 1 ? { type: before.type, number: index + 1 } : null;
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
