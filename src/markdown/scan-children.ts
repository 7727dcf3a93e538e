// What a list item and a quotation learn of the blocks in them: that there is one, and where the last one ends.

import type { ListContainer, Scan } from "./scan-state.js";

/** Tells the innermost container that a block begins in it. Returns the item of which it is the first child. */
export function noteChild({ containers }: Scan): ListContainer | null {
  const innermost = containers.at(-1);
  if (innermost?.kind !== "list" || innermost.filled) return null;
  innermost.filled = true;
  return innermost;
}

/** An item ends where its last child ends, a quotation also behind a later line with just its mark. */
export function noteChildEnd({ containers, items }: Scan, end: number): void {
  const innermost = containers.at(-1);
  if (innermost?.kind === "quote") {
    innermost.end = Math.max(innermost.end, end);
    return;
  }
  const item = innermost && items[innermost.item];
  if (item) item.span.end = end;
}
