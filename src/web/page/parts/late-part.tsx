// Late part: a part of the page that is loaded when it is first shown, so that the page itself is drawn sooner.

import { signal } from "@preact/signals";
import type { ComponentType } from "preact";

const retryAfterMs = 1_000;

/** Shows nothing until it is loaded. While one that cannot be loaded is wanted, it is asked for again. */
export function latePart<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const loaded = signal<ComponentType<Props> | null>(null);
  const failures = signal(0);
  let isAsked = false;
  const ask = async () => {
    isAsked = true;
    try {
      const part = await load();
      loaded.value = part;
    } catch {
      isAsked = false;
      setTimeout(() => {
        failures.value++;
      }, retryAfterMs);
    }
  };
  return function LatePart(props: Props) {
    const Part = loaded.value;
    if (Part) return <Part {...props} />;
    // Renders it again after a failure, if it is still there.
    void failures.value;
    if (!isAsked) void ask();
    return null;
  };
}
