// Import, on generated and real roadmaps: importing an unchanged export changes nothing, whatever the text.

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { csvRows } from "../../src/app/import/csv.js";
import { parseRoadmap, UserError } from "../../src/index.js";
import { corpusPaths } from "../support/corpus.js";
import { changedByOwnExport } from "../support/every-export.js";
import { fc } from "../support/fast-check.js";
import { generateRoadmap } from "../support/generate-roadmap.js";

test("importing an export of any random roadmap changes nothing", () => {
  fc.assert(
    fc.property(generateRoadmap(), (text) => {
      expect(changedByOwnExport(text)).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

test.skipIf(corpusPaths.length === 0)("importing an export of every real roadmap of the corpus changes nothing", () => {
  const changed = corpusPaths.flatMap((path) =>
    changedByOwnExport(readFileSync(path, "utf8")).map((place) => `${path}: ${place}`),
  );
  expect(changed).toEqual([]);
});

test("any text is read as rows, or refused", () => {
  const { settings } = parseRoadmap("").roadmap;
  const texts = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string({ unit: fc.constantFrom('"', ",", "\n", "\r", "topic", " ") }),
  );
  fc.assert(
    fc.property(texts, (text) => {
      try {
        csvRows(text, settings, { isRaw: false, ignored: [] });
      } catch (error) {
        expect(error).toBeInstanceOf(UserError);
      }
    }),
  );
});
