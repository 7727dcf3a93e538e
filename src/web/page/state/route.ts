// Route: the view and the topic or task that is open, as the fragment of the address.

import { computed, signal } from "@preact/signals";

export const views = ["board", "phases", "progress", "history"] as const;

export type View = (typeof views)[number];

/** What a fragment such as `#phases/topic/3` or `#board/at/1a2b3c` says. */
interface Route {
  readonly view: View;
  readonly open: ItemName | null;
  /** The revision to look at; null for the working file. */
  readonly at: string | null;
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

const itemTypes = ["topic", "task"] as const;

export const route = computed(() => routeOf(fragment.value));

export function routeOf(fragment: string): Route {
  const [name, ...parts] = fragment.slice(1).split("/");
  const view = views.find((one) => one === name) ?? "board";
  const after = (word: string) => (parts.includes(word) ? parts[parts.indexOf(word) + 1] : undefined);
  const type = itemTypes.find((one) => /^[1-9]\d{0,8}$/.test(after(one) ?? ""));
  return { view, open: type ? { type, number: Number(after(type)) } : null, at: decoded(after("at") ?? "") || null };
}

/** Empty if it is not a part of an address. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return "";
  }
}

/** The address of a view, or of a topic or task in it; by default of the revision that is shown. */
export function hrefOf(view: View, open: ItemName | null = null, at: string | null = route.value.at): string {
  const version = at === null ? "" : `/at/${encodeURIComponent(at)}`;
  return `#${view}${open === null ? "" : `/${open.type}/${open.number}`}${version}`;
}

export function goTo(view: View, open: ItemName | null = null): void {
  location.hash = hrefOf(view, open);
}
