// Header words: what each known word says as a header, in every language.

import { lazy } from "../text/memoize.js";
import { type ColumnWords, englishWords, type SpecialGroup, type WordGroup } from "./column-words.js";
import { chineseWords, japaneseWords, koreanWords } from "./column-words-east-asia.js";
import { finnishWords, greekWords, hungarianWords, turkishWords } from "./column-words-europe.js";
import { danishWords, dutchWords, germanWords, norwegianWords, swedishWords } from "./column-words-germanic.js";
import { frenchWords, italianWords, portugueseWords, romanianWords, spanishWords } from "./column-words-romance.js";
import { czechWords, polishWords, russianWords, ukrainianWords } from "./column-words-slavic.js";
import { indonesianWords, thaiWords, vietnameseWords } from "./column-words-southeast-asia.js";
import {
  arabicWords,
  bengaliWords,
  hebrewWords,
  hindiWords,
  persianWords,
} from "./column-words-west-and-south-asia.js";
import { foldHeader } from "./header-key.js";
import type { HeaderReading } from "./headers.js";

/** Which word of a phrase says what it means: `Learning status`, but `Estado del curso`. */
type HeadPlace = "first" | "last" | "both";

/** What a word says, and how it may be combined in the languages that have it. */
export interface HeaderWord extends Pick<HeaderReading, "role" | "group" | "traits" | "rank"> {
  readonly isName: boolean;
  readonly isEnglish: boolean;
  /** Whether it may be followed by what it is about. */
  readonly isHeadFirst: boolean;
  /** Whether words before it may say more about it. */
  readonly isHeadLast: boolean;
}

const languages: readonly (readonly [HeadPlace, () => ColumnWords])[] = [
  ["both", spanishWords],
  ["both", portugueseWords],
  ["both", frenchWords],
  ["last", germanWords],
  ["both", italianWords],
  ["last", dutchWords],
  ["both", russianWords],
  ["both", ukrainianWords],
  ["both", polishWords],
  ["both", czechWords],
  ["last", swedishWords],
  ["last", norwegianWords],
  ["last", danishWords],
  ["last", finnishWords],
  ["last", hungarianWords],
  ["both", romanianWords],
  ["last", turkishWords],
  ["both", greekWords],
  ["first", arabicWords],
  ["first", hebrewWords],
  ["first", persianWords],
  ["last", hindiWords],
  ["last", bengaliWords],
  ["last", chineseWords],
  ["last", japaneseWords],
  ["last", koreanWords],
  ["first", vietnameseWords],
  ["first", indonesianWords],
  ["first", thaiWords],
];

type Meaning = Pick<HeaderReading, "role" | "group" | "traits">;

const specialMeanings: Readonly<Record<SpecialGroup, Meaning>> = {
  problem: { role: "topic", group: 0, traits: [] },
  title: { role: "topic", group: 0, traits: [] },
  name: { role: "topic", group: 1, traits: [] },
  section: { role: "topic", group: 2, traits: ["section"] },
  component: { role: "topic", group: 2, traits: [] },
  completed: { role: "finished", group: 0, traits: ["check"] },
  description: { role: "comments", group: 0, traits: ["describes"] },
  situation: { role: "status", group: 0, traits: [] },
  outcome: { role: "deliverables", group: 0, traits: ["describes"] },
  artifact: { role: "proof", group: 0, traits: ["names"] },
  property: { role: null, group: 0, traits: ["property"] },
  meaning: { role: null, group: 0, traits: ["meaning"] },
  count: { role: null, group: 0, traits: ["count"] },
};

const meaningsWithMore: Readonly<Partial<Record<WordGroup, Meaning>>> = {
  topic: { role: "topic", group: 1, traits: [] },
  status: { role: "status", group: 0, traits: ["plain"] },
  proof: { role: "proof", group: 0, traits: ["plain"] },
  deliverables: { role: "deliverables", group: 0, traits: ["names"] },
};

function meaningOf(group: WordGroup): Meaning {
  return isSpecial(group) ? specialMeanings[group] : (meaningsWithMore[group] ?? { role: group, group: 0, traits: [] });
}

