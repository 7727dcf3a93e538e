// Reading of a status text: the status that its words, symbols, boxes or percentage name, with or without a remark.
//
//     Done   ✅ Done (week 2)   完了(4/24)   not done   80%   ☐ Todo ☑ Done   →   a status and its spelling

import { lazy, memoizeText } from "../text/memoize.js";
import { normalize } from "../text/normalize.js";
import { readPercent } from "./percent.js";
import { type Status, statuses, type Vocabulary } from "./status.js";
import { isNegated, meaningOfWords, wordMeaningOf } from "./status-meanings.js";
import { statusEmoji, statusKey } from "./status-words.js";

/** How a status text is read: a status, blank, or why it could not be read. */
export type StatusReading = Status | "blank" | "unknown" | "unclear";

/** A status text as it is read, and the part of it that names the status. */
interface StatusSense {
  readonly reading: StatusReading;
  /** Without the remark; empty if no part of the text can be copied to another topic (`45%`). */
  readonly spelling: string;
}

/** A status text split into its words and the symbols (emoji, shortcodes, brackets) next to them. */
interface StatusText {
  readonly words: string;
  readonly emoji: readonly string[];
}

/** Also because V8 prepares a pattern with Unicode properties, or a long one, where it is written, even if it is never used. */
const signPattern = lazy(() => /:[a-z][a-z0-9_]*:|\[[ x/!-]\]|[\p{Extended_Pictographic}✓✗✘☐☒□■▢◯○●◐◑◒◓◔◕]/giu);

const emojiMeanings: ReadonlyMap<string, Status> = new Map(
  statuses.flatMap((status) => statusEmoji[status].map((symbol): [string, Status] => [symbol, status])),
);

/** The meaning of a symbol in every file, if it has one. */
export function builtInEmojiMeaning(symbol: string): Status | undefined {
  return emojiMeanings.get(symbol);
}

export const statusTextOf = memoizeText((text): StatusText => {
  if (/^[\w -]*$/.test(text)) return { words: statusKey(text), emoji: [] };
  // A runner with a gender sign is a runner.
  const plain = text.replace(/\u200d[♀♂]/g, "");
  const emoji = plain.match(signPattern())?.map((symbol) => symbol.toLowerCase()) ?? [];
  return { words: statusKey(emoji.length === 0 ? plain : plain.replace(signPattern(), " ")), emoji };
});

/**
 * Reads a status text. Words decide, symbols if there are no words that name a status. A symbol whose meaning differs
 * between files, or that contradicts the words next to it, is `unclear`: it is never guessed.
 */
export function readStatus(text: string, vocabulary: Vocabulary): StatusReading {
  return readStatusText(text, vocabulary).reading;
}

/** A longer cell is a text, not a status with a remark; looking for one would take seconds. */
export const longestStatus = 2000;

export function readStatusText(text: string, vocabulary: Vocabulary): StatusSense {
  if (text === "") return { reading: "blank", spelling: "" };
  if (text.length > longestStatus) return { reading: "unknown", spelling: "" };
  const option = tickedOption(text, vocabulary);
  if (option) return { reading: option, spelling: "" };
  const whole = readWhole(text, vocabulary);
  if (whole !== "unknown") return { reading: whole, spelling: text };
  return (
    readShare(text, vocabulary) ??
    readTranslations(text, vocabulary) ??
    readWithRemark(text, vocabulary) ??
    readSign(text, vocabulary) ?? { reading: "unknown", spelling: "" }
  );
}

/**
 * The status that a person types: its key (`in-progress`), or a word of the file.
 * @throws what `refusal` returns for the message and the hint, if the words are not a status
 */
export function typedStatus(
  words: string,
  vocabulary: Vocabulary,
  refusal: (message: string, hint: string) => Error,
): Status {
  const trimmed = words.trim();
  const reading = isStatus(trimmed) ? trimmed : readStatus(trimmed, vocabulary);
  if (isStatus(reading)) return reading;
  throw refusal(`"${words}" is not a status`, `use one of ${statuses.join(", ")}`);
}

export function isStatus(reading: string): reading is Status {
  return statuses.some((status) => status === reading);
}

/**
 * The statuses listed in a legend cell: two or more different ones, separated by `/`, `|` or a comma, each with its
 * first spelling; null for any other cell.
 */
export const readLegend = memoizeText((text): ReadonlyMap<Status, string> | null => {
  for (const separator of listSeparators) {
    const parts = partsOf(text, separator);
    if (parts.length < 2) continue;
    const spelling = new Map<Status, string>();
    for (const part of parts) {
      const status = listedStatus(part);
      if (!status) break;
      if (!spelling.has(status)) spelling.set(status, part);
    }
    if (spelling.size > 1 && parts.every(listedStatus)) return spelling;
  }
  return null;
});

