// Read vocabulary: what a file's own status words and symbols mean.

import type { Settings } from "../model/roadmap.js";
import {
  builtInSignMeaning,
  emptyVocabulary,
  readLegend,
  readStatus,
  type Status,
  statusTextOf,
  type Vocabulary,
} from "../model/status.js";

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
  const besides: [string, Status][] = [];
  for (const text of texts) {
    const legend = readLegend(text);
    if (legend) {
      for (const [status, part] of legend) {
        if (!spelling.has(status)) spelling.set(status, part);
        learn(meanings, part, status);
      }
    } else besides.push(...signsBesideWords(text));
  }
  for (const [sign, status] of agreed(besides)) if (!meanings.has(sign)) meanings.set(sign, status);
  return { spelling, meanings };
}

/** The first definition of a word or symbol counts: the front matter precedes a legend. */
function learn(meanings: Map<string, Status>, text: string, status: Status): void {
  const { words, signs } = statusTextOf(text);
  for (const key of words === "" ? signs : [words, ...signs]) if (!meanings.has(key)) meanings.set(key, status);
}

function signsBesideWords(text: string): [string, Status][] {
  const { words, signs } = statusTextOf(text);
  const [sign, another] = signs;
  if (words === "" || !sign || another || builtInSignMeaning(sign)) return [];
  const status = readStatus(words, emptyVocabulary);
  return status === "blank" || status === "unknown" || status === "unclear" ? [] : [[sign, status]];
}

/** The symbols that are next to words of one status only. */
function agreed(besides: readonly [string, Status][]): [string, Status][] {
  return besides.filter(([sign, status]) => besides.every(([other, meaning]) => other !== sign || meaning === status));
}
