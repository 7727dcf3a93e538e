// Aligning random and real roadmaps: idempotent, every cell keeps its text, everything else its bytes.

import { expect, test } from "vitest";
import { parseRoadmap } from "../../src/index.js";
import { cellsOf } from "../../src/model/blocks.js";
import type { Roadmap } from "../../src/model/roadmap.js";
import { textAt } from "../../src/text/edit.js";
import { widthInColumns } from "../../src/text/width.js";
import { alignText } from "../support/align-text.js";
import { corpusFolder, hasCorpus } from "../support/corpus.js";
import { fc } from "../support/fast-check.js";
import { generateDistinctRoadmap } from "../support/generate-distinct-roadmap.js";
import { generateMarkdown } from "../support/generate-markdown.js";
import { generateRoadmap } from "../support/generate-roadmap.js";
import { markdownFilesIn } from "../support/markdown-files.js";
import { referenceText } from "../support/program.js";

function checkAligned(text: string): Roadmap {
  const once = alignText(text);
  expect(alignText(once)).toBe(once);
  const [before, after] = [text, once].map((one) => parseRoadmap(one).roadmap);
  expect(after && cellTexts(after)).toEqual(before && cellTexts(before));
  // Only spaces and dashes may differ.
  expect(once.replace(/[ \t-]/g, "")).toBe(text.replace(/[ \t-]/g, ""));
  return after ?? expect.fail();
}

function cellTexts({ text, tables }: Roadmap): string[][] {
  return tables.flatMap(({ table }) =>
    [table.header, ...table.rows].map((row) => cellsOf(row).map((cell) => textAt(text, cell))),
  );
}

test("random roadmaps are aligned, with their pipes below each other", () => {
  fc.assert(
    fc.property(generateRoadmap(), (text) => {
      const { tables, text: aligned } = checkAligned(text);
      for (const { table } of tables) {
        const places = [table.header, ...table.rows].map((row) =>
          cellsOf(row)
            .slice(0, -1)
            .map(({ slot }) => widthInColumns(aligned.slice(row.start, slot.end))),
        );
        expect(new Set(places.map(String)).size).toBe(1);
      }
    }),
    { numRuns: 300 },
  );
});

test("random roadmaps whose columns are inferred are aligned", () => {
  fc.assert(
    fc.property(generateDistinctRoadmap("inferred"), (text) => {
      checkAligned(text);
    }),
    { numRuns: 200 },
  );
});

test("random Markdown of every kind is aligned", () => {
  fc.assert(
    fc.property(generateMarkdown(), (text) => {
      checkAligned(text.replace(/\ba\b/g, "Status"));
    }),
    { numRuns: 200 },
  );
});

test("the reference file is aligned", () => {
  checkAligned(referenceText);
});

test.skipIf(!hasCorpus)("real roadmaps are aligned (skipped if there are none)", () => {
  for (const text of markdownFilesIn(corpusFolder)) checkAligned(text);
});
