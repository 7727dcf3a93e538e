// Bar: a progress bar.

import type { Canvas } from "./paint.js";

/**
 * `███░░░ 3/6`: as many blocks as requested; at least one full block once anything is done, all of them only when
 * everything is.
 */
export function bar({ done, total }: { done: number; total: number }, columns: number, { paint }: Canvas): string {
  const share = total === 0 ? 0 : done / total;
  const full =
    done === total && total > 0
      ? columns
      : Math.min(columns - 1, Math.max(done > 0 ? 1 : 0, Math.floor(share * columns)));
  return paint.good("█".repeat(Math.max(0, full))) + paint.faint("░".repeat(columns - Math.max(0, full)));
}
