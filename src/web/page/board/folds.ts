// Folds: which groups of cards the user has opened and closed; kept when the file changes and in other views.

import { signal } from "@preact/signals";
import { isFiltered } from "../state/filter.js";
import type { CardGroup } from "./columns.js";

const chosen = signal<ReadonlyMap<string, boolean>>(new Map());

/** The column of what is skipped is a rail until it is opened. */
export const isSkippedOpen = signal(false);

/** What the filter finds is never folded. */
export function isGroupOpen({ key, title, isOpen }: CardGroup): boolean {
  return title === null || isFiltered.value || (chosen.value.get(key) ?? isOpen);
}

export function setGroupOpen({ key }: CardGroup, isOpen: boolean): void {
  chosen.value = new Map(chosen.value).set(key, isOpen);
}
