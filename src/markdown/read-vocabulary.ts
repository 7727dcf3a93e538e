// Reading of a file's statuses: its own words and symbols, the status in each cell, and the spelling of each.

import { isPlaceholder } from "../model/dates.js";
import { hidesContent, isBlankCell, plainText, withoutStruckText } from "../model/inline-text.js";
import type { Settings } from "../model/settings.js";
import {
  builtInEmojiMeaning,
  emptyVocabulary,
  readLegend,
  readStatus,
  type Status,
  type StatusReading,
  statusTextOf,
  type Vocabulary,
} from "../model/status.js";
import { memoizeText } from "../text/memoize.js";

// The meaning of a file's own status words and symbols.

/**
 * The vocabulary from the front matter, from legends, and from words next to a symbol, in this order.
 * @param texts the distinct texts of all status cells
 */
export function readVocabulary(texts: Iterable<string>, settings: Settings): Vocabulary {
  const spelling = new Map<Status, string>();
  const meanings = new Map<string, Status>();
  for (const [status, words] of settings.status) {
    spelling.set(status, words[0] ?? "");
    for (const word of words) learn(meanings, word, status);
  }
  const symbolMeanings: [string, Status][] = [];
  for (const text of texts) {
    const legend = readLegend(text);
    if (legend) {
      for (const [status, part] of legend) {
        if (!spelling.has(status)) spelling.set(status, part);
        learn(meanings, part, status);
      }
    } else symbolMeanings.push(...symbolNextToWords(text));
  }
  for (const [symbol, status] of withoutContradictions(symbolMeanings))
    if (!meanings.has(symbol)) meanings.set(symbol, status);
  return { spelling, meanings };
}

/** The first definition of a word or symbol counts: the front matter precedes a legend. */
function learn(meanings: Map<string, Status>, text: string, status: Status): void {
  const { words, emoji } = statusTextOf(text);
  for (const key of words === "" ? emoji : [words, ...emoji]) if (!meanings.has(key)) meanings.set(key, status);
}

/** The only symbol of a status text, unless it is built in, with the meaning of the words next to it. */
function symbolNextToWords(text: string): [symbol: string, meaning: Status][] {
  const { words, emoji } = statusTextOf(text);
  const [symbol, another] = emoji;
  if (words === "" || !symbol || another || builtInEmojiMeaning(symbol)) return [];
  const status = readStatus(words, emptyVocabulary);
  return status === "blank" || status === "unknown" || status === "unclear" ? [] : [[symbol, status]];
}

/** The symbols that are next to words of one status only. */
function withoutContradictions(all: readonly [symbol: string, meaning: Status][]): [string, Status][] {
  return all.filter(([symbol, status]) => all.every(([other, meaning]) => other !== symbol || meaning === status));
}

// The statuses in the cells of a status column, and the column's spelling of each.

export type CellReading = StatusReading | "legend";

/** Columns contain few different texts, so each is read once. */
export function statusReader(vocabulary: Vocabulary): (raw: string) => CellReading {
  return memoizeText((raw) => cellReading(raw, vocabulary));
}

/** How far a cell proves that a column of unknown header holds statuses. */
type StatusEvidence = "none" | "known" | "sure";

/**
 * `sure` for a cell that hardly means anything but a status; `known` for one that is a status in a status column, but
 * could be something else in another (`Yes`, `New`, a symbol whose meaning differs between files); else `none`.
 */
export function statusEvidence(raw: string, vocabulary: Vocabulary): StatusEvidence {
  const reading = cellReading(raw, vocabulary);
  if (reading === "blank" || reading === "unknown") return "none";
  if (reading === "unclear") return "known";
  return thinWords.has(statusTextOf(statusTextIn(raw)).words) ? "known" : "sure";
}

const thinWords = new Set(["active", "current", "new", "open", "hold"]);

function cellReading(raw: string, vocabulary: Vocabulary): CellReading {
  if (isBlankCell(raw)) return "blank";
  const text = statusTextIn(raw);
  if (readLegend(text)) return "legend";
  return isPlaceholder(text) ? "unknown" : readStatus(text, vocabulary);
}

/** The most frequent spelling of each status in the column; a blank cell counts as a spelling of "not started". */
export function spellingOf(
  counts: ReadonlyMap<string, number>,
  read: (text: string) => CellReading,
): Map<Status, string> {
  const spelling = new Map<Status, string>();
  for (const [text] of mostUsedFirst(spelledCounts(counts, read))) {
    const reading = read(text);
    const status = text === "" ? "not-started" : reading;
    if (isStatus(status) && !spelling.has(status)) spelling.set(status, text);
  }
  return spelling;
}

/**
 * How often the visible text of each spelling occurs. Links, images and anchors belong to their row and do not count.
 */
function spelledCounts(counts: ReadonlyMap<string, number>, read: (text: string) => CellReading): Map<string, number> {
  const byText = new Map<string, { readonly spelling: string; count: number }>();
  for (const [raw, count] of mostUsedFirst(counts)) {
    if (raw !== "" && !isStatus(read(raw))) continue;
    const text = statusTextIn(raw);
    const isPlain = !hidesContent(raw) && text === plainText(raw);
    const known = byText.get(text);
    if (known) known.count += count;
    else byText.set(text, { spelling: isPlain ? raw : text, count });
  }
  return new Map([...byText.values()].map(({ spelling, count }) => [spelling, count]));
}

function mostUsedFirst(counts: ReadonlyMap<string, number>): [string, number][] {
  return [...counts].sort((a, b) => b[1] - a[1]);
}

export function isStatus(reading: CellReading): reading is Status {
  return reading !== "blank" && reading !== "unknown" && reading !== "unclear" && reading !== "legend";
}

/** The status text of a cell: struck-out text is not a status. */
export function statusTextIn(raw: string): string {
  return plainText(withoutStruckText(raw));
}
