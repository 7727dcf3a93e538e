// Comparison lines: the changes between two versions of a roadmap, one line per topic, task and column.

import { countedChangeVerbs, describeChanges } from "../model/history/commit-message.js";
import {
  type Comparison,
  type ComparisonCounts,
  countsOf,
  type Difference,
  isUnchanged,
  noChange,
  type Rename,
  type ThingCounts,
} from "../model/history/compare.js";
import { plainText } from "../model/inline-text.js";
import { visible } from "../text/visible.js";
import { fitInColumns, widthInColumns } from "../text/width.js";
import { type Canvas, statusLabels } from "./canvas.js";
import { changeBlocks, inFieldOrder, positionText } from "./change-blocks.js";
import { phaseText } from "./named-changes.js";
import { wrapText } from "./wrap.js";

const maxValueWidth = 60;

export function comparisonLines(comparison: Comparison, canvas: Canvas): string[] {
  if (isUnchanged(comparison)) return wrapText("formatting only", canvas.width);
  if (canvas.isTerminal) return changeBlocks(comparison, canvas);
  const { differences, columns, hasOtherText } = comparison;
  const line = (mark: string, name: string, parts: readonly string[]) => markedLines(mark, { name, parts }, canvas);
  const renamed = (what: string) => (rename: Rename) =>
    line("~", `${what} ${visible(rename.to)}`, [`renamed from ${visible(rename.from)}`]);
  return [
    ...differences.flatMap((difference) => differenceLines(difference, canvas)),
    ...columnLines(columns.added).flatMap((name) => line("+", name, ["added"])),
    ...columnLines(columns.removed).flatMap((name) => line("-", name, ["removed"])),
    ...comparison.renamedColumns.flatMap(renamed("column")),
    ...comparison.renamedPhases.flatMap(renamed("phase")),
    ...comparison.addedPhases.flatMap((name) => line("+", `phase ${visible(name)}`, ["added"])),
    ...comparison.removedPhases.flatMap((name) => line("-", `phase ${visible(name)}`, ["removed"])),
    ...(hasOtherText ? line("~", "other text", ["changed"]) : []),
  ];
}

/** With its topic column, a whole table is added or removed. */
function columnLines(names: readonly string[]): string[] {
  return names.includes("topic") ? ["topic table"] : names.map((name) => `column ${visible(name)}`);
}

/** The same if there is room for only a few lines: above that, only the counts. */
export function shortComparisonLines(comparison: Comparison, maxLines: number, canvas: Canvas): string[] {
  const changeVerbs = describeChanges(comparison);
  if (changeVerbs.length <= maxLines) return comparisonLines(comparison, canvas);
  return wrapText(
    `${changeVerbs.length} changes: ${countedChangeVerbs(changeVerbs).map(visible).join(", ")}`,
    canvas.width,
    {
      first: 0,
      rest: 2,
    },
  );
}

function differenceLines(difference: Difference, canvas: Canvas): string[] {
  const { kind, name } = difference;
  const mark = kind === "added" ? "+" : kind === "removed" ? "-" : "~";
  return markedLines(mark, { name: visible(name) || "(no name)", parts: differenceParts(difference) }, canvas);
}

/** One line if it fits, otherwise one per part. */
function markedLines(
  mark: string,
  { name, parts }: { name: string; parts: readonly string[] },
  { paint, width }: Canvas,
): string[] {
  const stroke = mark === "+" ? paint.done : mark === "-" ? paint.blocked : paint.active;
  const line = [name, ...parts].join("   ");
  if (widthInColumns(line) + 2 <= width) return [`${stroke(mark)} ${[paint.strong(name), ...parts].join("   ")}`];
  return [
    `${stroke(mark)} ${paint.strong(fitInColumns(name, width - 2))}`,
    ...parts.flatMap((part) => wrapText(part, width, { first: 2, rest: 4 })),
  ];
}

/** What changed, without the name. */
function differenceParts({ kind, phase, renamedFrom, moved, fields, status }: Difference): string[] {
  if (kind !== "changed") {
    const state = status.to ?? status.from;
    const inPhase = phase === null ? "" : ` in ${phaseText(phase)}`;
    return [`${kind}${inPhase}`, ...(state === null || state === "not-started" ? [] : [statusLabels[state]])];
  }
  const isStatusListed = fields.some(({ field }) => field === "status" || field === "mark");
  return [
    ...(renamedFrom === null ? [] : [`renamed from ${visible(renamedFrom) || "(no name)"}`]),
    ...(moved === null ? [] : [`moved from ${positionText(moved.from)} to ${positionText(moved.to)}`]),
    ...inFieldOrder(fields).map(
      ({ field, from, to }) => `${visible(field)}  ${shown(field, from)} → ${shown(field, to)}`,
    ),
    ...(isStatusListed || status.from === status.to || !status.from || !status.to
      ? []
      : [`counts as  ${statusLabels[status.from]} → ${statusLabels[status.to]}`]),
  ];
}

function shown(field: string, raw: string): string {
  if (field === "mark") return `[${visible(raw)}]`;
  const text = visible(plainText(raw));
  if (text === "") return raw === "" ? "(blank)" : fitInColumns(visible(raw), maxValueWidth);
  return fitInColumns(text, maxValueWidth);
}

/** The counts of all changes, in at most three lines. */
export function comparisonCountLines(comparison: Comparison, { width }: Canvas): string[] {
  const counts = countsOf(comparison);
  const lines = [
    countLine("topics", counts.topics, "finished"),
    countLine("tasks", counts.tasks, "checked"),
    columnLine(counts),
  ].filter((line) => line !== null);
  const others = { ...comparison, differences: [], columns: noChange.columns };
  const rest = isUnchanged(others)
    ? "formatting only"
    : countedChangeVerbs(describeChanges(others)).map(visible).join(", ");
  return (lines.length === 0 ? [rest] : lines).flatMap((line) =>
    widthInColumns(line) <= width ? line : wrapText(line, width, { first: 0, rest: 2 }),
  );
}

function countLine(
  what: string,
  { added, removed, renamed, moved, changed, done }: ThingCounts,
  finished: string,
): string | null {
  const parts = [
    ...count(added, "added"),
    ...count(removed, "removed"),
    ...count(renamed, "renamed"),
    ...count(moved, "moved"),
    ...count(changed, "changed"),
    ...count(done, finished),
  ];
  return parts.length === 0 ? null : `${what.padEnd(8)} ${parts.join(", ")}`;
}

function columnLine({ columns }: ComparisonCounts): string | null {
  const parts = [...count(columns.added, "added"), ...count(columns.removed, "removed")];
  return parts.length === 0 ? null : `${"columns".padEnd(8)} ${parts.join(", ")}`;
}

function count(number: number, word: string): string[] {
  return number === 0 ? [] : [`${number} ${word}`];
}
