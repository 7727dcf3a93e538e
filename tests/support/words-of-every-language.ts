// Words of every language: the column words of a group, as they are spelled.

import { type ColumnWords, englishWords, type WordGroup } from "../../src/model/column-words.js";
import { columnLanguages } from "../../src/model/languages.js";

export function wordsOfEveryLanguage(group: WordGroup): string[] {
  const lists: readonly ColumnWords[] = [englishWords, ...columnLanguages.map(([, words]) => words())];
  const words = lists.flatMap((list) => (list[group] ?? "").split(","));
  return words.map((word) => word.trim().replace(/\s+/g, " ")).filter((word) => word !== "");
}
