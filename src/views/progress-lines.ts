// Progress lines: a bar for each group, under the track it belongs to.

import type { Progress, ProgressGroup } from "../model/progress.js";
import { visible } from "../text/visible.js";
import { fitInColumns, padToColumns, widthInColumns } from "../text/width.js";
import { bar, percent } from "./bar.js";
import type { Canvas } from "./paint.js";

const widestBar = 20;
const narrowestTitle = 10;

export function progressLines({ groups, all }: Progress, canvas: Canvas): string[] {
  if (groups.length === 0) return ["nothing to show yet"];
  const layout = layoutOf([...groups, all], canvas);
  const lines: string[] = [];
  let track: string | null = null;
  for (const group of groups) {
    if (group.track !== null && group.track !== track) {
      lines.push("", canvas.paint.strong(fitInColumns(visible(group.track), canvas.width)));
    }
    track = group.track;
    lines.push(groupLine(group, layout, canvas));
  }
  return [...lines, "", groupLine(all, layout, canvas)];
}

interface Layout {
  readonly title: number;
  readonly bar: number;
  readonly count: number;
}

function layoutOf(groups: readonly ProgressGroup[], { width }: Canvas): Layout {
  const count = Math.max(...groups.map((group) => countOf(group).length));
  const wanted = groups.reduce((most, { title }) => Math.max(most, widthInColumns(visible(title))), 0);
  // Title, bar, counts and percent stand two blanks apart; the bar gives way before the title is cut.
  const room = width - count - "  ".length * 3 - "100 %".length;
  const barWidth = Math.max(
    4,
    Math.min(widestBar, room - Math.min(wanted, Math.max(narrowestTitle, room - widestBar))),
  );
  return { title: Math.min(wanted, Math.max(narrowestTitle, room - barWidth)), bar: barWidth, count };
}

function groupLine(group: ProgressGroup, layout: Layout, canvas: Canvas): string {
  const title = padToColumns(fitInColumns(visible(group.title), layout.title), layout.title);
  const share = `${percent(group)} %`.padStart("100 %".length);
  const line = `${title}  ${bar(group, layout.bar, canvas)}  ${countOf(group).padStart(layout.count)}  ${share}`;
  const asides = (["in-progress", "blocked", "skipped"] as const)
    .filter((status) => group.counts[status] > 0)
    .map((status) => `${group.counts[status]} ${status.replace("-", " ")}`);
  const aside = asides.length === 0 ? "" : `  ${asides.join(", ")}`;
  const used = layout.title + layout.bar + layout.count + "100 %".length + 6;
  return used + aside.length > canvas.width ? line : line + canvas.paint.faint(aside);
}

function countOf({ done, total }: ProgressGroup): string {
  return `${done}/${total}`;
}
