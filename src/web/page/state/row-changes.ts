// Row changes: what another program changed in a row, for the user who was about to change it.

import type { PageData } from "../../../json/envelopes/page.js";
import type { ErrorData } from "../api/request.js";
import { shortened } from "../parts/shortened.js";
import { type Item, itemAt, itemOfName, type TopicItem } from "./items.js";

/** The refusal of a change whose row is no longer the one that the user saw. */
export function changedRowError(error: ErrorData, before: Item, now: PageData): ErrorData {
  const name = itemOfName(before, now);
  const item = name && itemAt(now, name);
  const quoted = `"${quotable(before.data.name)}"`;
  if (!item) return { ...error, message: `${quoted} is no longer in ${now.file}`, hint: "nothing was written" };
  const changes = changesOf(before, item, now);
  const message = `${quoted} was changed by another program${changes.length > 0 ? `: ${changes.join(", ")}` : ""}`;
  return { ...error, message, hint: "nothing was written; look at it, then try again" };
}

function changesOf(before: Item, now: Item, { tables }: PageData): readonly string[] {
  if (before.type === "task" || now.type === "task")
    return before.data.status === now.data.status ? [] : [`${before.data.status} → ${now.data.status}`];
  const [old, texts] = [textsOf(before.data), textsOf(now.data)];
  const columns = tables[now.data.table - 1]?.columns ?? [];
  return columns
    .map(({ title }, index) => ({ title, from: old[index] ?? "", to: texts[index] ?? "" }))
    .filter(({ from, to }) => from !== to)
    .map(({ title, from, to }) => `${title} ${quotable(from)} → ${quotable(to)}`);
}

function textsOf({ texts, cells }: TopicItem): readonly string[] {
  return texts ?? cells;
}

function quotable(text: string): string {
  return shortened(text, 60) || "(blank)";
}
