// Progress card: how much is done of topics and of tasks, in total and by phase, as a picture for a README.

import { type ProgressGroup, progressOfThings } from "../../model/progress.js";
import type { Roadmap } from "../../model/roadmap.js";
import { phaseRangeTitle } from "../phase-run.js";
import { shortLabel } from "../short-label.js";
import { plainTitle } from "./export-format.js";
import { barParts, isComplete, type KindOfWork, kindsOfWork, type Section, summaryOf } from "./sections.js";
import { nothingToDo, pictureHead, svgFrame, svgNumber, svgText, type Theme, widthInEm } from "./svg.js";

const cardWidth = 560;
const left = 24;
const right = cardWidth - left;
const nameLeft = 42;
const rowHeight = 23;

export function progressCardSvg(roadmap: Roadmap, theme: Theme): string {
  const kinds = kindsOfWork(roadmap);
  const rows = rowsByKind(kinds);
  const columns = columnsFor([...rows.values()].flat());
  const content: string[] = [];
  let y = 74;
  for (const [kind, own] of rows) {
    content.push(...kindHead(kind, y));
    y += own.length === 0 ? 20 : 24;
    let above: string = kind.title;
    for (const row of own) {
      if (row.group !== above) {
        y += rowHeight + 1;
        content.push(groupLine(row.group, y));
      }
      above = row.group;
      y += rowHeight;
      content.push(...rowLine(row, y, columns));
    }
    y += 30;
  }
  return svgFrame({
    width: cardWidth,
    height: kinds.length === 0 ? 98 : y + 18,
    title: [plainTitle(roadmap), ...kinds.map(({ name, all }) => `${all.done} of ${all.total} ${name} done`)].join(
      ", ",
    ),
    description: kinds.map(({ title, all }) => `${title}: ${summaryOf(all)}.`).join(" ") || nothingToDo,
    theme,
    style: (color) => `.check{fill:none;stroke:${color("done")};stroke-width:1.8;stroke-linecap:round}`,
    content: [
      ...pictureHead(roadmap, cardWidth),
      ...(kinds.length === 0 ? [nothingLine()] : [...content, ...legend(y)]),
    ],
  });
}

function nothingLine(): string {
  return svgText({ x: left, y: 74, width: right - left, size: 13, text: nothingToDo, className: "soft" });
}

/** The name of the kind, how much of it is done in words, and its bar. */
function kindHead({ title, all }: KindOfWork, y: number): string[] {
  const wordsLeft = left + Math.ceil(widthInEm(title, "bold") * 13) + 12;
  return [
    svgText({ x: left, y, width: wordsLeft - left, size: 13, text: title, className: "ink", weight: "bold" }),
    svgText({ x: wordsLeft, y, width: right - wordsLeft, size: 13, text: summaryOf(all), className: "soft" }),
    ...bar(all, { x: left, y: y + 12, width: right - left, height: 8 }),
  ];
}

// The rows: phases, or several of them.

interface Row {
  /** The title above it. */
  readonly group: string;
  readonly name: string;
  readonly sections: readonly Section[];
  readonly progress: ProgressGroup;
}

/** More would be a list, not a picture. */
const maxRows = 16;

function rowsByKind(kinds: readonly KindOfWork[]): Map<KindOfWork, Row[]> {
  const rows = new Map(kinds.map((kind) => [kind, rowsOf(kind)]));
  const count = [...rows.values()].reduce((sum, { length }) => sum + length, 0);
  return new Map(
    Array.from(rows, ([kind, own]) => [kind, folded(own, Math.max(maxRows / 2, maxRows - (count - own.length)))]),
  );
}

/** Phases, or tracks if there are too many phases. Phases of one topic each are no parts to compare: no rows at all. */
function rowsOf({ title, groups, all }: KindOfWork): Row[] {
  const sections = groups.flatMap((group) => group.sections);
  if (sections.length < 2 || all.total < 2 * sections.length) return [];
  const rows = groups.flatMap((group) =>
    runsOf(group.sections).map((run) => {
      const titles = run.map((section) => section.title);
      const name = titles.length === 1 ? shortLabel(titles.join("")) : `${titles.length} phases`;
      return rowOf(run, group.title, phaseRangeTitle(titles, "–") ?? name);
    }),
  );
  if (rows.length <= maxRows || groups.length < 3) return rows;
  return groups.map((group) => rowOf(group.sections, title, shortLabel(group.title)));
}

