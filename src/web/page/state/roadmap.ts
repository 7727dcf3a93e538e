// Roadmap: what the server said last, and what of it is shown; it is not replaced while the user holds any of it.

import { computed, signal } from "@preact/signals";
import type { PageData } from "../../../json/envelopes/page.js";
import { type Data, get, isError, isGone } from "../api/request.js";

/** The newest state of the file. */
const latest = signal<PageData | null>(null);

/** What is shown: the newest state, or the one before it while something is held. */
export const shown = signal<PageData | null>(null);

/** Why there is nothing to show, or nothing newer. */
export const trouble = signal<{ readonly message: string; readonly hint: string } | null>(null);

export const isConnected = signal(true);

const holds = signal(0);

/** The file has changed, and is shown once nothing is held any more. */
export const isBehind = computed(() => latest.value !== shown.value);

/**
 * While a card is dragged, a menu is open or a field is edited, nothing is redrawn: it would move what the pointer is
 * on. Returns what ends it.
 */
export function hold(): () => void {
  holds.value++;
  let isHeld = true;
  return () => {
    if (!isHeld) return;
    isHeld = false;
    holds.value--;
    showLatest();
  };
}

function showLatest(): void {
  if (holds.value === 0) shown.value = latest.value;
}

let asked = 0;

/** Reads the file's state again; the newest one, if it was not shown yet. */
export async function refresh(): Promise<PageData | null> {
  const own = ++asked;
  const answer = await get<"page">("roadmap");
  // An older answer may come later than a newer one.
  if (own !== asked) return latest.value;
  if (isGone(answer)) isConnected.value = false;
  else if (isError(answer)) trouble.value = answer;
  else {
    if (isRead(answer)) latest.value = answer;
    trouble.value = answer.trouble;
    isConnected.value = true;
    showLatest();
  }
  return latest.value;
}

/** The newest state, even if an older one is still shown. */
export function newest(): PageData | null {
  return latest.value;
}

function isRead(data: Data<"page">): data is PageData {
  return data.hash !== null && data.today !== null;
}
