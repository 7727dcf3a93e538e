// Opened: the topic or task in the drawer, what the user has seen of it, and the changes that are made to it there.

import { signal } from "@preact/signals";
import type { PageData } from "../../../json/envelopes/page.js";
import { type Answer, isError } from "../api/request.js";
import { changeItemOf } from "../state/changes.js";
import { type Item, itemAt } from "../state/items.js";
import { hold, newest } from "../state/roadmap.js";
import type { ItemName } from "../state/route.js";
import { columnTitle } from "./cells.js";
import { followed } from "./follow.js";

export interface Opened {
  /** The state that the drawer shows: the newest, also while the rest of the page waits for a field. */
  readonly data: PageData;
  readonly item: Item;
}

/** How many fields of the drawer are being edited. */
const editedFields = signal(0);

export const isEdited = () => editedFields.value > 0;

/** Returns what ends it. Until then the rest of the page is not redrawn. */
export function holdField(): () => void {
  editedFields.value++;
  const release = hold();
  return () => {
    editedFields.value--;
    release();
  };
}

export function openedName({ type, data }: Item): ItemName {
  return { type, number: data.number };
}

/** The cells of a topic, or the text and the mark of a task, as written in the file. */
function textsOf(item: Item): readonly string[] {
  return item.type === "topic" ? item.data.cells : [item.data.text, item.data.mark];
}

/** As the user has seen it: before the first field was edited, or after the last change made here. */
let seen: Item | null = null;

export function markSeen(item: Item): void {
  seen = item;
}

export interface OtherChange {
  readonly title: string;
  readonly from: string;
  readonly to: string;
}

/** What another program changed in this topic or task since the user saw all of it, apart from one column. */
export function changesBeside({ data, item }: Opened, column: number): OtherChange[] {
  const [before, now] = [seen === null ? [] : textsOf(seen), textsOf(item)];
  const titles = item.type === "topic" ? data.tables[item.data.table - 1]?.columns.map(columnTitle) : ["Text", "Mark"];
  return Array.from({ length: Math.max(before.length, now.length) }, (_, index) => ({
    title: titles?.[index] || `Column ${index + 1}`,
    from: before[index] ?? "",
    to: now[index] ?? "",
  })).filter(({ from, to }, index) => index !== column && from !== to);
}

export interface Changing {
  readonly op: string;
  /** The fields of the operation but the first. */
  readonly input: Readonly<Record<string, unknown>>;
}

/**
 * Who asks shows a refusal. Each is sent when those before it are answered: two at once would take each other for changes
 * from outside.
 */
export async function changeOpened(opened: Opened, changing: Changing): Promise<Answer<"change">> {
  if (unanswered === 0) own = [];
  unanswered++;
  const answer = last.then(() => change(afterOwn(opened), changing));
  last = answer;
  await answer;
  unanswered--;
  return answer;
}

let last: Promise<unknown> = Promise.resolve();
let unanswered = 0;

async function change({ data, item }: Opened, { op, input }: Changing): Promise<Answer<"change">> {
  const name = openedName(item);
  const answer = await changeItemOf(data, { op, name, input, showsRefusal: true });
  const now = newest();
  if (isError(answer) || answer.kind !== "change" || now?.hash !== answer.hash) return answer;
  const place = followed(name, data, now);
  const changed = place && itemAt(now, place);
  if (changed) own = [...own, { before: item, after: { data: now, item: changed } }];
  if (changed && item.type === seen?.type && item.data.name === seen.data.name) markSeen(changed);
  return answer;
}

/** The changes made here since nothing was unanswered: what was asked for in the meantime did not know of them. */
let own: readonly { readonly before: Item; readonly after: Opened }[] = [];

function afterOwn(opened: Opened): Opened {
  return own.reduce((current, { before, after }) => (isSameRow(current.item, before) ? after : current), opened);
}

function isSameRow(one: Item, other: Item): boolean {
  return one.type === other.type && one.data.number === other.data.number && one.rowHash === other.rowHash;
}
