// Words of the history: what a commit changed, by topic and task, in the words of the terminal.

import type { Difference } from "../../../model/history/compare.js";
import { noPaint, unicodeSigns } from "../../../views/canvas.js";
import { changedCells } from "../../../views/change-blocks.js";
import {
  changesSummary,
  combinedChanges,
  type NamedChange,
  namedChanges,
  phaseText,
} from "../../../views/named-changes.js";
import type { Data } from "../api/request.js";
import type { IconName } from "../parts/icon.js";
import { itemSign } from "../parts/sign.js";

export type LogData = Data<"log">;
export type ComparedData = NonNullable<LogData["uncommitted"]>;

const canvas = { paint: noPaint, signs: unicodeSigns };

export function changesIn({ otherText, ...comparison }: ComparedData): NamedChange[] {
  return namedChanges({ ...comparison, hasOtherText: otherText }, canvas);
}

/** Of one change its name, of several how many there are of each kind. */
export function changesTitle(changes: readonly NamedChange[]): string {
  const [only, another] = changes;
  if (!only) return "Formatting only";
  if (!another) return capitalized(only);
  return changesSummary(changes);
}

/** Names of topics and tasks keep their case. */
function capitalized({ name, difference }: NamedChange): string {
  return difference ? name : name.charAt(0).toUpperCase() + name.slice(1);
}

/** `finished`, `comments`, `added`. */
export function deedText({ deed, difference }: NamedChange): string {
  const [only, another] = difference?.fields ?? [];
  return deed === "changed" && only && !another ? only.field : deed;
}

/** More would be a wall of cells: of a commit that added a roadmap, only their number is shown. */
const mostChanges = 30;

export function shownChanges(changes: readonly NamedChange[]): readonly NamedChange[] {
  return changes.length <= mostChanges ? changes : combinedChanges(changes);
}

interface LookOfChange {
  readonly icon: IconName;
  readonly look: string;
}

/** The sign of the new status; otherwise a pen. */
export function lookOf({ difference }: NamedChange): LookOfChange {
  const status = difference?.status.to;
  const isNew = difference?.kind === "changed" && status && status !== difference.status.from;
  return isNew ? itemSign(difference.type, status) : { icon: "edit", look: "soft" };
}

export interface ChangedCell {
  readonly title: string;
  readonly from: string;
  readonly to: string;
}

/** Old and new texts as written in the file, in one order: status, dates, proof, the rest. */
export function cellChanges(difference: Difference): ChangedCell[] {
  return changedCells(difference, placeText).map(({ column, from, to }) => ({
    title: cellTitle(column),
    from: shownCell(column, from),
    to: shownCell(column, to),
  }));
}

function placeText({ phase, after }: { readonly phase: string | null; readonly after: string | null }): string {
  const below = after === null ? "at the top" : `below ${after}`;
  return phase === null ? below : `${phaseText(phase)}, ${below}`;
}

export function cellTitle(column: string): string {
  const words = column.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const longest = 1_000;

export function shownCell(column: string, text: string): string {
  if (column === "mark" && text.length <= 1) return `[${text}]`;
  if (text === "") return "(blank)";
  return text.length > longest ? `${text.slice(0, longest).toWellFormed()}…` : text;
}
