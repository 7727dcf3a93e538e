// Change blocks: in a terminal, each change between two versions with its sign, and below it old → new.

import type { Comparison, Difference } from "../model/history/compare.js";
import type { ListPosition } from "../model/history/match.js";
import { visible } from "../text/visible.js";
import { fitInColumns, widthInColumns } from "../text/width.js";
import { type Canvas, statusLabels } from "./canvas.js";
import { cellLines, type ShownChange } from "./cell-lines.js";
import { type NamedChange, namedChanges, phaseText } from "./named-changes.js";
import { wrapText } from "./wrap.js";

const maxValueWidth = 60;

export function changeBlocks(comparison: Comparison, canvas: Canvas): string[] {
  const changes = namedChanges(comparison, canvas);
  const signWidth = Math.max(0, ...changes.map(({ sign }) => widthInColumns(sign)));
  return changes.flatMap((change) => blockLines(change, signWidth, canvas));
}

function blockLines(change: NamedChange, signWidth: number, canvas: Canvas): string[] {
  const { sign, stroke, name, difference } = change;
  const { paint, signs, width } = canvas;
  const indent = signWidth + 1;
  const space = signWidth - widthInColumns(sign);
  const lead = `${" ".repeat(Math.ceil(space / 2))}${stroke(sign)}${" ".repeat(Math.floor(space / 2))} `;
  const title = fitInColumns(name, Math.max(1, width - indent), signs.ellipsis);
  const whole = wholeText(change);
  const isBeside = whole !== "" && indent + widthInColumns(title) + 2 + widthInColumns(whole) <= width;
  const rest = whole === "" || isBeside ? [] : wrapText(whole, width, { first: indent, rest: indent });
  return [
    lead + paint.strong(title) + (isBeside ? paint.dim(`  ${whole}`) : ""),
    ...rest.map(paint.dim),
    ...(difference ? cellLines(changedCells(difference, positionText), { indent }, canvas) : []),
  ];
}

/** `added in phase 3, done`; empty where values follow. */
function wholeText({ deed, from, difference }: NamedChange): string {
  if (!difference) return from === null ? deed : `${deed} from ${from}`;
  const { kind, phase, status } = difference;
  if (kind === "changed") return "";
  const state = status.to ?? status.from;
  const inPhase = phase === null ? "" : ` in ${phaseText(phase)}`;
  return `${kind}${inPhase}${state === null || state === "not-started" ? "" : `, ${statusLabels[state]}`}`;
}

/** Old and new texts in one order: status, dates, proof, the rest; of what was added or removed none. */
export function changedCells(
  { kind, type, name, renamedFrom, moved, fields, status }: Difference,
  placeText: (position: ListPosition) => string,
): ShownChange[] {
  if (kind !== "changed") return [];
  const isStatusListed = fields.some(({ field }) => field === "status" || field === "mark");
  const { from, to } = status;
  return [
    ...(renamedFrom === null ? [] : [{ column: type, from: renamedFrom, to: name, isPlain: true }]),
    ...(moved === null
      ? []
      : [{ column: "place", from: placeText(moved.from), to: placeText(moved.to), isPlain: true }]),
    ...inFieldOrder(fields).map(({ field, ...values }) => ({ column: field, ...values })),
    ...(isStatusListed || from === to || !from || !to
      ? []
      : [{ column: "counts as", from: statusLabels[from], to: statusLabels[to], isPlain: true }]),
  ];
}

/** What matters most is first, whatever the order of the columns. */
const firstFields = ["status", "mark", "started", "finished", "due", "proof"];

export function inFieldOrder<Field extends { readonly field: string }>(fields: readonly Field[]): Field[] {
  return fields.toSorted((a, b) => rankOf(a.field) - rankOf(b.field));
}

function rankOf(field: string): number {
  const rank = firstFields.indexOf(field);
  return rank < 0 ? firstFields.length : rank;
}

export function positionText({ phase, after }: ListPosition): string {
  const below = after === null ? "the top" : `below ${fitInColumns(visible(after), maxValueWidth)}`;
  return phase === null ? below : `${phaseText(phase)}, ${below}`;
}
