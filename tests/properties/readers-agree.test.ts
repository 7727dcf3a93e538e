// Generated and collected documents: the fast reader agrees with remark on them, and reads most of them.

import { expect, test } from "vitest";
import { checkReaders } from "../support/check-readers.js";
import { corpusFolder, hasCorpus } from "../support/corpus.js";
import { fc } from "../support/fast-check.js";
import { generateMarkdown } from "../support/generate-markdown.js";
import { markdownFilesIn } from "../support/markdown-files.js";

const DOCUMENTS = 6000;

test("the fast reader agrees with remark on generated documents, or abstains on few", () => {
  let read = 0;
  fc.assert(
    fc.property(generateMarkdown(), (text) => {
      if (checkReaders(text)) read++;
    }),
    { numRuns: DOCUMENTS },
  );
  expect(read / DOCUMENTS).toBeGreaterThan(0.5);
});

test("the readers agree wherever the body starts", () => {
  fc.assert(
    fc.property(
      generateMarkdown(),
      fc.constantFrom("\ufeff", "---\na: b\n---\n", "a", "- ", "\t", "\ufeff---\r\n---\r\n"),
      (text, before) => {
        checkReaders(before + text, before.length);
      },
    ),
    { numRuns: 1000 },
  );
});

test.skipIf(!hasCorpus)("the fast reader abstains on at most a tenth of the collected roadmaps", () => {
  const texts = markdownFilesIn(corpusFolder);
  expect(texts.length).toBeGreaterThan(50);
  expect(texts.filter((text) => !checkReaders(text)).length).toBeLessThanOrEqual(texts.length / 10);
});
