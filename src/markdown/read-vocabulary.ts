// Reading of a file's statuses: its own words and symbols, the status in each cell, and the spelling of each.

import { isPlaceholder } from "../model/dates.js";
import { hidesContent, isBlankCell, plainText, withoutStruckText } from "../model/inline-text.js";
import {
  builtInEmojiMeaning,
  isStatus,
  longestStatus,
  readLegend,
  readStatus,
  readStatusText,
  type StatusReading,
  statusTextOf,
} from "../model/read-status.js";
import type { Settings } from "../model/settings.js";
import { emptyVocabulary, type Status, type Vocabulary } from "../model/status.js";
import { wordMeaningOf } from "../model/status-meanings.js";
import type { Span } from "../text/edit.js";
import { memoizeText } from "../text/memoize.js";
import { normalize } from "../text/normalize.js";
import { yamlList } from "../text/quote-for-yaml.js";
import { proseLegend } from "./prose-legend.js";

interface VocabularySources {
  readonly settings: Settings;
  /** The whole file, and its topic tables: a legend is outside of them. */
  readonly text: string;
  readonly trackers: readonly Span[];
}

/**
 * The vocabulary from the front matter, from legends, and from words next to a symbol, in this order.
 * @param texts the distinct texts of all status cells
 */
export function readVocabulary(texts: Iterable<string>, { settings, text, trackers }: VocabularySources): Vocabulary {
  const spelling = new Map<Status, string>();
  const meanings = new Map<string, Status>();
  for (const [status, words] of settings.status) {
    spelling.set(status, words[0] ?? "");
    for (const word of words) for (const key of keysOf(word)) if (!meanings.has(key)) meanings.set(key, status);
  }
  const listed: [string, Status][] = [];
  const symbolMeanings: [string, Status][] = [];
  const symbols = new Set<string>();
  for (const cell of texts) {
    if (cell.length > longestStatus) continue;
    const legend = readLegend(cell);
    if (legend) {
      for (const [status, part] of legend) {
        if (!spelling.has(status)) spelling.set(status, part);
        for (const key of keysOf(part)) listed.push([key, status]);
      }
      continue;
    }
    for (const symbol of statusTextOf(cell).emoji) symbols.add(symbol);
    symbolMeanings.push(...symbolNextToWords(cell));
  }
  learn(meanings, listed);
  const unsettled = [...symbols].filter((symbol) => !builtInEmojiMeaning(symbol) && !meanings.has(symbol));
  if (unsettled.length > 0)
    for (const [symbol, status] of proseLegend(unsettled, text, trackers)) meanings.set(symbol, status);
  learn(meanings, symbolMeanings);
  return { spelling, meanings };
}

/** What is known already stays: the front matter precedes legends, and legends precede the words next to a symbol. */
function learn(meanings: Map<string, Status>, found: readonly [key: string, meaning: Status][]): void {
  for (const [key, status] of withoutContradictions(found)) if (!meanings.has(key)) meanings.set(key, status);
}

/** The words or symbols that a text defines. */
function keysOf(text: string): readonly string[] {
  const { words, emoji } = statusTextOf(plainText(text));
  const keys = words === "" ? emoji : [words, ...emoji];
  // A text of neither words nor emoji, such as an arrow, is known as a whole.
  return keys.length === 0 ? [normalize(text)] : keys;
}

/** The only symbol of a status text, unless it is built in, with the meaning of the words next to it. */
function symbolNextToWords(text: string): [symbol: string, meaning: Status][] {
  const { words, emoji } = statusTextOf(text);
  const [symbol, another] = emoji;
  if (words === "" || !symbol || another || builtInEmojiMeaning(symbol)) return [];
  const status = readStatus(text, emptyVocabulary);
  return isStatus(status) ? [[symbol, status]] : [];
}

/** Those that mean one status only. */
function withoutContradictions(all: readonly [key: string, meaning: Status][]): Map<string, Status> {
  const meanings = new Map<string, Status | null>();
  for (const [symbol, status] of all)
    meanings.set(symbol, meanings.has(symbol) && meanings.get(symbol) !== status ? null : status);
  return new Map([...meanings].flatMap(([symbol, status]): [string, Status][] => (status ? [[symbol, status]] : [])));
}

// The statuses in the cells of a status column, and the column's spelling of each.

export type CellReading = StatusReading | "legend";

interface CellSense {
  readonly reading: CellReading;
  readonly spelling: string;
}

