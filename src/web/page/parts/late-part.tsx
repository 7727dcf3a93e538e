// Late part: a part of the page that is loaded when it is first shown, so that the page itself is drawn sooner.

import { signal } from "@preact/signals";
import type { ComponentType } from "preact";

/** Shows nothing until it is loaded; one that cannot be loaded is asked for again with its next props. */
export function latePart<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const loaded = signal<ComponentType<Props> | null>(null);
  let isAsked = false;
  const ask = async () => {
    isAsked = true;
    try {
      const part = await load();
      loaded.value = part;
    } catch {
      isAsked = false;
    }
  };
  return function LatePart(props: Props) {
    const Part = loaded.value;
    if (Part) return <Part {...props} />;
    if (!isAsked) void ask();
    return null;
  };
}
