// Languages: the known words of all languages as tables, English apart from the others.
//
// The build computes the tables. It keeps the large ones in files of their own, which a program reads when it needs
// them: a file with English words needs none.

import { lazy } from "../text/memoize.js";
import { foldAccents } from "../text/normalize.js";
import { wordTable } from "../text/word-table.js";
import { type ColumnWords, englishWords } from "./column-words.js";
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
import { addWords, firstCode, type HeadPlace, type WordCode, wordGroups } from "./header-codes.js";
import { foldHeader } from "./header-key.js";
import { monthKey, months, weekdays } from "./month-languages.js";
import {
  englishPhaseWords,
  longestFirst,
  spelledFillers,
  spelledOverviews,
  spelledPhases,
  wordsForPhase,
} from "./phase-languages.js";
import { priorityKey, rankWords } from "./priority-words.js";
import { statuses } from "./status.js";
import { negations, otherLanguages, partlyWords } from "./status-languages.js";
import { english, type StatusWords, statusKey, wordsIn } from "./status-words.js";

export const columnLanguages: readonly (readonly [HeadPlace, () => ColumnWords])[] = [
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

/** Each word of a header with its code; English words are their own keys. */
export const englishHeaders = lazy(() => {
  const codes = new Map<string, WordCode>();
  for (const [index, group] of wordGroups.entries())
    addWords(codes, englishWords[group].replace(/\s+/g, " ").split(", "), firstCode(index, "english"));
  return tableOfCodes(codes);
});

export const foreignHeaders = lazy(() => {
  const lists = columnLanguages.flatMap(([, wordsOfLanguage]) => {
    const words = wordsOfLanguage();
    return wordGroups.map((group) => withoutUmlauts(words[group] ?? ""));
  });
  // Folding them as one text takes a fifth of the time.
  const folded = foldHeader(lists.join(betweenLists)).split(betweenLists);
  const codes = new Map<string, WordCode>();
  for (const [index, list] of folded.entries()) {
    const [place] = columnLanguages[Math.floor(index / wordGroups.length)] ?? ["last"];
    addWords(codes, list.trim().split(/ ?, ?/), firstCode(index % wordGroups.length, place));
  }
  codes.delete("");
  return tableOfCodes(codes);
});

function tableOfCodes(codes: ReadonlyMap<string, WordCode>): string {
  return wordTable([...codes].map(([word, code]) => [word, code.toString(36)]));
}

/** A character that folding keeps. */
const betweenLists = "\ue000";

/** The words, and those with umlauts also as they are typed on a keyboard without them. */
function withoutUmlauts(list: string): string {
  return /[äöü]/i.test(list) ? `${list},${list.replace(/[äöü]/gi, (letter) => `${letter}e`)}` : list;
}

/** Each word with the index of its status, and a star if it is a thin one. */
export const englishStatuses = lazy(() => statusTable([english]));
export const foreignStatuses = lazy(() => statusTable(Object.values(otherLanguages)));

function statusTable(languages: readonly StatusWords[]): string {
  const words = languages.flatMap(wordsIn).flatMap(([word, { status, isThin }]) => {
    const value = `${statuses.indexOf(status)}${isThin ? "*" : ""}`;
    // German keyboards without umlauts: "zurueckgestellt".
    return [word, word.replace(/[äöü]/g, "$&e")].map((spelling): [string, string] => [statusKey(spelling), value]);
  });
  return wordTable(words);
}

/** The words that change the meaning of a word for "done". */
export const foreignModifiers = lazy(() =>
  wordTable(
    [negations, partlyWords].flatMap((words, index) =>
      words.split(",").map((word): [string, string] => [statusKey(word), index === 0 ? "not" : "partly"]),
    ),
  ),
);

/** Each name of a month with its meanings (`es:1:MMMM`), and each meaning with its name. */
export const foreignMonths = lazy(() => wordTable(monthEntries()));

/** The same for the names that are also English, with their meanings in all languages. */
export const englishMonths = lazy(() => {
  const entries = monthEntries();
  const names = entries.filter(([, meanings]) => meanings.startsWith("en:"));
  const months = new Set(names.flatMap(([, meanings]) => meanings.split(" ").map(withoutToken)));
  return wordTable([...names, ...entries.filter(([key]) => months.has(withoutToken(key)))]);
});

function withoutToken(meaning: string): string {
  return meaning.replace(/:M+$/, "");
}

function monthEntries(): [key: string, value: string][] {
  const meanings = new Map<string, Set<string>>();
  const names = new Map<string, string>();
  const add = (name: string, meaning: string) =>
    meanings.set(monthKey(name), (meanings.get(monthKey(name)) ?? new Set()).add(meaning));
  for (const [language, namesOfMonths] of Object.entries(months)) {
    for (const [index, spellings] of namesOfMonths.split(" ").entries()) {
      const [full = "", short = "", ...others] = spellings.split("/");
      const shortForm = `${language}:${index + 1}:MMM`;
      const fullForm = `${shortForm}M`;
      add(short || full, shortForm);
      add(full, fullForm);
      for (const name of others) add(name, name.length < short.length + 2 ? shortForm : fullForm);
      names.set(shortForm, short || full).set(fullForm, full);
    }
  }
  return [...names, ...[...meanings].map(([key, all]): [string, string] => [key, [...all].join(" ")])];
}

export const foreignWeekdays = lazy(() => wordTable(weekdays.split(" ").map((name) => [monthKey(name), ""])));

/** All words for a phase, the longest first, as alternatives of a pattern. */
export const foreignPhases = lazy(() =>
  foldedWords(`${englishPhaseWords} ${spelledPhases}`).sort(longestFirst).join("|"),
);

/** The words for a phase that are not English, but have no other letters; of several words, each. */
export const asciiPhases = lazy(() => {
  const english = new Set(englishPhaseWords.split(" "));
  const words = foldedWords(spelledPhases).flatMap((word) => word.split(/[ -]/));
  return wordTable(
    words
      .filter((word) => isAscii(word) && !english.has(word))
      .flatMap((word) => [word, word.replace(/s$/, "")])
      .map((word) => [word, ""]),
  );
});

/** The words for "phase" itself: cells that say `1` mean these, but not weeks or levels. */
export const foreignNamesOfPhase = lazy(() => wordTable(foldedWords(wordsForPhase).map((word) => [word, ""])));

/** The words of headings that name no phase, and those next to them, as alternatives on two lines. */
export const foreignOverviews = lazy(() =>
  [spelledOverviews, spelledFillers].map((words) => foldedWords(words).join("|")).join("\n"),
);

/** Those without other letters. */
export const asciiOverviews = lazy(() => {
  const overviews = foldedWords(spelledOverviews);
  const kindOf = (word: string) => (overviews.some((known) => word.startsWith(known)) ? "overview" : "");
  const words = [...overviews, ...foldedWords(spelledFillers)].filter(isAscii);
  return wordTable(words.map((word) => [word, kindOf(word)]));
});

function foldedWords(words: string): string[] {
  const folded = foldAccents(words).split(" ");
  return [...new Set(folded)].map((word) => word.replaceAll("_", " "));
}

function isAscii(word: string): boolean {
  return /^[ -~]+$/.test(word);
}

/** Each word for a priority with its rank; those without other letters apart. */
export const asciiPriorities = lazy(() => priorityTable(isAscii));
export const foreignPriorities = lazy(() => priorityTable((word) => !isAscii(word)));

function priorityTable(isIncluded: (word: string) => boolean): string {
  const words = rankWords.flatMap((words, rank) =>
    words.map((word): [string, string] => [priorityKey(word), `${rank}`]),
  );
  return wordTable(words.filter(([word]) => isIncluded(word)));
}
