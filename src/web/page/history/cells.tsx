// Cells: old and new texts, in aligned columns.

import type { ChangedCell } from "./words.js";

export function Cells({ cells }: { readonly cells: readonly ChangedCell[] }) {
  if (cells.length === 0) return null;
  return (
    <dl class="cells">
      {cells.flatMap(({ title, from, to }) => [
        <dt key={`${title} title`} dir="auto">
          {title}
        </dt>,
        <dd key={title}>
          <s dir="auto">{from}</s> <span aria-hidden="true">→</span>
          <span class="unseen">becomes</span> <span dir="auto">{to}</span>
        </dd>,
      ])}
    </dl>
  );
}
