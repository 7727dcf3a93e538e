// Route: the view and the topic or task that is open, as the fragment of the address.

import { computed, signal } from "@preact/signals";

export const views = ["board", "phases", "progress", "history"] as const;

export type View = (typeof views)[number];

/** What a fragment such as `#phases/topic/3` or `#board/at/1a2b3c` says. */
interface Route {
  readonly view: View;
  readonly open: ItemName | null;
}

/** Which topic or task: rows are known by their number. */
export interface ItemName {
  readonly type: "topic" | "task";
  readonly number: number;
}

const fragment = signal(location.hash);
addEventListener("hashchange", () => {
  fragment.value = location.hash;
});

export const route = computed(() => routeOf(fragment.value));

export function routeOf(fragment: string): Route {
  const [name = "", type, number] = fragment.slice(1).split("/");
  const view = views.find((one) => one === name) ?? "board";
  const isItem = (type === "topic" || type === "task") && /^[1-9]\d{0,8}$/.test(number ?? "");
  return { view, open: isItem ? { type, number: Number(number) } : null };
}

/** The address of a view, or of a topic or task in it. */
export function hrefOf(view: View, open: ItemName | null = null): string {
  return open === null ? `#${view}` : `#${view}/${open.type}/${open.number}`;
}

export function goTo(view: View, open: ItemName | null = null): void {
  location.hash = hrefOf(view, open);
}