const listSeparators = ["|", "/", ",", "，", "、"];

function partsOf(text: string, separator: string): string[] {
  return text.includes(separator) ? text.split(separator).map((part) => part.trim()) : [];
}

/** A box that contradicts its words is an option of a form, not part of a legend. */
function listedStatus(part: string): Status | undefined {
  const { words, emoji } = statusTextOf(part);
  const [only, another] = emoji;
  const meaning = only && !another ? emojiMeanings.get(only) : undefined;
  if (words === "") return meaning;
  const status = meaningOfWords(words)?.status;
  return only && isBox(only) && meaning !== status ? undefined : status;
}

/** The whole text: words known as they are, or symbols alone. */
function readWhole(text: string, vocabulary: Vocabulary): StatusReading {
  const { words, emoji } = statusTextOf(text);
  if (words !== "") {
    if (/[?？]\s*$/.test(text) && !vocabulary.meanings.has(words)) return "unknown";
    const status = wordMeaningOf(words, vocabulary)?.status;
    return status ? withSigns(status, words, { emoji, vocabulary }) : "unknown";
  }
  if (emoji.length > 0) return meaningOfSigns(emoji, vocabulary) ?? "unclear";
  return vocabulary.meanings.get(normalize(text)) ?? (/^[-–—_.…·*\s]+$/.test(text) ? "blank" : "unknown");
}

interface Signs {
  readonly emoji: readonly string[];
  readonly vocabulary: Vocabulary;
}

/** Words decide. But a check next to words for something undone, or the reverse, is a mistake in one of the two. */
function withSigns(status: Status, words: string, { emoji, vocabulary: { meanings } }: Signs): StatusReading {
  const contradicts = (symbol: string) => {
    const meaning = meanings.has(symbol) ? undefined : emojiMeanings.get(symbol);
    return meaning !== undefined && (meaning === "done") !== (status === "done");
  };
  return !meanings.has(words) && emoji.some(contradicts) ? "unclear" : status;
}

/** The status that all these symbols mean. */
function meaningOfSigns(emoji: readonly string[], { meanings }: Vocabulary): Status | undefined {
  const found = new Set(emoji.map((symbol) => meanings.get(symbol) ?? emojiMeanings.get(symbol)));
  return found.size === 1 ? [...found][0] : undefined;
}

// Boxes: the options of a form, of which one is ticked.

const boxPattern = /\[[ x]\]|[☐☑☒]/gi;

function isBox(symbol: string): boolean {
  return /^(?:\[[ x]\]|[☐☑☒])$/.test(symbol);
}

/** The status of the option that is ticked, or how many of the boxes are; null if these are not two boxes or more. */
function tickedOption(text: string, vocabulary: Vocabulary): StatusReading | null {
  const { words, emoji } = statusTextOf(text);
  if (emoji.length < 2 || !emoji.every(isBox)) return null;
  const ticked = emoji.flatMap((box, index) => (box === "[ ]" || box === "☐" ? [] : [index]));
  if (ticked.length === 0) return "not-started";
  if (words === "") return ticked.length === emoji.length ? "done" : "in-progress";
  const labels = text.split(boxPattern);
  const shift = statusTextOf(labels[0] ?? "").words === "" ? 1 : 0;
  const chosen = new Set(ticked.map((index) => readWhole(labels[index + shift] ?? "", vocabulary)));
  const [only = "unknown", another] = chosen;
  return another ? "unclear" : only === "blank" ? "unknown" : only;
}

// Shares: a percentage or a fraction, alone or with a word for "done".

const share = /\d+(?:[.,]\d+)? ?%|^\d+ ?\/ ?\d+$/;
const bars = /[█▉▊▋▌▍▎▏▓▒░■□▰▱▮▯⣿]+/g;

const maxShareLength = 80;

function readShare(text: string, vocabulary: Vocabulary): StatusSense | null {
  if (text.length > maxShareLength || !/\d/.test(text)) return null;
  const withoutBars = text.replace(bars, " ");
  const { emoji } = statusTextOf(withoutBars);
  const bare = normalize(withoutBars.replace(signPattern(), " ").replace(/\ufe0f/g, "")).replace(/^% ?(\d+)$/, "$1%");
  const percent = share.test(bare) && !bare.includes("(") ? readPercent(bare) : null;
  const words = statusKey(bare.replace(share, " "));
  if (percent === null || (words !== "" && wordMeaningOf(words, vocabulary)?.status !== "done")) return null;
  return { reading: withSigns(statusOfPercent(percent), bare, { emoji, vocabulary }), spelling: "" };
}

export function statusOfPercent(percent: number): Status {
  if (percent === 0) return "not-started";
  return percent === 100 ? "done" : "in-progress";
}

