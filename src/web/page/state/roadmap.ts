// Roadmap: what the server said last, and what of it is shown; it is not replaced while the user holds any of it.

import { computed, signal } from "@preact/signals";
import type { PageData } from "../../../json/envelopes/page.js";
import { type Answer, type Data, type ErrorData, type Gone, get, isError, isGone } from "../api/request.js";
import { past } from "./past.js";
import { report } from "./result.js";

/** The newest state of the file. */
const latest = signal<PageData | null>(null);

/** The newest state, or the one before it while something is held. */
const held = signal<PageData | null>(null);

/** Why there is nothing to show, or nothing newer. */
export const trouble = signal<Pick<ErrorData, "code" | "message" | "hint"> | null>(null);

/** `refused`: the server does not know the token of this page. */
export const connection = signal<"open" | "gone" | "refused">("open");

/** What is shown; it cannot be changed while the file or the server is out of reach. */
export const shown = computed<PageData | null>(() => {
  const data = past.value ?? held.value;
  const isOutOfReach = trouble.value !== null || connection.value !== "open";
  return data && isOutOfReach ? { ...data, readOnly: true } : data;
});

/** When another program changed the file last: `14:02`. */
export const changedAt = signal<string | null>(null);

const holds = signal(0);

/** The file has changed, and is shown once nothing is held any more. */
export const isBehind = computed(() => latest.value?.hash !== held.value?.hash);

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
  if (holds.value === 0) held.value = latest.value;
}

let reading: Promise<void> = Promise.resolve();

/** Reads the file's state again; the newest one, even if an older one is still shown. */
export async function refresh(): Promise<PageData | null> {
  const own: Promise<void> = get<"page">("roadmap").then((answer) => {
    // An older answer may come later than a newer one.
    if (own !== reading) return reading;
    return take(answer);
  });
  reading = own;
  await own;
  return latest.value;
}

function take(answer: Answer<"page">): void {
  if (isGone(answer)) lose(answer);
  else if (isError(answer)) trouble.value = answer;
  else show(answer);
}

export function lose({ isRefused }: Gone): void {
  connection.value = isRefused ? "refused" : "gone";
}

function show(data: Data<"page">): void {
  if (isRead(data)) {
    if (latest.value && latest.value.hash !== data.hash && !isOurs(data.hash)) {
      changedAt.value = timeNow();
      report("seen", `${data.file} changed on disk at ${changedAt.value}`);
    }
    latest.value = data;
  }
  trouble.value = data.trouble;
  connection.value = "open";
  showLatest();
}

function isRead(data: Data<"page">): data is PageData {
  return data.hash !== null && data.today !== null;
}

/** The newest state, even if an older one is still shown. */
export function newest(): PageData | null {
  return latest.value;
}

// Whose change it was: the event of a change may come before the answer to it.

let unanswered = 0;
let ownHash = "";

/** @param sending a change of this page */
export async function sendOwn<Sent extends { readonly kind: string; readonly hash?: string }>(
  sending: Promise<Sent>,
): Promise<Sent> {
  unanswered++;
  const answer = await sending;
  unanswered--;
  if (answer.hash !== undefined) ownHash = answer.hash;
  return answer;
}

function isOurs(hash: string): boolean {
  return unanswered > 0 || hash === ownHash;
}

function timeNow(): string {
  return new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format();
}
