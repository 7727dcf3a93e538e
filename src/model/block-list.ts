// Block list: every block of a file in one list, sorted by its start.

import type { Blocks, ListItem } from "./blocks.js";

/**
 * Two texts are read alike when the same blocks begin at the same places, because every line that begins no block
 * belongs to the block above it.
 */
export interface BlockStart {
  /** Table rows count as blocks here; `text` is the paragraph that a list item begins with. */
  readonly kind: string;
  readonly at: number;
  /** The innermost list item that contains it. */
  readonly around: ListItem | null;
}

/** In file order. */
export function blockList({ headings, paragraphs, tables, items, others }: Blocks): BlockStart[] {
  const starts = [
    ...headings.map(({ depth, span }) => ({ kind: `heading of depth ${depth}`, at: span.start })),
    ...paragraphs.map(({ start }) => ({ kind: "paragraph", at: start })),
    ...tables.flatMap(({ header, rows }) => [header, ...rows].map(({ start }) => ({ kind: "row", at: start }))),
    ...items.flatMap(({ span, mark, content }) => [
      { kind: mark ? "task" : "item", at: span.start },
      ...(content ? [{ kind: "text", at: content.start }] : []),
    ]),
    ...others,
  ].sort((a, b) => a.at - b.at);
  let [next, last] = [0, -1];
  return starts.map(({ kind, at }) => {
    while ((items[next]?.span.start ?? at) < at) last = next++;
    while (last >= 0 && (items[last]?.span.end ?? 0) <= at) last = items[last]?.parent ?? -1;
    return { kind, at, around: items[last] ?? null };
  });
}
