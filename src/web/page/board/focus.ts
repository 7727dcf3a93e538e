// Focus: the card that has it, and the same card after the board has been redrawn.

import { signal } from "@preact/signals";
import { useLayoutEffect } from "preact/hooks";
import type { PageData } from "../../../json/envelopes/page.js";
import type { Status } from "../../../model/status.js";
import { type Item, itemAddress, itemAt, itemOfName } from "../state/items.js";
import { type BoardColumn, type BoardItem, columnOrder } from "./columns.js";
import { isGroupOpen, isSkippedOpen, setGroupOpen } from "./folds.js";

/** The address of the card that gets the focus as soon as it is drawn. */
export const wanted = signal<string | null>(null);

/** Does nothing for a card that cannot be seen: in a folded group, or filtered out. */
export function focusCard(address: string): void {
  const links = document.querySelectorAll<HTMLElement>(linkIn(address));
  const link = [...links].find((one) => one.checkVisibility());
  link?.focus();
  if (link) return;
  wanted.value = address;
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      if (wanted.value === address) wanted.value = null;
    }),
  );
}

/** Focuses the card if it is drawn here, and can be seen. */
export function focusDrawn(place: HTMLElement | null, address: string): void {
  const link = place?.querySelector<HTMLElement>(linkIn(address));
  if (!link?.checkVisibility()) return;
  wanted.value = null;
  link.focus();
}

function linkIn(address: string): string {
  return `[data-card="${address}"] h3 a`;
}

/** The card with the focus, as it was when the board was last drawn. */
interface Focused {
  readonly item: Item;
  readonly status: Status;
  readonly index: number;
}

let focused: Focused | null = null;

export function cardAddress({ type, data: { number } }: BoardItem): string {
  return itemAddress({ type, number });
}

/** The cards of a column that can be seen, in their order. */
export function openItems({ groups }: BoardColumn): readonly BoardItem[] {
  return groups.filter(isGroupOpen).flatMap(({ items }) => items);
}

/** Called on every `focusin` and `focusout` of the board. */
export function noteFocus(event: FocusEvent, data: PageData, columns: readonly BoardColumn[]): void {
  const { target } = event;
  if (!(target instanceof Element)) return;
  if (event.type === "focusin") focused = focusedIn(target, data, columns);
  // A card that is redrawn elsewhere loses the focus too, but is no longer there.
  else queueMicrotask(() => target.isConnected && !target.matches(":focus") && forget(target));
}

function forget(target: Element): void {
  if (!target.closest(".board")?.contains(document.activeElement)) focused = null;
}

function focusedIn(target: Element, data: PageData, columns: readonly BoardColumn[]): Focused | null {
  const address = target.closest("[data-card]")?.getAttribute("data-card");
  const column = columns.find(({ groups }) =>
    groups.some(({ items }) => items.some((item) => cardAddress(item) === address)),
  );
  if (!column) return null;
  const index = openItems(column).findIndex((item) => cardAddress(item) === address);
  const item = openItems(column)[index];
  const full = item && itemAt(data, { type: item.type, number: item.data.number });
  return full ? { item: full, status: column.status, index } : null;
}

/** The card with the focus; null if something else has it. */
export function focusedItem(): BoardItem | null {
  return focused && document.activeElement?.closest(`[data-card="${cardAddress(focused.item)}"]`) ? focused.item : null;
}

/** After a redraw, the card has the focus again that had it before, wherever it is now. */
export function useKeptFocus(data: PageData, columns: readonly BoardColumn[]): void {
  useLayoutEffect(() => {
    if (!focused) return;
    const name = itemOfName(focused.item, data);
    const address = name && itemAddress(name);
    const card = document.activeElement?.closest("[data-card]") ?? null;
    const isElsewhere = card === null && document.activeElement !== document.body;
    if (isElsewhere || (address !== null && card?.getAttribute("data-card") === address)) return;
    const next = (address !== null && unfolded(columns, address)) || neighbor(focused, columns);
    if (next !== null) focusCard(next);
  }, [data]);
}

/** The address of a card on the board, in a group that is opened if it is folded; null if the board has none. */
function unfolded(columns: readonly BoardColumn[], address: string): string | null {
  for (const { status, groups } of columns) {
    const group = groups.find(({ items }) => items.some((item) => cardAddress(item) === address));
    if (!group) continue;
    if (status === "skipped" && !isSkippedOpen.value) return null;
    if (!isGroupOpen(group)) setGroupOpen(group, true);
    return address;
  }
  return null;
}

/** What took the place of a card that is gone. */
function neighbor({ status, index }: Focused, columns: readonly BoardColumn[]): string | null {
  const column = columns[columnOrder.indexOf(status)];
  const items = column ? openItems(column) : [];
  const item = items[Math.min(index, items.length - 1)];
  return item ? cardAddress(item) : null;
}
