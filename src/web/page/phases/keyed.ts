// Keyed: rows with a key that is the same for the same topic or task in every state of the file, so that focus stays.

import type { TaskItem } from "../state/items.js";

interface Keyed<Element> {
  readonly key: string;
  readonly item: Element;
}

/** Numbers change with each row that is added above, and texts with each change: names of the same text are counted. */
export function keyed<Element extends { readonly name: string }>(items: readonly Element[]): Keyed<Element>[] {
  const counts = new Map<string, number>();
  return items.map((item) => {
    const count = counts.get(item.name) ?? 0;
    counts.set(item.name, count + 1);
    return { key: `${item.name}\n${count}`, item };
  });
}

export interface TaskTree extends Keyed<TaskItem> {
  readonly inner: readonly TaskTree[];
}

/** Subtasks below their tasks. */
export function taskTrees(tasks: readonly TaskItem[]): TaskTree[] {
  const innerOf = new Map<number | null, TaskTree[]>();
  const roots: TaskTree[] = [];
  for (const { key, item } of keyed(tasks)) {
    const inner: TaskTree[] = [];
    innerOf.set(item.number, inner);
    (innerOf.get(item.parent) ?? roots).push({ key, item, inner });
  }
  return roots;
}
