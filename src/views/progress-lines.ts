// Progress lines: a bar for each group, below its track.

import { type Progress, type ProgressGroup, percent } from "../model/progress.js";
import { statuses } from "../model/status.js";
import { groupBy } from "../text/arrays.js";
import { visible } from "../text/visible.js";
import { fitInColumns, padToColumns, widthInColumns } from "../text/width.js";
import { bar, type Canvas, statusLabels } from "./canvas.js";
import { wrapText } from "./wrap.js";

const maxBarWidth = 20;
const minBarWidth = 4;
const minTitleWidth = 10;
const gap = "  ";

/**
 * Phases and tracks show how much of each is done; statuses and months show their share of everything. Phases of
 * fewer than two things on average have no bars: theirs would be either blank or full.
 */
export function progressLines({ by, groups, all }: Progress, canvas: Canvas): string[] {
  if (groups.length === 0)
    return wrapText(by === "month" ? "no topic has a finish date yet" : "nothing to show yet", canvas.width);
  if (by === "status" || by === "month") {
    const parts = groups.map((group) => partOf(group, groups));
    return parts.map((part) => barLine(part, layoutOf(parts, canvas), canvas));
  }
  const layout = layoutOf([...groups, all].map(barOf), canvas);
  const lines: string[] = [];
  const tracks = groupBy(groups, ({ track }) => track);
  const isFine = (track: string | null) => by === "phase" && averageSize(tracks.get(track) ?? []) < 2;
  let track: string | null = null;
  for (const group of groups) {
    if (group.track !== track && lines.length > 0) lines.push("");
    if (group.track !== track && group.track !== null)
      lines.push(canvas.paint.strong(fitInColumns(visible(group.track), canvas.width)));
    track = group.track;
    lines.push(barLine({ ...barOf(group), isBarless: isFine(track) }, layout, canvas));
  }
  return [...lines, "", barLine(barOf(all), layout, canvas)];
}

interface Bar {
  readonly title: string;
  readonly done: number;
  readonly total: number;
  readonly count: string;
  readonly share: string;
  readonly details: string;
  readonly isBarless?: boolean;
}

function barOf(group: ProgressGroup): Bar {
  const { title, done, total, counts } = group;
  const details = (["in-progress", "blocked", "skipped"] as const)
    .filter((status) => counts[status] > 0)
    .map((status) => `${counts[status]} ${statusLabels[status]}`);
  const count = `${done}/${total}`;
  return { title: visible(title), done, total, count, share: `${percent(group)}%`, details: details.join(", ") };
}

/** The share of a status or month. */
function partOf({ title, counts }: ProgressGroup, groups: readonly ProgressGroup[]): Bar {
  const done = sizeOf({ counts });
  const total = groups.reduce((sum, group) => sum + sizeOf(group), 0);
  const status = statuses.find((known) => known === title);
  const share = `${percent({ done, total })}%`;
  return { title: status ? statusLabels[status] : title, done, total, count: `${done}`, share, details: "" };
}

function averageSize(groups: readonly ProgressGroup[]): number {
  return groups.reduce((sum, group) => sum + sizeOf(group), 0) / groups.length;
}

function sizeOf({ counts }: Pick<ProgressGroup, "counts">): number {
  return statuses.reduce((sum, status) => sum + counts[status], 0);
}

/** In columns; a bar or share of 0 is omitted. */
interface Layout {
  readonly title: number;
  readonly bar: number;
  readonly count: number;
  readonly share: number;
}

/**
 * The bar shrinks before the title is cut, and is omitted before the title is cut to nothing; then the share is
 * omitted.
 */
function layoutOf(bars: readonly Bar[], { width }: Canvas): Layout {
  const count = Math.max(...bars.map(({ count }) => count.length));
  const wanted = Math.max(...bars.map(({ title }) => widthInColumns(title)));
  const share = "100%".length;
  const forBarAndTitle = width - count - share - 3 * gap.length;
  if (forBarAndTitle >= minTitleWidth + minBarWidth) {
    const forBar = Math.max(minBarWidth, Math.min(maxBarWidth, forBarAndTitle - wanted));
    return { title: Math.min(wanted, forBarAndTitle - forBar), bar: forBar, count, share };
  }
  const forTitle = width - count - share - 2 * gap.length;
  if (forTitle >= minTitleWidth) return { title: Math.min(wanted, forTitle), bar: 0, count, share };
  return { title: Math.max(1, Math.min(wanted, width - count - gap.length)), bar: 0, count, share: 0 };
}

function barLine(shown: Bar, layout: Layout, canvas: Canvas): string {
  const { title, done, total, count, share, details, isBarless = false } = shown;
  const parts = [
    padToColumns(fitInColumns(title, layout.title), layout.title),
    ...(layout.bar > 0
      ? [isBarless ? " ".repeat(layout.bar) : bar({ done, active: 0, blocked: 0, total }, layout.bar, canvas)]
      : []),
    count.padStart(layout.count),
    ...(layout.share > 0 ? [share.padStart(layout.share)] : []),
  ];
  const line = parts.join(gap);
  const used = layout.title + layout.bar + layout.count + layout.share + gap.length * parts.length;
  return details === "" || used + details.length > canvas.width ? line : line + gap + canvas.paint.dim(details);
}
