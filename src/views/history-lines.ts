// History lines: what commits changed in one topic or task, one sentence each, newest first.

import { nameToType } from "../model/address.js";
import type { Day } from "../model/dates.js";
import type { Difference } from "../model/history/compare.js";
import type { SubjectChange } from "../model/history/history.js";
import { plainText } from "../model/inline-text.js";
import type { Thing } from "../model/names.js";
import type { Roadmap } from "../model/roadmap.js";
import { equalEnds } from "../text/arrays.js";
import { visible } from "../text/visible.js";
import { fitInColumns, padToColumns } from "../text/width.js";
import { type Canvas, statusLabels } from "./canvas.js";
import { dayText } from "./day-words.js";
import { phaseText, statusDeed } from "./named-changes.js";
import { namingFile, wrapText } from "./wrap.js";

interface History {
  readonly thing: Thing;
  readonly changes: readonly SubjectChange[];
  readonly today: Day;
  /** At least this many columns are for the days. */
  readonly dayWidth: number;
}

const maxShown = 10;
const shortId = 7;
/** In narrower terminals, sentences take precedence over commits. */
const minSentence = 12;

/** `18 Nov  started  ffcccbb`; no lines if there are none. */
export function historyLines(roadmap: Roadmap, history: History, canvas: Canvas): string[] {
  const { thing, changes, today, dayWidth } = history;
  const { paint, width, signs } = canvas;
  if (changes.length === 0) return [];
  const shown = changes.slice(0, maxShown);
  const days = shown.map(({ entry: { day } }) => (day === null ? "no date" : dayText(day, today, canvas)));
  const forDays = Math.max(dayWidth, ...days.map(({ length }) => length));
  const withId = width - 2 - forDays - 2 - 2 - shortId;
  const hasId = withId >= minSentence;
  const room = hasId ? withId : width - 2 - forDays - 2;
  const lines = shown.map(({ entry, difference }, index) => {
    const sentence = fitInColumns(sentenceOf(difference, entry.day, signs.arrow), Math.max(1, room), signs.ellipsis);
    const padded = width === Number.POSITIVE_INFINITY ? sentence : padToColumns(sentence, room);
    const id = hasId ? `  ${paint.dim(entry.commit.slice(0, shortId))}` : "";
    return `  ${paint.dim((days[index] ?? "").padEnd(forDays))}  ${padded}${id}`.trimEnd();
  });
  const all = namingFile(`\`roadmap log ${visible(nameToType(roadmap, thing))}\` shows all ${changes.length}`, canvas);
  const more = changes.length > maxShown ? wrapText(`${signs.ellipsis} ${all}`, width, { first: 2, rest: 4 }) : [];
  return ["", `  ${paint.head("History")}`, ...lines, ...more];
}

/** `started`, `finished on 2026-07-09, proof added: …`, `comments changed: "‚Üî" → "↔"`. */
function sentenceOf(difference: Difference, day: Day | null, arrow: string): string {
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
