// Conflict lines: the unresolved conflicts of a merge with both sides, and the choices that were made.

import { plainText } from "../model/inline-text.js";
import { visible } from "../text/visible.js";
import { fitInColumns, widthInColumns } from "../text/width.js";
import type { Canvas } from "./canvas.js";
import { wrapText } from "./wrap.js";

export interface ShownConflict {
  readonly number: number;
  readonly kind: "cell" | "row" | "lines" | "parts" | "unclear";
  readonly name: string;
  readonly field: string;
  /** The number of its line. */
  readonly line: number;
  readonly ours: string | null;
  readonly theirs: string | null;
  readonly base: string | null;
}

const maxValueWidth = 60;

/** The minimum number of columns for a text next to a label. */
const minWidth = 12;

/** Each with its number, its subject, and both sides. */
export function conflictLines(conflicts: readonly ShownConflict[], canvas: Canvas): string[] {
  return conflicts.flatMap((conflict) => {
    const [first, ...rest] = labelled(`${conflict.number}`, aboutLine(conflict), { indent: 3, width: canvas.width });
    const sideLines = sideTexts(conflict).flatMap(([side, text]) =>
      labelled(`   ${side}`, text, { indent: 11, width: canvas.width }),
    );
    return [canvas.paint.strong(first ?? ""), ...rest, ...sideLines];
  });
}

/** The choice for each conflict, in words. */
export function resolvedLines(
  resolved: readonly (ShownConflict & { readonly chosen: string })[],
  canvas: Canvas,
): string[] {
  return resolved.flatMap(({ chosen, ...conflict }) => {
    const field = conflict.kind === "cell" ? [`${visible(conflict.field)}  ${visible(chosen)}`] : [visible(chosen)];
    const line = [shownName(conflict), ...field].join("   ");
    const mark = canvas.paint.done("✓");
    if (widthInColumns(line) + 2 <= canvas.width) return [`${mark} ${line}`];
    const [title = "", ...rest] = wrapText(shownName(conflict), canvas.width, { first: 2, rest: 2 });
    return [`${mark} ${title.trimStart()}`, ...rest, ...wrapText(field.join(""), canvas.width, { first: 4, rest: 4 })];
  });
}

/**
 * The text after a label, with further lines aligned below its first; below the label if there is no room next to it.
 */
function labelled(label: string, text: string, { indent, width }: { indent: number; width: number }): string[] {
  const start = label.padEnd(indent);
  if (start.length > indent || indent + minWidth > width)
    return [label, ...wrapText(text, width, { first: 5, rest: 5 })];
  const [first = "", ...rest] = wrapText(text, width, { first: indent, rest: indent });
  return [start + first.slice(indent), ...rest];
}

function aboutLine(conflict: ShownConflict): string {
  const place = `(line ${conflict.line})`;
  if (conflict.kind === "cell") return `${shownName(conflict)} · ${visible(conflict.field)}  ${place}`;
  if (conflict.kind === "row") return `${shownName(conflict)} · on one side only  ${place}`;
  if (conflict.kind === "parts") return `both sides changed different things and can be combined  ${place}`;
  if (conflict.kind === "unclear") return `a marker is missing or duplicated: resolve it in an editor  ${place}`;
  return `whole lines  ${place}`;
}

function shownName({ name, line }: ShownConflict): string {
  return fitInColumns(visible(name), maxValueWidth) || `line ${line}`;
}

function sideTexts(conflict: ShownConflict): [string, string][] {
  const { kind, ours, theirs, base } = conflict;
  if (kind === "parts" || kind === "unclear") return [];
  const texts: [string, string][] = [
    ["ours", shown(conflict, ours)],
    ["theirs", shown(conflict, theirs)],
  ];
  return base === null ? texts : [...texts, ["base", shown(conflict, base)]];
}

/** Without Markdown, unless that is the difference; only the first of several lines. */
function shown({ kind, field, ours, theirs }: ShownConflict, raw: string | null): string {
  if (raw === null) return "(absent)";
  if (kind === "lines") {
    const lines = raw.trim().split(/\r?\n/);
    const first = fitInColumns(visible(lines[0] ?? ""), maxValueWidth);
    if (first === "") return "(empty)";
    return lines.length > 1 ? `${first}  and ${lines.length - 1} more` : first;
  }
  if (field === "mark") return `[${visible(raw)}]`;
  const isPlain = kind === "cell" && plainText(ours ?? "") !== plainText(theirs ?? "");
  const text = visible(isPlain ? plainText(raw) : raw);
  return text.trim() === "" ? "(blank)" : fitInColumns(text, maxValueWidth);
}
