// Reworded names: whether one name is the other one reworded.

import { expect, test } from "vitest";
import { isReworded } from "../../src/merge/reworded-names.js";

test.each([
  ["words added", "write a parser", "write a fast parser"],
  ["words removed", "HTTP in depth", "HTTP"],
  ["a letter that was missing", "Learn about paralel queries", "Learn about parallel queries"],
  ["two letters in the wrong order", "write a praser", "write a parser"],
  ["words added in Chinese", "学习基础", "学习网络基础"],
  ["words added in Russian", "изучить основы", "изучить все основы"],
  ["other punctuation alone", "read, write", "read/write"],
])("a name with %s is reworded, in both directions", (...[, before, after]) => {
  expect(isReworded(before, after)).toBe(true);
  expect(isReworded(after, before)).toBe(true);
});

test.each([
  ["another capitalized word", "Learn Kafka", "Learn Redis"],
  ["a capitalized word added", "Docker", "Docker Compose"],
  ["a capitalized word that is spelled nearly the same", "Learn Flask", "Learn Flink"],
  ["another number", "HTTP/1 basics", "HTTP/2 basics"],
  ["a number added", "arrays", "arrays 2"],
  ["a symbol added", "C for beginners", "C++ for beginners"],
  ["another prefix", "encode the text", "decode the text"],
  ["a short word that differs by a letter", "read the code", "read the core"],
  ["a word that differs by three letters", "sort with buckets", "sort with buffers"],
  ["two words that differ by a letter", "write paralel querys", "write parallel queries"],
  ["a character added to one Chinese word", "线程", "多线程"],
  ["other words in Chinese", "数据结构基础", "网络协议基础"],
  ["nothing left", "write a parser", ""],
])("a name with %s is a different one, in both directions", (...[, before, after]) => {
  expect(isReworded(before, after)).toBe(false);
  expect(isReworded(after, before)).toBe(false);
});
