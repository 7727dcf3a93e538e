// Current phase: the one that is read, for the index; and the way to another one.

import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { unfold } from "./folds.js";

/** The key of the phase that has the focus, or that is at the place where the eye is. */
export const currentKey = signal<string | null>(null);

/** Follows what is scrolled and focused for as long as the component is rendered. */
export function useCurrentPhase(): void {
  useEffect(() => {
    let frame = 0;
    const look = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        currentKey.value = keyHere();
      });
    };
    look();
    for (const type of events) addEventListener(type, look, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      for (const type of events) removeEventListener(type, look);
    };
  }, []);
}

const events = ["scroll", "resize", "focusin"] as const;

function keyHere(): string | null {
  const focused = document.activeElement?.closest<HTMLElement>("[data-section]");
  if (focused && isSeen(focused)) return focused.dataset.section ?? null;
  // The eye goes down the window as the page is scrolled: so the first and the last phase can be reached.
  const { scrollTop, scrollHeight, clientHeight } = document.documentElement;
  const line = (clientHeight * scrollTop) / Math.max(1, scrollHeight - clientHeight);
  const all = sections();
  const here = all.findLast((section) => section.getBoundingClientRect().top <= line) ?? all[0];
  return here?.dataset.section ?? null;
}

function isSeen(element: HTMLElement): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}

function sections(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>("[data-section]")];
}

/** Unfolds the phase, and brings it to the top with the focus. */
export function goToPhase(key: string): void {
  unfold(key);
  requestAnimationFrame(() => {
    const section = sections().find(({ dataset }) => dataset.section === key);
    section?.scrollIntoView({ block: "start" });
    section?.focus({ preventScroll: true });
  });
}
