// Bar: how much of something is done, drawn.

import type { Canvas } from "./paint.js";

/** `███░░░ 3/6`: as many blocks as asked, at least one full one once anything is done, all of them only when all is. */
export function bar({ done, total }: { done: number; total: number }, columns: number, { paint }: Canvas): string {
  const share = total === 0 ? 0 : done / total;
  const full =
    done === total && total > 0
      ? columns
      : Math.min(columns - 1, Math.max(done > 0 ? 1 : 0, Math.floor(share * columns)));
  return paint.good("█".repeat(Math.max(0, full))) + paint.faint("░".repeat(columns - Math.max(0, full)));
}
