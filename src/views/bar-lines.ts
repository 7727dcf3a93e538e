// Bar lines: rows of a title, a bar and a count in common columns, with what is in progress and blocked.

import type { ProgressGroup } from "../model/progress.js";
import { visible } from "../text/visible.js";
import { fitInColumns, padToColumns, widthInColumns } from "../text/width.js";
import { bar, type Canvas, statusLabels, textWidth } from "./canvas.js";
import { shortLabel } from "./short-label.js";

export interface BarRow {
  /** 0 for a total, 1 for a part of it, 2 for a part of a part. */
  readonly depth: 0 | 1 | 2;
  readonly group: ProgressGroup;
  readonly hasBar: boolean;
  /** `at phase 3`: the first words to give way. */
  readonly remark?: string | undefined;
  /** Whether `done` is only its share of the total: then all of it is no achievement. */
  readonly isShare?: boolean;
}

const gap = "  ";
const maxBar = 32;
const minBar = 6;
const minTitle = 12;

/**
 * If space is short, the remarks give way first, then the words of counts, then the bars, and the titles last. The
 * counts of what is in progress and blocked always stay.
 */
export function barLines(rows: readonly BarRow[], canvas: Canvas): string[] {
  const titles = rows.map(({ depth, group: { title } }) =>
    depth === 0 ? title : " ".repeat(2 * depth) + visible(canvas.isTerminal ? shortLabel(title) : title),
  );
  const counts = rows.map(({ group: { done, total } }) => `${done}/${total}`);
  const layout = layoutOf(rows, { titles, counts }, canvas);
  return rows.map((row, index) => {
    const title = padToColumns(fitInColumns(titles[index] ?? "", layout.title, canvas.signs.ellipsis), layout.title);
    const { done, total, counts: byStatus } = row.group;
    const parts = { done, active: byStatus["in-progress"], blocked: byStatus.blocked, total };
    const drawn = row.hasBar && total > 0 ? bar(parts, layout.bar, canvas) : " ".repeat(layout.bar);
    const count = (counts[index] ?? "").padStart(layout.count);
    const cells = [
      paintedTitle(row, title, canvas),
      ...(layout.bar > 0 ? [drawn] : []),
      isUntouched(row) ? canvas.paint.dim(count) : count,
      canvas.paint.dim(layout.details[index] ?? ""),
    ];
    return (layout.details[index] === "" ? cells.slice(0, -1) : cells).join(gap);
  });
}

interface Layout {
  readonly title: number;
  /** 0 if there is no room, or no row has a bar. */
  readonly bar: number;
  readonly count: number;
  readonly details: readonly string[];
}

function layoutOf(
  rows: readonly BarRow[],
  { titles, counts }: { readonly titles: readonly string[]; readonly counts: readonly string[] },
  canvas: Canvas,
): Layout {
  const width = Math.min(canvas.width, textWidth);
  const title = Math.max(...titles.map(widthInColumns));
  const count = Math.max(...counts.map((text) => text.length));
  const hasBars = canvas.isTerminal && rows.some(({ hasBar }) => hasBar);
  const detailLevels = [
    rows.map((row) => [inWords(row.group), row.remark ?? ""].filter((text) => text !== "").join(", ")),
    rows.map((row) => inWords(row.group)),
    rows.map((row) => inSigns(row.group, canvas)),
  ];
  const roomBeside = (details: readonly string[]) => {
    const widest = Math.max(...details.map(widthInColumns));
    return width - count - gap.length - (widest > 0 ? widest + gap.length : 0);
  };
  const barRoom = hasBars ? minBar + gap.length : 0;
  const details = detailLevels.find((level) => roomBeside(level) >= title + barRoom) ?? detailLevels.at(-1) ?? [];
  const room = roomBeside(details);
  if (!hasBars || room < minTitle + barRoom)
    return { title: Math.max(1, Math.min(title, room)), bar: 0, count, details };
  const fitted = Math.min(title, room - barRoom);
  return { title: fitted, bar: Math.min(maxBar, room - fitted - gap.length), count, details };
}

const told = ["in-progress", "blocked"] as const;

/** `2 in progress, 1 blocked`. */
function inWords({ counts }: ProgressGroup): string {
  return told
    .filter((status) => counts[status] > 0)
    .map((status) => `${counts[status]} ${statusLabels[status]}`)
    .join(", ");
}

/** `◐2 !1`. */
function inSigns({ counts }: ProgressGroup, { signs }: Canvas): string {
  return told
    .filter((status) => counts[status] > 0)
    .map((status) => `${signs.status[status]}${counts[status]}`)
    .join(" ");
}

function paintedTitle(
  { depth, group, hasBar, isShare = false }: BarRow,
  title: string,
  { paint, signs }: Canvas,
): string {
  if (depth === 0) return paint.head(title);
  const indent = 2 * (depth - 1);
  const text = title.slice(indent + 2);
  const isFinished = group.done === group.total && !isShare;
  const sign = signs.status[group.total === 0 ? "skipped" : "done"];
  if (isFinished)
    return `${" ".repeat(indent)}${paint.done(sign)}${" ".repeat(2 - widthInColumns(sign))}${paint.dim(text)}`;
  return title.slice(0, indent + 2) + (hasBar || !isUntouched({ group }) ? text : paint.dim(text));
}

/** Nothing of it is done, in progress or blocked. */
export function isUntouched({ group: { counts } }: Pick<BarRow, "group">): boolean {
  return counts.done + counts["in-progress"] + counts.blocked === 0;
}
