// Progress lines: every phase of every track with its bar, or the share of each status or month.

import type { Progress, ProgressGroup } from "../model/progress.js";
import { statuses } from "../model/status.js";
import { type BarRow, barLines } from "./bar-lines.js";
import { type Canvas, statusLabels } from "./canvas.js";
import { groupsByTrack, isFine, trackGroup } from "./folded-rows.js";
import { wrapText } from "./wrap.js";

/** Topics and tasks, each with its groups; nothing is folded. */
export function progressLines(kinds: readonly Progress[], canvas: Canvas): string[] {
  const shown = kinds.filter(({ groups }) => groups.length > 0);
  const [first] = kinds;
  if (first && shown.length === 0)
    return wrapText(first.by === "month" ? "no topic has a finish date yet" : "nothing to show yet", canvas.width);
  return barLines(shown.flatMap(rowsOf), canvas);
}

function rowsOf({ by, groups, all }: Progress): BarRow[] {
  const total: BarRow = { depth: 0, group: all, hasBar: true };
  if (by === "status" || by === "month") return [total, ...groups.map((group) => shareRow(group, groups))];
  const tracks = groupsByTrack(groups);
  return [
    total,
    ...[...tracks].flatMap(([track, own]): BarRow[] => {
      const hasBar = by === "track" || !isFine(own);
      if (track === null) return own.map((group) => ({ depth: 1, group, hasBar }));
      const whole: BarRow = { depth: 1, group: trackGroup(track, own).group, hasBar: true };
      return [whole, ...own.map((group): BarRow => ({ depth: 2, group, hasBar }))];
    }),
  ];
}

/** How many of all have this status, or were finished in this month. */
function shareRow(group: ProgressGroup, groups: readonly ProgressGroup[]): BarRow {
  const done = sizeOf(group);
  const total = groups.reduce((sum, other) => sum + sizeOf(other), 0);
  const status = statuses.find((known) => known === group.title);
  const title = status ? statusLabels[status] : group.title;
  const counts = { "not-started": total - done, "in-progress": 0, done, blocked: 0, skipped: 0 };
  return { depth: 1, group: { ...group, title, done, total, counts }, hasBar: true, isShare: true };
}

function sizeOf({ counts }: ProgressGroup): number {
  return statuses.reduce((sum, status) => sum + counts[status], 0);
}
