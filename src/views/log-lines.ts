// Log lines: the changes of each commit, newest first, and the commits whose messages do not match their changes.

import type { Day } from "../model/dates.js";
import { type Comparison, isUnchanged } from "../model/history/compare.js";
import type { HistoryEntry } from "../model/history/history.js";
import { counted } from "../text/plural.js";
import { visible } from "../text/visible.js";
import { fitInColumns } from "../text/width.js";
import type { Canvas } from "./canvas.js";
import { shortComparisonLines } from "./comparison-lines.js";
import { logDayText, logRowLines } from "./log-rows.js";
import { hintLine, wrapText } from "./wrap.js";

interface LogView {
  readonly uncommitted: Comparison | null;
  readonly entries: readonly HistoryEntry[];
  /** The number of entries that were not requested. */
  readonly leftOut: number;
  readonly unreadable: readonly HistoryEntry[];
  readonly today: Day;
  /** Whether old and new values are shown in a terminal too. */
  readonly hasCells: boolean;
  /** The command that shows more entries. */
  readonly longer: string;
}

const maxChangeLines = 10;
const indent = "  ";

export function logLines(view: LogView, canvas: Canvas): string[] {
  const { uncommitted, entries, leftOut, unreadable, hasCells } = view;
  const isEmpty = uncommitted === null && entries.length === 0;
  if (!canvas.isTerminal) {
    const more = leftOut > 0 ? wrapText(`and ${leftOut} more`, canvas.width) : [];
    const lines = isEmpty ? ["no commits found"] : commitLines(view, canvas);
    return [...lines, ...more, ...unreadableLines(unreadable, canvas)];
  }
  const lines = isEmpty ? ["no commits found"] : hasCells ? commitLines(view, canvas) : logRowLines(view, canvas);
  const notes = [...(hasCells ? [] : shallowLines(entries, canvas)), ...unreadableLines(unreadable, canvas)];
  const more = leftOut > 0 ? [counted(leftOut, "older commit"), ...hintLine(view.longer, canvas)] : [];
  return [lines, notes, more]
    .filter((part) => part.length > 0)
    .flatMap((part, index) => (index > 0 ? ["", ...part] : part));
}

function shallowLines(entries: readonly HistoryEntry[], { width }: Canvas): string[] {
  const first = entries.find(({ kind }) => kind === "earliest");
  return first ? wrapText(`this clone is shallow: no history before ${first.commit.slice(0, 7)}`, width) : [];
}

/** Each commit with old and new values, below its author. */
function commitLines({ uncommitted, entries, today }: LogView, canvas: Canvas): string[] {
  const pending =
    uncommitted === null
      ? []
      : [
          canvas.paint.strong(fitInColumns(`${canvas.isTerminal ? "U" : "u"}ncommitted changes`, canvas.width)),
          ...indented(uncommitted, canvas),
        ];
  return [...pending, ...entries.flatMap((entry) => [headLine(entry, today, canvas), ...bodyLines(entry, canvas)])];
}

/** `3f2a1b9  2026-03-01  Ada Lovelace`; the author is cut or omitted before the date. */
function headLine({ commit, day, author }: HistoryEntry, today: Day, canvas: Canvas): string {
  const { paint, width } = canvas;
  const id = commit.slice(0, 7);
  const date = (day === null ? "no date" : logDayText(day, today, canvas)).padEnd(10);
  const room = width - id.length - date.length - 4;
  const name = room < 3 ? "" : `  ${fitInColumns(visible(author), room)}`;
  return `${paint.active(id)}  ${date}${name}`;
}

function bodyLines({ kind, comparison, path, renamedFrom }: HistoryEntry, canvas: Canvas): string[] {
  const say = (text: string) => wrapText(text, canvas.width, { first: 2, rest: 4 });
  const file = visible(path ?? "the file");
  if (kind === "earliest") return say("this clone is shallow: no history before this commit");
  const renamed = renamedFrom === null ? [] : say(`the file was renamed from ${visible(renamedFrom)} to ${file}`);
  const appeared = kind === "added" ? say(`${file} was added`) : kind === "removed" ? say(`${file} was removed`) : [];
  const isCovered = comparison === null || (isUnchanged(comparison) && renamed.length + appeared.length > 0);
  return [...renamed, ...appeared, ...(isCovered ? [] : indented(comparison, canvas))];
}

function indented(comparison: Comparison, canvas: Canvas): string[] {
  const narrower = { ...canvas, width: Math.max(1, canvas.width - indent.length) };
  return shortComparisonLines(comparison, maxChangeLines, narrower).map((line) => indent + line);
}

function unreadableLines(unreadable: readonly HistoryEntry[], { width }: Canvas): string[] {
  const [first] = unreadable;
  if (!first) return [];
  const which = unreadable.slice(0, 3).map(({ commit, trouble }) => `${commit.slice(0, 7)}: ${visible(trouble ?? "")}`);
  const more = unreadable.length > which.length ? "; …" : "";
  return wrapText(`${counted(unreadable.length, "revision")} could not be read (${which.join("; ")}${more})`, width, {
    first: 0,
    rest: 2,
  });
}

interface VerifyView {
  readonly today: Day;
  readonly checked: number;
  readonly silent: number;
  readonly mismatches: readonly {
    readonly entry: HistoryEntry;
    readonly claimed: readonly string[];
    readonly done: readonly string[];
  }[];
  readonly unreadable: readonly HistoryEntry[];
}

const maxClaims = 20;

/** Each with what its message claims and what it changed, then the verdict. */
export function verifyLines(view: VerifyView, canvas: Canvas): string[] {
  const { checked, silent, mismatches, unreadable, today } = view;
  const { paint, width } = canvas;
  const say = (words: string, claims: readonly string[]) => {
    const shown = claims.slice(0, maxClaims).map((claim) => `${words} ${visible(claim)}`);
    const more = claims.length - shown.length;
    return [...shown, ...(more > 0 ? [`${words} ${more} more`] : [])].flatMap((line) =>
      wrapText(line, width, { first: 2, rest: 4 }),
    );
  };
  const found = mismatches.flatMap(({ entry, claimed, done }) => [
    headLine(entry, today, canvas),
    ...say("message:", claimed),
    ...say("commit:", done),
  ]);
  const quiet = silent === 0 ? "" : `; ${silent} without roadmap trailers`;
  const count = `${counted(checked, "commit")} checked`;
  const wrong = mismatches.length;
  const verdict =
    wrong === 0
      ? `${paint.done("✓")} ${count}: ${checked === 1 ? "it matches its message" : "all match their messages"}${quiet}`
      : `${paint.blocked("✗")} ${count}: ${wrong} ${wrong === 1 ? "does not match its message" : "do not match their messages"}${quiet}`;
  return [
    ...found,
    ...(found.length > 0 ? [""] : []),
    ...wrapText(verdict, width, { first: 0, rest: 2 }),
    ...unreadableLines(unreadable, canvas),
  ];
}
