// Records the children of list items and block quotes: that there is one, and where the last one ends.

import type { ListContainer, Scan } from "./scan-state.js";

/** Tells the innermost container that a block begins in it. Returns the item whose first child it is. */
export function noteChild({ containers }: Scan): ListContainer | null {
  const innermost = containers.at(-1);
  if (innermost?.kind !== "list" || innermost.filled) return null;
  innermost.filled = true;
  return innermost;
}

/** Items and block quotes end where their last child ends. */
export function noteChildEnd({ containers, items }: Scan, end: number): void {
  const innermost = containers.at(-1);
  if (innermost?.kind === "quote") innermost.end = end;
  const item = innermost?.kind === "list" ? items[innermost.item] : undefined;
  if (item) item.span.end = end;
}