/** Finished phases next to each other are one run. */
function runsOf(sections: readonly Section[]): Section[][] {
  const runs: Section[][] = [];
  for (const section of sections) {
    const last = runs.at(-1);
    if (last?.[0] && isComplete(last[0].progress) && isComplete(section.progress)) last.push(section);
    else runs.push([section]);
  }
  return runs;
}

function rowOf(sections: readonly Section[], group: string, name: string): Row {
  const things = sections.flatMap(({ topics, tasks }) => [...topics, ...tasks]);
  return { group, name, sections, progress: progressOfThings(things) };
}

/** What is untouched is folded before anything else, the last first; the rest stays in order. */
function folded(rows: readonly Row[], most: number): Row[] {
  if (rows.length <= most) return [...rows];
  const isUntouched = ({ progress: { counts, total } }: Row) => counts["not-started"] === total;
  const byWorth = [...rows.filter((row) => !isUntouched(row)), ...rows.filter(isUntouched)];
  const isKept = new Set(byWorth.slice(0, most - 1));
  const kept = rows.filter((row) => isKept.has(row));
  const others = rows.filter((row) => !isKept.has(row)).flatMap(({ sections }) => sections);
  return [...kept, rowOf(others, kept.at(-1)?.group ?? "", `${others.length} more phases`)];
}

interface Columns {
  readonly barLeft: number;
  readonly barRight: number;
}

const minBarWidth = 110;
const gap = 14;

/** Names first: bars only get the width that the longest name and count leave, but never less than that. */
function columnsFor(rows: readonly Row[]): Columns {
  const longest = (texts: string[]) =>
    texts.reduce((most, text) => Math.max(most, Math.ceil(widthInEm(text, "normal") * 13)), 0);
  const barRight = right - Math.max(32, longest(rows.map(countOf))) - gap;
  const barLeft = nameLeft + longest(rows.map(({ name }) => name)) + gap;
  return { barLeft: Math.min(barLeft, barRight - minBarWidth), barRight };
}

function countOf({ progress: { done, total } }: Row): string {
  return `${done}/${total}`;
}

function groupLine(title: string, y: number): string {
  return svgText({ x: left, y, width: right - left, size: 13, text: shortLabel(title), className: "soft" });
}

function rowLine(row: Row, y: number, { barLeft, barRight }: Columns): string[] {
  const { name, progress } = row;
  const isDone = isComplete(progress);
  const className = isDone ? "soft" : "ink";
  const count = { x: right, y, width: right - barRight, size: 13, text: countOf(row), isRight: true };
  return [
    ...(isDone ? [`<path class="check" d="m25 ${y - 4} 3.5 3.5 6.5-7.5"/>`] : []),
    svgText({ x: nameLeft, y, width: barLeft - gap - nameLeft, size: 13, text: name, className }),
    ...bar(progress, { x: barLeft, y: y - 8, width: barRight - barLeft, height: 6 }),
    svgText({ ...count, className: "soft" }),
  ];
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The shares of done, in progress and blocked on a background for the rest; only the ends of the bar are round. */
function bar(progress: ProgressGroup, { x, y, width, height }: Box): string[] {
  const radius = height / 2;
  const parts = barParts(progress, { width, gap: 1.5, least: radius + 1 }).map(({ name, start, width: own }) => {
    const end = start + own;
    const [from, to] = [x + start + (start === 0 ? radius : 0), x + end - (end === width ? radius : 0)].map(svgNumber);
    const cap = (isRound: boolean, size: number) => (isRound ? `a${radius} ${radius} 0 0 1 0 ${size}` : `v${size}`);
    return `<path class="${name}" d="M${from} ${y}H${to}${cap(end === width, height)}H${from}${cap(start === 0, -height)}z"/>`;
  });
  return [`<rect class="rest" x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}"/>`, ...parts];
}

const meanings = [
  ["done", "done"],
  ["active", "in progress"],
  ["blocked", "blocked"],
  ["rest", "to do"],
] as const;

function legend(y: number): string[] {
  let x = left;
  return meanings.flatMap(([className, text]) => {
    const width = Math.ceil(widthInEm(text, "normal") * 12);
    const parts = [
      `<rect class="${className}" x="${x}" y="${y - 8}" width="10" height="8" rx="2"/>`,
      svgText({ x: x + 15, y, width, size: 12, text, className: "soft" }),
    ];
    x += width + 30;
    return parts;
  });
}
