// Difference sentence: what happened to one topic or task between two versions, in words.

import type { Day } from "../model/dates.js";
import type { Difference } from "../model/history/compare.js";
import { plainText } from "../model/inline-text.js";
import { equalEnds } from "../text/arrays.js";
import { visible } from "../text/visible.js";
import { statusLabels } from "./canvas.js";
import { phaseText, statusDeed } from "./named-changes.js";

/** `started`, `finished on 2026-07-09, proof added: …`, `comments changed: "‚Üî" → "↔"`. */
export function differenceSentence(difference: Difference, day: Day | null, arrow: string): string {
  const { kind, phase, renamedFrom, moved, fields, status } = difference;
  if (kind !== "changed") {
    const state = status.to === null || status.to === "not-started" ? "" : `, ${statusLabels[status.to]}`;
    return `${kind}${phase === null ? "" : ` in ${phaseText(phase)}`}${state}`;
  }
  const deed = statusDeed(difference);
  const date = fields.find(({ field }) => field === deed);
  const other = fields.filter(
    ({ field }) => deed === null || !(["status", "mark", deed].includes(field) || (isUndone(deed) && isDate(field))),
  );
  const sentences = [
    deed === null || !date || date.to === day || date.to === "" ? deed : `${deed} on ${visible(date.to)}`,
    renamedFrom === null ? null : `renamed from ${visible(renamedFrom) || "(no name)"}`,
    moved === null
      ? null
      : moved.from.phase === moved.to.phase
        ? "moved"
        : `moved to ${phaseText(moved.to.phase ?? "no phase")}`,
    ...other.map((field) => fieldSentence(field, arrow)),
  ];
  return sentences.filter((sentence) => sentence !== null).join(", ") || "changed";
}

function isUndone(deed: string): boolean {
  return deed === "reopened" || deed === "reset";
}

function isDate(field: string): boolean {
  return field === "started" || field === "finished";
}

/** Only the words that differ. */
function fieldSentence({ field, from, to }: Difference["fields"][number], arrow: string): string {
  const name = visible(field);
  if (field === "mark") return `mark changed: [${visible(from)}] ${arrow} [${visible(to)}]`;
  const [before, after] = [textOf(from), textOf(to)];
  if (before === "") return `${name} added: ${after}`;
  if (after === "") return `${name} cleared: ${before}`;
  const [old, now] = [before.split(" "), after.split(" ")];
  const { head, tail } = equalEnds(old, now);
  const part = (words: readonly string[]) => words.slice(head, words.length - tail).join(" ");
  if (part(old) === "") return `${name} extended: "${part(now)}"`;
  if (part(now) === "") return `${name} shortened: "${part(old)}"`;
  return `${name} changed: "${part(old)}" ${arrow} "${part(now)}"`;
}

function textOf(raw: string): string {
  return visible(plainText(raw)) || visible(raw);
}
