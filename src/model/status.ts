// Status: the five statuses, and how a file's words are read as one of them.

import { memoizeText } from "../text/memoize.js";
import { normalize, wordsOf } from "../text/normalize.js";
import type { Day } from "./dates.js";
import { statusEmoji, statusWords } from "./status-words.js";

export const statuses = ["not-started", "in-progress", "done", "blocked", "skipped"] as const;

export type Status = (typeof statuses)[number];

/** The words to write if a file shows no spelling of its own. */
export const defaultSpelling: Readonly<Record<Status, string>> = {
  "not-started": "Not Started",
  "in-progress": "In Progress",
  done: "Done",
  blocked: "Blocked",
  skipped: "Skipped",
};

/** A file's own status words: from the front matter, a legend, or words next to an emoji. */
export interface Vocabulary {
  /** The spelling to write for a status, if the front matter or a legend defines it. */
  readonly spelling: ReadonlyMap<Status, string>;
  /**
   * Words (as `wordsOf` returns them, joined) and symbols of this file; they take precedence over the built-in ones.
   */
  readonly meanings: ReadonlyMap<string, Status>;
}

export const emptyVocabulary: Vocabulary = { spelling: new Map(), meanings: new Map() };

/** The built-in status of each word or symbol. */
function meaningsOf(table: Readonly<Record<Status, readonly string[]>>): ReadonlyMap<string, Status> {
  return new Map(statuses.flatMap((status) => table[status].map((text): [string, Status] => [text, status])));
}

const builtInWords = meaningsOf(statusWords);
const builtInEmoji = meaningsOf(statusEmoji);

/** The meaning of a symbol in every file, if it has one. */
export function builtInEmojiMeaning(symbol: string): Status | undefined {
  return builtInEmoji.get(symbol);
}

/** A status text split into its words and the symbols (emoji, shortcodes, brackets) next to them. */
interface StatusText {
  readonly words: string;
  readonly emoji: readonly string[];
}

const emojiPattern = /:[a-z][a-z0-9_]*:|\[[ x/!-]\]|[\p{Extended_Pictographic}✓✗☐]/gu;

export const statusTextOf = memoizeText((text): StatusText => {
  if (/^[\w -]*$/.test(text)) return { words: wordsOf(text).join(" "), emoji: [] };
  const folded = normalize(text);
  const emoji = folded.match(emojiPattern) ?? [];
  const rest = emoji.length === 0 ? folded : folded.replace(emojiPattern, " ");
  return { words: wordsOf(rest).join(" "), emoji };
});

/** How a status text is read: a status, blank, or why it could not be read. */
export type StatusReading = Status | "blank" | "unknown" | "unclear";

/**
 * Reads a status text. Words decide; symbols decide if there are no words. A symbol whose meaning differs between
 * files, or that contradicts the words next to it, is `unclear`: it is never guessed.
 */
export function readStatus(text: string, { meanings }: Vocabulary): StatusReading {
  if (text === "") return "blank";
  const { words, emoji } = statusTextOf(text);
  const emojiStatuses = new Set(emoji.map((symbol) => meanings.get(symbol) ?? builtInEmoji.get(symbol)));
  if (words === "") {
    const [only, another] = emojiStatuses;
    if (emoji.length === 0) return isRuledOut(text) ? "unknown" : "blank";
    return only && !another && emojiStatuses.size === 1 ? only : "unclear";
  }
  const status = meanings.get(words) ?? builtInWords.get(words);
  if (!status) return "unknown";
  const contradicts = [...emoji].some((symbol) => {
    const meaning = builtInEmoji.get(symbol);
    return meaning !== undefined && meaning !== status && !meanings.has(words);
  });
  return contradicts ? "unclear" : status;
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
  const reading = statuses.find((status) => status === words.trim()) ?? readStatus(words, vocabulary);
  if (reading !== "blank" && reading !== "unknown" && reading !== "unclear") return reading;
  throw refusal(`"${words}" is not a status`, `use one of ${statuses.join(", ")}`);
}

/** Dashes, underscores and dots mean "no status yet"; other symbols without a word are unknown. */
function isRuledOut(text: string): boolean {
  return !/^[-–—_.\s]+$/.test(text);
}

/**
 * The statuses listed in a legend cell: two or more different ones, separated by `/`, `|` or `,`, each with its
 * spelling; null for any other cell.
 */
export const readLegend = memoizeText((text): ReadonlyMap<Status, string> | null => {
  if (!/[/|,]/.test(text)) return null;
  for (const separator of ["|", "/", ","]) {
    const parts = text.split(separator).map((part) => part.trim());
    const spelling = new Map<Status, string>();
    for (const part of parts) {
      const status = builtInWords.get(statusTextOf(part).words);
      if (status && !spelling.has(status)) spelling.set(status, part);
    }
    if (parts.length > 1 && spelling.size === parts.length) return spelling;
  }
  return null;
});

// The characters between a task's brackets, and the statuses they represent.

const statusByTaskMarker: ReadonlyMap<string, Status> = new Map([
  [" ", "not-started"],
  ["\t", "not-started"],
  ["\n", "not-started"],
  ["\r", "not-started"],
  ["x", "done"],
  ["X", "done"],
  ["/", "in-progress"],
  ["-", "skipped"],
  ["!", "blocked"],
  // Moved elsewhere: there is nothing left to do here.
  [">", "skipped"],
  // Marks of themes for editors: scheduled, question, star, quote, location, bookmark, idea and the like say nothing
  // about progress.
  ...[...'<?*"nlbiISpcfkwud'].map((mark): [string, Status] => [mark, "not-started"]),
]);

/** The marks that can be written; of synonyms, the first. */
export const taskMarkers = [" ", "x", "X", "/", "-", "!", ">"] as const;

export function statusOfTaskMarker(mark: string): Status | undefined {
  return statusByTaskMarker.get(mark);
}

/** The mark to write for a status. */
export function markOfStatus(status: Status): string {
  return taskMarkers.find((mark) => statusOfTaskMarker(mark) === status) ?? " ";
}

/**
 * The status implied by the dates of a topic whose status cell is blank. A date after today is a plan and proves
 * nothing.
 * @param today null to count every date as a fact
 */
export function statusByDates(
  { started, finished }: { readonly started: Day | null; readonly finished: Day | null },
  today: Day | null,
): Status {
  if (isUntilToday(finished, today)) return "done";
  return isUntilToday(started, today) ? "in-progress" : "not-started";
}

/** Whether there is a date, and it is today or earlier. */
export function isUntilToday(day: Day | null, today: Day | null): day is Day {
  return day !== null && (today === null || day <= today);
}

/** Whether there is a date, and it is after today. */
export function isAfterToday(day: Day | null, today: Day | null): day is Day {
  return day !== null && today !== null && day > today;
}
