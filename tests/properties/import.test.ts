// Import, on generated and real roadmaps: importing an unchanged export changes nothing, whatever the text.

import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { csvRows } from "../../src/app/import/csv.js";
import { parseRoadmap, UserError } from "../../src/index.js";
import { changedByOwnExport } from "../support/every-export.js";
import { generateRoadmap } from "../support/generate-roadmap.js";

const corpus = new URL("../../../shared/corpus/", import.meta.url);
test("importing an export of any random roadmap changes nothing", () => {
  fc.assert(
    fc.property(generateRoadmap(), (text) => {
      expect(changedByOwnExport(text)).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

function corpusNames(): string[] {
  try {
    return readdirSync(corpus).filter((name) => name.endsWith(".md"));
  } catch {
    return [];
  }
}

test.skipIf(corpusNames().length === 0)(
  "importing an export of every real roadmap of the corpus changes nothing",
  () => {
    const changed = corpusNames().flatMap((name) =>
      changedByOwnExport(readFileSync(new URL(name, corpus), "utf8")).map((place) => `${name}: ${place}`),
    );
    expect(changed).toEqual([]);
  },
);

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
