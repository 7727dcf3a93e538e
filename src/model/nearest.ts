// Nearest names: what a person may have meant; the only file that imports fastest-levenshtein.

import { distance } from "fastest-levenshtein";
import { foldAccents, normalize, wordsOf } from "../text/normalize.js";

const maxNames = 3;

/** Compares only the first characters of long texts; real typos are shorter. */
const comparedLength = 60;

/** At most three names, nearest first; all at least half similar. */
export function nearest(wanted: string, names: readonly string[]): string[] {
  const target = normalize(wanted).slice(0, comparedLength);
  return [...new Set(names)]
    .filter((name) => name !== "")
    .map((name) => ({ name, unlike: dissimilarity(target, normalize(name).slice(0, comparedLength)) }))
    .filter(({ unlike }) => unlike <= 0.5)
    .sort((a, b) => a.unlike - b.unlike)
    .slice(0, maxNames)
    .map(({ name }) => name);
}

/**
 * At most three names with all of the words in them, each with at most one typo, or two for six letters or more;
 * fewest typos first. A swap is one typo. An unfinished word counts as the beginning of a longer one.
 */
export function nearestByWords(wanted: string, names: readonly string[]): string[] {
  const words = wordsOf(foldAccents(wanted).slice(0, comparedLength));
  if (words.length === 0) return [];
  return [...new Set(names)]
    .flatMap((name) => {
      const own = wordsOf(foldAccents(name));
      const edits = words.map((word) => Math.min(...own.map((other) => editsWithin(word, other))));
      const sum = edits.reduce((total, edit) => total + edit, 0);
      // Of equally near names, one that begins with the word is more likely.
      const at = own.findIndex((other) => editsWithin(words[0] ?? "", other) === edits[0]);
      return sum <= maxEdits ? { name, sum, at } : [];
    })
    .sort((a, b) => a.sum - b.sum || a.at - b.at)
    .slice(0, maxNames)
    .map(({ name }) => name);
}

const maxEdits = 2;

/** The typos that make a word of the other one, or of its beginning; infinite if there are too many. */
function editsWithin(word: string, other: string): number {
  const allowed = word.length < 3 ? 0 : word.length < 6 ? 1 : maxEdits;
  const lengths = [word.length, word.length - 1, word.length + 1].filter((length) => length < other.length);
  const beginnings = [other, ...lengths.map((length) => other.slice(0, length))];
  const near = beginnings.filter((text) => Math.abs(text.length - word.length) <= allowed);
  const edits = Math.min(...near.map((text) => (text === word ? 0 : editDistance(word, text))));
  return edits <= allowed ? edits : Number.POSITIVE_INFINITY;
}

/** Destructive commands: a wrong suggestion would be worse than none. */
const neverSuggested = ["undo", "reset", "remove", "move"];

/**
 * The only candidate within one edit, or two edits for six letters or more. A swap is one edit. If there are several,
 * an unfinished word wins, then one with the same first letter: people rarely mistype the first letter.
 */
export function closestTypo(wanted: string, words: readonly string[]): string | undefined {
  const target = normalize(wanted).slice(0, comparedLength);
  const [closest] = words
    .filter((word) => !neverSuggested.includes(word))
    .map((word) => ({
      word,
      edits: editDistance(target, normalize(word)),
      rank: startRank(target, normalize(word)),
    }))
    .sort((a, b) => a.edits - b.edits || a.rank - b.rank);
  return closest !== undefined && closest.edits <= (target.length < 6 ? 1 : 2) ? closest.word : undefined;
}

/** 0 for a word that begins with everything typed, 1 for one with the same first letter, 2 for any other. */
function startRank(target: string, word: string): number {
  return word.startsWith(target) ? 0 : word[0] === target[0] ? 1 : 2;
}

/** Levenshtein distance that counts a swap of neighbors as one edit (Damerau). */
function editDistance(a: string, b: string): number {
  const swapped = Array.from({ length: Math.max(0, a.length - 1) }, (_, at) =>
    [a.slice(0, at), a.charAt(at + 1), a.charAt(at), a.slice(at + 2)].join(""),
  );
  return Math.min(distance(a, b), ...swapped.map((text) => 1 + distance(text, b)));
}

/** 0 for equal texts, 1 for texts with nothing in common; a prefix of a longer name counts as the whole name. */
function dissimilarity(target: string, name: string): number {
  const whole = distance(target, name) / Math.max(target.length, name.length, 1);
  const beginning = distance(target, name.slice(0, target.length)) / Math.max(target.length, 1);
  return Math.min(whole, beginning + 0.1);
}