/** Columns contain few different texts, so each is read once. */
export function statusReader(vocabulary: Vocabulary): (raw: string) => CellReading {
  return memoizeText((raw) => cellSense(raw, vocabulary).reading);
}

/**
 * The `status:` line of the front matter with which this cell means "done"; null if no line can define it, because the
 * cell shows no text.
 */
export function statusSetting(raw: string, settings: Settings): string | null {
  const text = statusTextIn(raw);
  for (const word of [text.split(/[(（]/)[0]?.trim() ?? "", text]) {
    const status = new Map(settings.status).set("done", [...(settings.status.get("done") ?? []), word]);
    const vocabulary = readVocabulary([], { settings: { ...settings, status }, text: "", trackers: [] });
    if (word === "" || !isStatus(cellSense(raw, vocabulary).reading)) continue;
    const parts = [...status].map(([name, words]) => `${name}: ${yamlList(words)}`);
    return `status: { ${parts.join(", ")} }`;
  }
  return null;
}

/**
 * How far a cell proves that a column of unknown header holds statuses: `sure` if it hardly means anything but a status;
 * `known` if it is a status in a status column, but could be something else in another (`Yes`, `New`, `5/9`, a symbol
 * whose meaning differs between files).
 */
export function statusEvidence(raw: string, vocabulary: Vocabulary): "none" | "known" | "sure" {
  const { reading, spelling } = cellSense(raw, vocabulary);
  if (reading === "blank" || reading === "unknown") return "none";
  if (reading === "legend") return "sure";
  const { words, emoji } = statusTextOf(spelling);
  if (words !== "") return reading !== "unclear" && !wordMeaningOf(words, vocabulary)?.isThin ? "sure" : "known";
  const isSymbolOnly = statusTextOf(statusTextIn(raw)).words === "";
  return isSymbolOnly && emoji.length > 0 && emoji.every(builtInEmojiMeaning) ? "sure" : "known";
}

function cellSense(raw: string, vocabulary: Vocabulary): CellSense {
  if (isBlankCell(raw)) return { reading: "blank", spelling: "" };
  const text = statusTextIn(raw);
  if (text.length <= longestStatus && readLegend(text)) return { reading: "legend", spelling: "" };
  return isPlaceholder(text) ? { reading: "unknown", spelling: "" } : readStatusText(text, vocabulary);
}

/** The most frequent spelling of each status in the column; a blank cell counts as a spelling of "not started". */
export function spellingOf(counts: ReadonlyMap<string, number>, vocabulary: Vocabulary): Map<Status, string> {
  const spelling = new Map<Status, string>();
  for (const [text, { status }] of spelledCounts(counts, (raw) => cellSense(raw, vocabulary)))
    if (!spelling.has(status)) spelling.set(status, text);
  return spelling;
}

interface SpelledCount {
  readonly status: Status;
  readonly spelling: string;
  count: number;
}

/**
 * How often the visible text of each spelling occurs, the most used first. Links, images, anchors and remarks belong to
 * their row and do not count.
 */
function spelledCounts(
  counts: ReadonlyMap<string, number>,
  senseOf: (raw: string) => CellSense,
): [string, SpelledCount][] {
  const byText = new Map<string, SpelledCount>();
  for (const [raw, count] of mostUsedFirst(counts)) {
    const { reading, spelling } = senseOf(raw);
    const status = raw === "" ? "not-started" : reading;
    if (!isStatus(status) || (spelling === "" && raw !== "")) continue;
    const known = byText.get(spelling);
    const isPlain = !hidesContent(raw) && spelling === plainText(raw);
    if (known) known.count += count;
    else byText.set(spelling, { status, spelling: isPlain ? raw : spelling, count });
  }
  return [...byText.values()].sort((a, b) => b.count - a.count).map((spelled) => [spelled.spelling, spelled]);
}

function mostUsedFirst(counts: ReadonlyMap<string, number>): [string, number][] {
  return [...counts].sort((a, b) => b[1] - a[1]);
}

/** The status text of a cell: struck-out text is not a status, and an HTML checkbox is a box. */
export function statusTextIn(raw: string): string {
  return plainText(withoutStruckText(raw).replace(/<input\b[^<>]*>/gi, boxOf));
}

function boxOf(input: string): string {
  if (!/type=["']?checkbox/i.test(input)) return input;
  return /\schecked\b/i.test(input) ? " [x] " : " [ ] ";
}
