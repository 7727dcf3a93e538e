// Summary: how much is done and what else there is, in one line.

import type { ProgressGroup } from "../../model/progress.js";

/** `12 of 36 done · 2 in progress · 1 blocked`. */
export function summaryOf({ done, total, counts }: ProgressGroup): string {
  if (total === 0) return "nothing to do yet";
  const others = [
    [counts["in-progress"], "in progress"],
    [counts.blocked, "blocked"],
    [counts.skipped, "skipped"],
  ] as const;
  return [
    `${done} of ${total} done`,
    ...others.flatMap(([count, word]) => (count > 0 ? [`${count} ${word}`] : [])),
  ].join(" · ");
}
