// Bar: how much is done, in progress and blocked, of topics or of tasks.

import type { statusCounts } from "../state/items.js";

type Counts = ReturnType<typeof statusCounts>;

const looks = [
  ["done", "f-done"],
  ["in-progress", "f-active"],
  ["blocked", "f-blocked"],
] as const;

interface BarProps {
  readonly counts: Counts;
  readonly look?: string;
}

/** Without what is skipped. */
export function Bar({ counts, look = "" }: BarProps) {
  const total = Object.entries(counts).reduce((sum, [status, count]) => (status === "skipped" ? sum : sum + count), 0);
  let start = 0;
  const parts = looks.map(([status, fill]) => {
    const width = total === 0 ? 0 : (100 * counts[status]) / total;
    const part = { status, fill, x: start, width };
    start += width;
    return part;
  });
  return (
    <svg
      class={`bar ${look}`}
      viewBox="0 0 100 8"
      preserveAspectRatio="none"
      role="img"
      aria-label={countWords(counts)}
    >
      {parts.map(({ status, fill, x, width }) => (
        // A little space between the parts, so that they differ without their colors.
        <rect key={status} class={fill} x={x} width={Math.max(0, width - (x + width < 99.9 ? 0.7 : 0))} height="8" />
      ))}
    </svg>
  );
}

/** `17 of 35 done, 2 in progress, 1 blocked` */
export function countWords(counts: Counts): string {
  const total = counts.done + counts["not-started"] + counts["in-progress"] + counts.blocked;
  const others = [
    counts["in-progress"] > 0 ? `${counts["in-progress"]} in progress` : [],
    counts.blocked > 0 ? `${counts.blocked} blocked` : [],
    counts.skipped > 0 ? `${counts.skipped} skipped` : [],
  ].flat();
  return [`${counts.done} of ${total} done`, ...others].join(", ");
}
