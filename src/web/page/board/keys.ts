// Board keys: between cards and columns, and what can be done with the card that has the focus.

import type { PageData } from "../../../json/envelopes/page.js";
import { useKeys } from "../state/keys.js";
import type { BoardColumn, BoardItem } from "./columns.js";
import { cardAddress, focusCard, focusedItem, openItems, wanted } from "./focus.js";
import { isSkippedOpen } from "./folds.js";
import { isNarrow, lane, laneOf } from "./lanes.js";
import { type MoveName, moveItem, sentToPhase } from "./moves.js";
import { openNewItem } from "./new-item.js";

export function useBoardKeys({ readOnly, tasks }: PageData, columns: readonly BoardColumn[]): void {
  const act = (does: (item: BoardItem) => void) => () => {
    const item = focusedItem();
    if (item === null || readOnly) return false;
    does(item);
    return true;
  };
  const add = (type: BoardItem["type"]) => () => {
    if (readOnly) return false;
    const item = focusedItem();
    openNewItem(type, columns[0]?.groups ?? [], item?.type === type ? item : type === "task" ? nextTask(tasks) : null);
    return true;
  };
  const move = (name: MoveName) => act((item) => moveItem(name, item));
  useKeys({
    down: () => moveFocus(columns, { cards: 1 }),
    up: () => moveFocus(columns, { cards: -1 }),
    left: () => moveFocus(columns, { columns: -1 }),
    right: () => moveFocus(columns, { columns: 1 }),
    column: ({ key }) => toColumn(columns, Number(key) - 1),
    start: move("start"),
    finish: move("finish"),
    block: move("block"),
    skip: move("skip"),
    reset: move("reset"),
    reopen: move("reopen"),
    move: act((item) => {
      sentToPhase.value = cardAddress(item);
    }),
    "add-topic": add("topic"),
    "add-task": add("task"),
  });
}

/** Next to topics, tasks that are not started are not on the board; one more belongs where the work goes on. */
function nextTask(tasks: PageData["tasks"]): BoardItem | null {
  const task = tasks.find(({ status }) => status === "in-progress" || status === "not-started") ?? tasks.at(-1);
  return task ? { type: "task", data: task } : null;
}

type Step = { readonly cards: number } | { readonly columns: number };

/** From the card with the focus; without one, to the first card, of what is in progress if there is any. */
function moveFocus(columns: readonly BoardColumn[], step: Step): boolean {
  const seen = columns.filter((column) => isSeen(column) && openItems(column).length > 0);
  const lists = seen.map(openItems);
  const item = focusedItem();
  // The next key may come before the card is drawn.
  const address = wanted.value ?? (item && cardAddress(item));
  const place = lists.findIndex((items) => items.some((other) => cardAddress(other) === address));
  if (place < 0) return focusIn(lists[seen.findIndex(({ status }) => status === "in-progress")] ?? lists[0], 0);
  const index = lists[place]?.findIndex((other) => cardAddress(other) === address) ?? 0;
  return "cards" in step ? focusIn(lists[place], index + step.cards) : focusIn(lists[place + step.columns], index);
}

function isSeen({ status }: BoardColumn): boolean {
  if (status === "skipped" && !isSkippedOpen.value) return false;
  return !isNarrow.value || laneOf(status) === lane.value;
}

/** The nearest card to this place, if there is any. */
function focusIn(items: readonly BoardItem[] | undefined, index: number): boolean {
  const item = items?.[Math.max(0, Math.min(index, items.length - 1))];
  if (item) focusCard(cardAddress(item));
  return item !== undefined;
}

/** What cannot be seen is shown first. */
function toColumn(columns: readonly BoardColumn[], index: number): boolean {
  const column = columns[index];
  if (!column) return false;
  if (column.status === "skipped") isSkippedOpen.value = true;
  lane.value = laneOf(column.status);
  return focusIn(openItems(column), 0);
}
