// Folds: which phases are one line; what was unfolded stays so, whatever becomes of the phase.

import { signal } from "@preact/signals";

interface Foldable {
  readonly key: string;
  readonly isOpen: boolean;
}

/** What was chosen, by key. */
const chosen = signal<ReadonlyMap<string, boolean>>(new Map());

/** A phase whose last task is checked off must not close under the pointer. */
const wasOpen = new Set<string>();

export function isUnfolded({ key, isOpen }: Foldable): boolean {
  if (isOpen) wasOpen.add(key);
  return chosen.value.get(key) ?? wasOpen.has(key);
}

export function unfold(key: string): void {
  choose(key, true);
}

export function fold(key: string): void {
  choose(key, false);
}

function choose(key: string, isOpen: boolean): void {
  chosen.value = new Map([...chosen.value, [key, isOpen]]);
}

/** When the view is left: only what was chosen is kept. */
export function forgetOpen(): void {
  wasOpen.clear();
}
