// Languages: the known words of all languages as tables, English apart from the others.
//
// The build computes the tables. It keeps the large ones in files of their own, which a program reads when it needs
// them: a file with English words needs none.

import { lazy } from "../text/memoize.js";
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

export const weekdayNames = lazy(() => wordTable(weekdays.split(" ").map((name) => [monthKey(name), ""])));
