// Reworded names: whether one name is almost certainly the other one reworded, so values under one apply to the other.

import { normalize } from "../text/normalize.js";

/** A name split into words, for comparison with many others. */
export interface NameWords {
  /** Normalized. */
  readonly words: readonly string[];
  /** Everything but the lower-case words. */
  readonly fixed: string;
}

export function nameWords(name: string): NameWords {
  const tokens = name.normalize("NFKC").match(token) ?? [];
  const fixed = tokens.filter((word) => !/^[\p{L}\p{M}]/u.test(word) || /\p{Lu}/u.test(word));
  return { words: tokens.map(normalize), fixed: fixed.sort().join(" ") };
}

export function isReworded(before: string, after: string): boolean {
  return areReworded(nameWords(before), nameWords(after));
}

/**
 * The digits, the capitalized words and the symbols of both names are equal (`Kafka` is not `Redis`, `C` is not `C++`),
 * and either words were only added or only removed, or one word of five letters or more differs by at most two letters.
 */
export function areReworded(before: NameWords, after: NameWords): boolean {
  const [old, now] = [before.words, after.words];
  if (before.fixed !== after.fixed || old.length === 0 || now.length === 0) return false;
  return isPartOf(old, now) || isPartOf(now, old) || isMistyped(old, now);
}

const unspaced =
  "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}";

/** Words, numbers, and symbols that distinguish names; in scripts without spaces, each character is a word. */
const token = new RegExp(
  `[${unspaced}]\\p{M}*|\\p{N}+|(?:(?![${unspaced}])[\\p{L}\\p{M}])+|[\\p{Sm}\\p{Sc}#@%*]`,
  "gu",
);

const unspacedCharacter = new RegExp(`[${unspaced}]`, "u");

/**
 * Whether the longer one is the shorter one with words added. Two characters of a script without spaces are one word.
 */
function isPartOf(shorter: readonly string[], longer: readonly string[]): boolean {
  if (shorter.length < 3 && shorter.some((word) => unspacedCharacter.test(word))) return false;
  let matched = 0;
  for (const word of longer) if (word === shorter[matched]) matched++;
  return matched === shorter.length;
}

/** Typos rarely affect the first letter, and another prefix makes another word (`encode`, `decode`). */
function isMistyped(before: readonly string[], after: readonly string[]): boolean {
  if (before.length !== after.length) return false;
  const changed = before.flatMap((word, index) => (word === after[index] ? [] : [[word, after[index] ?? ""] as const]));
  const [only, another] = changed;
  if (!only || another) return false;
  const [old, now] = only;
  return old.length >= 5 && now.length >= 5 && old[0] === now[0] && isWithinDistance(2, old, now);
}

/** Whether the Levenshtein distance is at most `limit`. */
function isWithinDistance(limit: number, a: string, b: string): boolean {
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  const [left, right] = [a.slice(same), b.slice(same)];
  if (left === right) return true;
  if (limit === 0) return false;
  const rest = limit - 1;
  return (
    isWithinDistance(rest, left.slice(1), right) ||
    isWithinDistance(rest, left, right.slice(1)) ||
    (left !== "" && right !== "" && isWithinDistance(rest, left.slice(1), right.slice(1)))
  );
}
