// Ask finish: whether there is anything to ask before a topic is finished, and what is asked about now.

import { computed, signal } from "@preact/signals";
import type { PageData } from "../../../json/envelopes/page.js";
import { type ErrorData, isError } from "../api/request.js";
import { changeItemOf } from "../state/changes.js";
import { itemAddress, itemAt, type TopicItem } from "../state/items.js";
import { shown } from "../state/roadmap.js";
import type { ItemName } from "../state/route.js";
import { cellOfKind } from "./cells.js";
import { changeOpened, type Opened, openedName } from "./opened.js";

export type FinishRefusal = Pick<ErrorData, "code" | "message" | "hint">;

export interface Asked {
  readonly opened: Opened;
  readonly topic: TopicItem;
  /** Why it was not finished at once. */
  readonly refusal: FinishRefusal | null;
}

/** What is asked about now. */
export const asked = signal<Asked | null>(null);

/** The address of what is asked about: its card waits for the answer. */
export const finishing = computed(() => asked.value && itemAddress(openedName(asked.value.opened.item)));

/** Finishes it at once if there is nothing to ask. */
export function openFinish(name: ItemName, data: PageData | null = shown.value): void {
  const item = data && itemAt(data, name);
  if (!data || !item || data.readOnly) return;
  const opened = { data, item };
  if (item.type === "task") void changeItemOf(data, { op: "finish", name, input: {} });
  else if (asksToFinish(opened)) asked.value = { opened, topic: item.data, refusal: null };
  else void finishAtOnce(opened, item.data);
}

/** Whether the topic names what is to be made, and has no proof of it yet. */
export function asksToFinish({ data, item }: Opened): boolean {
  if (item.type === "task") return false;
  const [deliverable, proof] = [deliverableOf(data, item.data), cellOfKind(data, item.data, "proof")];
  return deliverable !== "" && proof?.change != null && proof.shown === "";
}

export function deliverableOf(data: PageData, topic: TopicItem): string {
  return cellOfKind(data, topic, "deliverables")?.shown ?? "";
}

async function finishAtOnce(opened: Opened, topic: TopicItem): Promise<void> {
  const answer = await changeOpened(opened, { op: "finish", input: {} });
  if (isError(answer)) asked.value = { opened, topic, refusal: answer };
}
