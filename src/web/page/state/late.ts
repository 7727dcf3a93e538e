// Late: what a view shows besides the roadmap; read when it is wanted, and again when the file has changed.

import { effect, type ReadonlySignal, signal } from "@preact/signals";
import type { EnvelopeKind } from "../../../json/envelopes/index.js";
import type { PageData } from "../../../json/envelopes/page.js";
import { type Answer, get, isGone } from "../api/request.js";
import { shown } from "./roadmap.js";

const never = signal(0);

/** Counts when there may be commits that the page does not know: its own, and those of other programs. */
export const commitsSeen = signal(0);

addEventListener("focus", () => {
  commitsSeen.value++;
});

/**
 * The last answer stays until the next one comes, so nothing disappears in the meantime. Null before the first.
 * @param pathFor the path with its query, after `/api/`; null while it is not shown
 * @param again what else it depends on
 */
export function readLate<Wanted extends EnvelopeKind>(
  pathFor: (data: PageData) => string | null,
  again: ReadonlySignal<number> = never,
): ReadonlySignal<Answer<Wanted> | null> {
  const latest = signal<Answer<Wanted> | null>(null);
  let asked = "";
  effect(() => {
    const data = shown.value;
    const path = data && pathFor(data);
    if (!data || path === null) return;
    const key = [path, data.hash, data.today, data.undo?.id, data.redo?.id, again.value].join(" ");
    if (key === asked) return;
    asked = key;
    void get<Wanted>(path).then((answer) => {
      if (key !== asked) return;
      if (isGone(answer)) asked = "";
      else latest.value = answer;
    });
  });
  return latest;
}

/** The path of a view that can show an old version, too. */
export function pathOfShown(path: string, { at }: PageData): string {
  return at === undefined ? path : `${path}${path.includes("?") ? "&" : "?"}at=${at.commit}`;
}