/** One status in several languages: `Done / Готово`. */
function readTranslations(text: string, vocabulary: Vocabulary): StatusSense | null {
  for (const separator of ["/", "|"]) {
    const readings = new Set(partsOf(text, separator).map((part) => readWhole(part, vocabulary)));
    const [only, another] = readings;
    if (only && !another && isStatus(only)) return { reading: only, spelling: text };
  }
  return null;
}

// Remarks: text after the words or the symbol of a status.

/** Symbols and punctuation before the first word; a parenthesis there opens a remark. */
const beforeWords = lazy(() => new RegExp(`${signPattern().source}|[^\\p{L}\\p{N}(（]`, "iuy"));
const wordsAhead = lazy(() => /[\p{L}\p{M}\u200c\u200d]+(?:[ '’-][\p{L}\p{M}\u200c\u200d]+)*/uy);
const signAhead = lazy(() => new RegExp(`\\s*(?:${signPattern().source})\ufe0f?`, "iuy"));

/** A word with a letter after it is another word, one with a slash after it is one of several, and a question is none. */
const remark = lazy(() => /^\s*[^\s\p{L}/|?？&]/u);

/** `Done in week 2`, `Planned for Q3`, `erledigt am 3.5.`: when, where or which version, which has a number. */
const circumstanceAtEnd = lazy(
  () =>
    / (?:in|on|at|for|since|via|am|im|seit|für|en|el|desde|para|em|no|na|le|au|depuis|pour|il|dal|per|op|sinds|voor|w|dnia|od|v|ve|s|den|sedan|siden|в|у|с|со|на|з|від|pada|sejak|di|vào|từ|trong|lúc)(?: [\p{L}\p{M}]+){0,2} ?$/u,
);

/** Where these words end without the circumstance that follows them. */
function beforeCircumstance(text: string, start: number, end: number): number {
  const words = circumstanceAtEnd().exec(text.slice(start, end))?.[0] ?? "";
  return /^[^,;()?？]*\d[^?？]*$/.test(text.slice(end)) ? end - words.length : end;
}

const remarkOfThinWord = /^\s*[(（[【:：\d–—-]/;

/** `In progress → Done` is neither, but `Done → notes` has a remark. */
const arrow = /^\s*(?:[-–=]*>|[→⇒➔➜➡⟶])\ufe0f?\s*/u;

/** The longest run of words at the beginning, if it is a status and a remark follows: `Done (week 2)`. */
function readWithRemark(text: string, vocabulary: Vocabulary): StatusSense | null {
  const { start, end: head } = leadOf(text);
  const run = endOf(wordsAhead(), text, head);
  if (run === head) return null;
  const whole = statusKey(text.slice(head, run));
  const known = wordMeaningOf(whole, vocabulary);
  const end = known ? run : beforeCircumstance(text, head, run);
  const words = known ? whole : statusKey(text.slice(head, end));
  const meaning = known ?? (end < run ? wordMeaningOf(words, vocabulary) : undefined);
  if (!meaning || (known && !(known.isThin ? remarkOfThinWord : remark()).test(text.slice(end)))) return null;
  const next = arrow.test(text.slice(end)) ? readWhole(text.slice(end).replace(arrow, ""), vocabulary) : meaning.status;
  if (isStatus(next) && next !== meaning.status) return { reading: "unknown", spelling: "" };
  const { emoji } = statusTextOf(text);
  return {
    reading: withSigns(meaning.status, words, { emoji, vocabulary }),
    spelling: text.slice(start, endOf(signAhead(), text, end)),
  };
}

/** Where the first symbol or word starts, and where the first word does. */
function leadOf(text: string): { start: number; end: number } {
  let end = 0;
  for (let next = endOf(beforeWords(), text, 0); next > end; next = endOf(beforeWords(), text, next)) end = next;
  const firstSign = text.slice(0, end).search(signPattern());
  return { start: firstSign < 0 ? end : firstSign, end };
}

function endOf(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : from;
}

/** A symbol at the beginning or end, next to words that name no status: `✅ chapters 1-3`. */
function readSign(text: string, vocabulary: Vocabulary): StatusSense | null {
  const { words, emoji } = statusTextOf(text);
  const status = emoji.length > 0 ? meaningOfSigns(emoji, vocabulary) : undefined;
  const [first = "", last = ""] = [emoji[0], emoji.at(-1)];
  const lower = text.toLowerCase().replace(/\ufe0f/g, "");
  if (!status || !(lower.startsWith(first) || lower.endsWith(last))) return null;
  if (isNegated(words)) return { reading: "unclear", spelling: "" };
  return { reading: status, spelling: text.slice(0, endOf(signAhead(), text, 0)).trim() || last };
}
