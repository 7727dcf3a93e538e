// Languages: what is assumed of their words, so that English ones are found without them.

import { expect, test } from "vitest";
import { isOverview } from "../../src/model/overview-words.js";
import { spelledOverviews, spelledPhases } from "../../src/model/phase-languages.js";
import { phaseNumbering } from "../../src/model/phase-words.js";
import { isPriority } from "../../src/model/priority.js";
import { priorityKey, rankWords } from "../../src/model/priority-words.js";
import { readStatus } from "../../src/model/read-status.js";
import { emptyVocabulary } from "../../src/model/status.js";
import { otherLanguages } from "../../src/model/status-languages.js";
import { english, statusKey, wordsIn } from "../../src/model/status-words.js";

const listed = (words: string) =>
  words
    .trim()
    .split(/\s+/)
    .map((word) => word.replaceAll("_", " "));

test("no status of another language has a digit or begins with an English status", () => {
  const known = wordsIn(english).map(([word]) => `${statusKey(word)} `);
  const others = Object.values(otherLanguages).flatMap((words) => wordsIn(words).map(([word]) => statusKey(word)));
  expect(others.length).toBeGreaterThan(1000);
  expect(others.filter((word) => /\d/.test(word) || known.some((start) => word.startsWith(start)))).toEqual([]);
});

test("every word for a phase is read before a number, also after an emoji", () => {
  const words = listed(spelledPhases);
  expect(words.length).toBeGreaterThan(200);
  const spellings = words.flatMap((word) => [`${word} 2`, `📚 ${word} 2: x`]);
  expect(spellings.filter((text) => phaseNumbering(text)?.number !== 2)).toEqual([]);
});

test("every word for an overview is one, alone and next to an English one", () => {
  const words = listed(spelledOverviews);
  expect(words.length).toBeGreaterThan(150);
  expect(words.flatMap((word) => [word, `My ${word}`]).filter((text) => !isOverview(text))).toEqual([]);
});

test("every word for a priority is one, in capitals too", () => {
  const words = rankWords.flat();
  expect(words.filter((word) => !isPriority(word) || !isPriority(word.toUpperCase()))).toEqual([]);
  expect(words.filter((word) => priorityKey(word) === "")).toEqual([]);
});

test.each([
  ["Done (week 2)", "done"],
  ["Done - see notes", "done"],
  ["Not done yet", "unknown"],
  ["Partially done", "in-progress"],
  ["Partially completed (2 of 3)", "in-progress"],
  ["Noch nicht fertig", "not-started"],
  ["Fast fertig", "in-progress"],
  ["80% done", "in-progress"],
])("the status %j is read as %s", (text, status) => {
  expect(readStatus(text, emptyVocabulary)).toBe(status);
});
