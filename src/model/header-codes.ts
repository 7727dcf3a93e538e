// Header codes: the group of a header word, its rank and its grammar as one number, as tables of words have it.

import { englishWords, type WordGroup } from "./column-words.js";

/** Which word of a phrase says what it means: `Learning status`, but `Estado del curso`. */
export type HeadPlace = "first" | "last" | "both";

export const wordGroups: readonly WordGroup[] = Object.keys(englishWords).filter(
  (group): group is WordGroup => group in englishWords,
);

/** Group, place in its list, and grammar. */
export type WordCode = number;

/** More than a group has words in a language. */
const wordsPerGroup = 1000;
const [headFirst, headLast, english] = [1, 2, 4];
const flags = 8;

const headFlags: Readonly<Record<HeadPlace | "english", number>> = {
  first: headFirst,
  last: headLast,
  both: headFirst + headLast,
  english: headLast + english,
};

/** The code of the first word in the list of a group. */
export function firstCode(group: number, place: HeadPlace | "english"): WordCode {
  return group * wordsPerGroup * flags + headFlags[place];
}

/** Adds the words of a list; a word that languages share follows the grammar of each. */
export function addWords(codes: Map<string, WordCode>, keys: readonly string[], first: WordCode): void {
  let code = first;
  for (const key of keys) {
    const known = codes.get(key);
    if (known === undefined) codes.set(key, code);
    else if (groupOf(known) === groupOf(code)) codes.set(key, known | (code % flags));
    code += flags;
  }
}

function groupOf(code: WordCode): number {
  return Math.floor(code / flags / wordsPerGroup);
}

/** What a code says: `rank` is lower for better names. */
export function readCode(code: WordCode) {
  return {
    group: wordGroups[groupOf(code)],
    rank: Math.floor(code / flags),
    isEnglish: (code & english) !== 0,
    isHeadFirst: (code & headFirst) !== 0,
    isHeadLast: (code & headLast) !== 0,
  };
}
