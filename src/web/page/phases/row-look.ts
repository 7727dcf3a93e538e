// Row look: the classes of the row of a topic or task, by its status and by what happens to it.

import { pending } from "../state/changes.js";
import { itemAddress, type TaskItem } from "../state/items.js";
import { type ItemName, route } from "../state/route.js";

export function rowLook(base: string, { type, number }: ItemName, status: TaskItem["status"]): string {
  const { open } = route.value;
  return [
    base,
    status === "in-progress" ? "active" : [],
    status === "done" || status === "skipped" ? "is-past" : [],
    open?.type === type && open.number === number ? "picked" : [],
    pending.value.has(itemAddress({ type, number })) ? "is-pending" : [],
  ]
    .flat()
    .join(" ");
}