function isSpecial(group: WordGroup): group is SpecialGroup {
  return group in specialMeanings;
}

export const wordGroups: readonly WordGroup[] = Object.keys(englishWords).filter(
  (group): group is WordGroup => group in englishWords,
);

/**
 * Group, place in its list, and grammar of a word, as one number: creating thousands of objects would take longer than
 * reading most files.
 */
type WordCode = number;

/** More than a group has words in a language. */
const wordsPerGroup = 1000;
const [headFirst, headLast, english] = [1, 2, 4];
const flags = 8;

const headFlags: Readonly<Record<HeadPlace, number>> = {
  first: headFirst,
  last: headLast,
  both: headFirst + headLast,
};

/** English is usually all that is needed, and its words are their own keys. */
const englishCodes = lazy((): ReadonlyMap<string, WordCode> => {
  const codes = new Map<string, WordCode>();
  for (const [index, group] of wordGroups.entries())
    addWords(
      codes,
      englishWords[group].replace(/\s+/g, " ").split(", "),
      index * wordsPerGroup * flags + headLast + english,
    );
  return codes;
});

/** All other languages. */
const foreignCodes = lazy((): ReadonlyMap<string, WordCode> => {
  const lists = languages.flatMap(([, wordsOfLanguage]) => {
    const words = wordsOfLanguage();
    return wordGroups.map((group) => withoutUmlauts(words[group] ?? ""));
  });
  // Folding them as one text takes a fifth of the time.
  const folded = foldHeader(lists.join(betweenLists)).split(betweenLists);
  const codes = new Map<string, WordCode>();
  for (const [index, list] of folded.entries()) {
    const [place] = languages[Math.floor(index / wordGroups.length)] ?? ["last"];
    const group = index % wordGroups.length;
    addWords(codes, list.trim().split(/ ?, ?/), group * wordsPerGroup * flags + headFlags[place]);
  }
  return codes;
});

/** A word that languages share follows the grammar of each. */
function addWords(codes: Map<string, WordCode>, keys: readonly string[], first: WordCode): void {
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

/** A character that folding keeps. */
const betweenLists = "\ue000";

/** The words, and those with umlauts also as they are typed on a keyboard without them. */
function withoutUmlauts(list: string): string {
  return /[äöü]/i.test(list) ? `${list},${list.replace(/[äöü]/gi, (letter) => `${letter}e`)}` : list;
}

/** @param key as `headerKey` returns it, in singular or plural */
export function findEnglishWord(key: string): HeaderWord | undefined {
  const codes = englishCodes();
  const code = codes.get(key);
  if (code !== undefined) return wordOf(code);
  if (!key.endsWith("s")) return undefined;
  const singular =
    codes.get(key.slice(0, -1)) ?? codes.get(key.replace(/ies$/, "y")) ?? codes.get(key.replace(/es$/, ""));
  return singular === undefined ? undefined : wordOf(singular);
}

/** @param key as `headerKey` returns it */
export function findHeaderWord(key: string): HeaderWord | undefined {
  const word = findEnglishWord(key);
  if (word) return word;
  const code = foreignCodes().get(key);
  return code === undefined ? undefined : wordOf(code);
}

function wordOf(code: WordCode): HeaderWord | undefined {
  const group = wordGroups[groupOf(code)];
  return (
    group && {
      ...meaningOf(group),
      rank: Math.floor(code / flags),
      isName: group === "name" || group === "title",
      isEnglish: (code & english) !== 0,
      isHeadFirst: (code & headFirst) !== 0,
      isHeadLast: (code & headLast) !== 0,
    }
  );
}

/** The words of a group as they are usually written, English first; for messages, help and lists of words. */
export function wordsOfGroup(group: WordGroup): string[] {
  const lists = [englishWords, ...languages.map(([, words]) => words())].map((words) => words[group] ?? "");
  return lists.flatMap((list) => list.split(",").map((word) => word.trim().replace(/\s+/g, " "))).filter(Boolean);
}
