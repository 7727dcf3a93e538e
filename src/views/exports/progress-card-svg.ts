// Progress card: how much is done, in total and by phase, as a picture for a README.

import { type Progress, type ProgressGroup, percent } from "../../model/progress.js";
import { summaryOf } from "./export-format.js";
import { svgFrame, svgNumber, svgText, type Theme, widthInEm } from "./svg.js";

export const cardWidth = 480;
export const margin = 24;

const inner = cardWidth - 2 * margin;
const headHeight = 104;
const rowHeight = 26;
const trackHeight = 30;
/** More would be a list, not a picture. */
const maxGroups = 16;
const nameWidth = 236;
const countWidth = 56;

/** @param progress by phase */
export function progressCardSvg(progress: Progress, { title, theme }: { title: string; theme: Theme }): string {
  const { all } = progress;
  const groups = progress.groups.length > 1 ? progress.groups.slice(0, maxGroups) : [];
  const hidden = progress.groups.length > 1 ? progress.groups.length - groups.length : 0;
  const rows: string[] = [];
  let y = headHeight;
  let track: string | null = null;
  for (const group of groups) {
    if (group.track !== null && group.track !== track) {
      y += trackHeight;
      rows.push(trackRow(group.track, y - 9));
    }
    track = group.track;
    y += rowHeight;
    rows.push(...groupRow(group, y - 9));
  }
  if (hidden > 0) {
    y += rowHeight;
    const text = `and ${hidden} more`;
    rows.push(svgText({ x: margin, y: y - 8, width: inner, size: 12, text, className: "faint" }));
  }
  return svgFrame({
    width: cardWidth,
    height: y + (rows.length === 0 ? -4 : 14),
    title: `${title}: ${percent(all)}% done`,
    description: [
      summaryOf(all),
      ...progress.groups.slice(0, maxGroups).map(({ title, done, total }) => `${title}: ${done} of ${total}`),
    ].join(". "),
    theme,
    content: [
      ...cardHead({ title, text: summaryOf(all), done: all.done, total: all.total }),
      ...bar(all, { x: margin, y: 76, width: inner, height: 10 }),
      ...rows,
    ],
  });
}

function trackRow(title: string, y: number): string {
  return svgText({ x: margin, y, width: inner, size: 12, text: title, className: "faint", weight: "bold" });
}

function groupRow(group: ProgressGroup, y: number): string[] {
  const barLeft = margin + nameWidth + 12;
  return [
    svgText({ x: margin, y, width: nameWidth, size: 13, text: group.title, className: "ink" }),
    ...bar(group, { x: barLeft, y: y - 8, width: cardWidth - margin - countWidth - 12 - barLeft, height: 8 }),
    svgText({
      ...{ x: cardWidth - margin, y, width: countWidth, size: 12, className: "faint", isRight: true },
      text: `${group.done}/${group.total}`,
    }),
  ];
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The shares of done, in progress and blocked, in this order, on a background for the rest. */
function bar({ counts, total }: ProgressGroup, { x, y, width, height }: Box): string[] {
  const round = ` rx="${height / 2}"`;
  const rest = `<rect class="rest" x="${x}" y="${y}" width="${width}" height="${height}"${round}/>`;
  const parts = [
    ["done", counts.done],
    ["active", counts["in-progress"]],
    ["blocked", counts.blocked],
  ] as const;
  const shown = parts.filter(([, count]) => count > 0);
  if (total === 0 || shown.length === 0) return [rest];
  // Drawn from last to first, each from the left edge, so only the outer ends are round.
  let upTo = 0;
  const drawn = shown.map(([name, count]) => {
    upTo += count;
    const length = Math.max(height, (upTo / total) * width);
    return `<rect class="${name}" x="${x}" y="${y}" width="${svgNumber(length)}" height="${height}"${round}/>`;
  });
  return [rest, ...drawn.toReversed()];
}

// The head of every card: its title, and how much is done, as a number and in words.

interface CardHead {
  readonly title: string;
  readonly text: string;
  readonly done: number;
  readonly total: number;
}

export function cardHead({ title, text, done, total }: CardHead): string[] {
  const head = { y: 38, className: "ink", weight: "bold" } as const;
  const share = `${percent({ done, total })}%`;
  return [
    svgText({ ...head, x: margin, width: titleWidth, size: titleSize(title), text: title }),
    svgText({ ...head, x: cardWidth - margin, width: 72, size: 20, text: share, isRight: true }),
    svgText({ x: margin, y: 61, width: cardWidth - 2 * margin, size: 13, text: text, className: "faint" }),
  ];
}

/** Long titles get a smaller font before they are cut. */
const titleSizes = [18, 16];
const minTitleSize = 15;
const titleWidth = cardWidth - 2 * margin - 76;

function titleSize(title: string): number {
  const width = widthInEm(title, "bold");
  return titleSizes.find((size) => width * size <= titleWidth) ?? minTitleSize;
}
