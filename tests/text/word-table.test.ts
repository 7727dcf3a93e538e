// Word tables: every word is found with its value, and no other.

import { expect, test } from "vitest";
import { findInTable, wordTable } from "../../src/text/word-table.js";
import { fc } from "../support/fast-check.js";

const word = fc.string({ unit: "grapheme", maxLength: 4 }).filter((text) => !/[\t\n]/.test(text));

test("a table finds exactly its words, each with the first value", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(word, word)), fc.array(word), (entries, others) => {
      const table = wordTable(entries);
      for (const [key] of entries) expect(findInTable(table, key)).toBe(entries.find(([other]) => other === key)?.[1]);
      for (const other of others) expect(findInTable(table, other)).toBe(entries.find(([key]) => key === other)?.[1]);
    }),
  );
});

test("words that begin alike, and an empty table, are searched to the end", () => {
  const words = ["a", "aa", "a b", "ab", "é", "日", "日本", "\ue000", "👋"];
  const table = wordTable(words.map((text) => [text, text.length.toString()]));
  expect(words.map((text) => findInTable(table, text))).toEqual(words.map((text) => `${text.length}`));
  expect(["", "b", "aaa", "日本語"].map((text) => findInTable(table, text))).toEqual(Array(4).fill(undefined));
  expect(findInTable("", "a")).toBeUndefined();
});
