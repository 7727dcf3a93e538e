// Prose legend: the meaning of symbols that a line or a table of the file explains, outside its topic tables.
//
//     ✅ Done · 🔄 In progress · ⏳ Planned
//     | 🟢 | Done |

import { plainText } from "../model/inline-text.js";
import { isStatus, readStatusText, statusTextOf } from "../model/read-status.js";
import { emptyVocabulary, type Status } from "../model/status.js";
import { meaningOfWords } from "../model/status-meanings.js";
import { statusKey } from "../model/status-words.js";
import { type Span, textAt } from "../text/edit.js";

/** The status that most lines give each of the symbols; none if two are given equally often. */
export function proseLegend(symbols: readonly string[], text: string, trackers: readonly Span[]): Map<string, Status> {
  const votes = new Map<string, Map<Status, number>>();
  const wanted = new Set(symbols);
  for (const line of linesWith(symbols, text, trackers))
    for (const [symbol, status] of explanationsIn(line)) {
      if (!wanted.has(symbol)) continue;
      const given = votes.get(symbol) ?? new Map<Status, number>();
      votes.set(symbol, given.set(status, (given.get(status) ?? 0) + 1));
    }
  return new Map([...votes].flatMap(([symbol, given]): [string, Status][] => majorityOf(symbol, given)));
}

function majorityOf(symbol: string, given: ReadonlyMap<Status, number>): [string, Status][] {
  const [first, second] = [...given].sort((a, b) => b[1] - a[1]);
  return first && first[1] > (second?.[1] ?? 0) ? [[symbol, first[0]]] : [];
}

const maxLineLength = 1000;

/** The lines outside the topic tables that contain one of the symbols. */
function linesWith(symbols: readonly string[], text: string, trackers: readonly Span[]): string[] {
  const lines: string[] = [];
  let start = 0;
  for (const end of [...trackers.map((span) => span.start), text.length]) {
    const part = textAt(text, { start, end });
    if (symbols.some((symbol) => part.includes(symbol))) lines.push(...part.split(/\r\n|[\r\n]/));
    start = trackers.find((span) => span.start === end)?.end ?? end;
  }
  return lines.filter((line) => line.length <= maxLineLength && symbols.some((symbol) => line.includes(symbol)));
}

/** The symbols of a line, each with the status after it or, if the last one has none, the status before it. */
function explanationsIn(line: string): [symbol: string, status: Status][] {
  const text = plainText(line.replace(/^[\s>]*(?:[-*+]|\d+[.)])?\s+/, ""));
  const { emoji } = statusTextOf(text);
  if (emoji.length === 0) return [];
  const labels = textsBetween(text, emoji);
  const statusBefore = emoji.map((_, index) => labelStatus(labels[index] ?? "", "last"));
  const statusAfter = emoji.map((_, index) => labelStatus(labels[index + 1] ?? "", "first"));
  const found = statusAfter.at(-1) ? statusAfter : statusBefore;
  return emoji.flatMap((symbol, index): [string, Status][] => {
    const status = found[index];
    return status ? [[symbol, status]] : [];
  });
}

function textsBetween(text: string, symbols: readonly string[]): string[] {
  const lower = text.toLowerCase();
  let end = 0;
  const texts = symbols.map((symbol) => {
    const start = lower.indexOf(symbol, end);
    const between = text.slice(end, start);
    end = start + symbol.length;
    return between;
  });
  return [...texts, text.slice(end)];
}

/** The status of the words next to a symbol, in their own cell or between separators. */
function labelStatus(label: string, side: "first" | "last"): Status | null {
  const parts = label.split(/[|·•,;，、]/).filter((part) => statusKey(part) !== "");
  const part = (side === "first" ? parts[0] : parts.at(-1))?.replace(/^[^\p{L}]+/u, "").trim() ?? "";
  const { reading, spelling } = readStatusText(part, emptyVocabulary);
  const isThinPart = meaningOfWords(statusKey(spelling))?.isThin && statusKey(part) !== statusKey(spelling);
  return isStatus(reading) && spelling !== "" && !isThinPart ? reading : null;
}
