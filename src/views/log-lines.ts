// Log lines: the changes of each commit, newest first, and the commits whose messages do not match their changes.

import { type Comparison, isUnchanged } from "../model/history/compare.js";
import type { HistoryEntry } from "../model/history/history.js";
import { counted } from "../text/plural.js";
import { visible } from "../text/visible.js";
import { fitInColumns } from "../text/width.js";
import type { Canvas } from "./canvas.js";
import { shortComparisonLines } from "./comparison-lines.js";
import { wrapText } from "./wrap.js";

interface LogView {
  readonly uncommitted: Comparison | null;
  readonly entries: readonly HistoryEntry[];
  /** The number of entries that were not requested. */
  readonly leftOut: number;
  readonly unreadable: readonly HistoryEntry[];
}

const maxChangeLines = 10;
const indent = "  ";

export function logLines({ uncommitted, entries, leftOut, unreadable }: LogView, canvas: Canvas): string[] {
  const pending =
    uncommitted === null
      ? []
      : [canvas.paint.strong(fitInColumns("uncommitted changes", canvas.width)), ...indented(uncommitted, canvas)];
  const lines = [...pending, ...entries.flatMap((entry) => entryLines(entry, canvas))];
  const more = leftOut > 0 ? wrapText(`and ${leftOut} more`, canvas.width) : [];
  const logged = lines.length === 0 ? ["no commits found"] : lines;
  return [...logged, ...more, ...unreadableLines(unreadable, canvas)];
}

function entryLines(entry: HistoryEntry, canvas: Canvas): string[] {
  return [headLine(entry, canvas), ...bodyLines(entry, canvas)];
}

/** `3f2a1b9  2026-03-01  Ada Lovelace`; the author is cut or omitted before the date. */
function headLine({ commit, day, author }: HistoryEntry, { paint, width }: Canvas): string {
  const id = commit.slice(0, 7);
  const room = width - id.length - 14;
  const name = room < 3 ? "" : `  ${fitInColumns(visible(author), room)}`;
  return `${paint.active(id)}  ${day ?? "no date   "}${name}`;
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
export function verifyLines({ checked, silent, mismatches, unreadable }: VerifyView, canvas: Canvas): string[] {
  const { paint, width } = canvas;
  const say = (words: string, claims: readonly string[]) => {
    const shown = claims.slice(0, maxClaims).map((claim) => `${words} ${visible(claim)}`);
    const more = claims.length - shown.length;
    return [...shown, ...(more > 0 ? [`${words} ${more} more`] : [])].flatMap((line) =>
      wrapText(line, width, { first: 2, rest: 4 }),
    );
  };
  const found = mismatches.flatMap(({ entry, claimed, done }) => [
    headLine(entry, canvas),
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
