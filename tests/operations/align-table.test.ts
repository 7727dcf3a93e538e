// Aligning tables: only spaces and dashes change, in every way a table can be written.

import { expect, test } from "vitest";
import { parseRoadmap } from "../../src/index.js";
import { alignmentEdits, maxCountedWidth, verifyAlignment } from "../../src/operations/align-table.js";
import { alignText } from "../support/align-text.js";
import { layoutsOf } from "../support/layouts.js";

/** In every layout, and idempotent. */
function aligns(before: readonly string[], after: readonly string[]) {
  const [from, to] = [before, after].map((lines) => layoutsOf(`# Plan\n\n${lines.join("\n")}\n`));
  from?.forEach((text, index) => {
    expect(alignText(text)).toBe(to?.[index]);
    expect(alignText(to?.[index] ?? "")).toBe(to?.[index]);
  });
}

test("a tight table gets a space on each side of its cells, and dashes that touch the pipes still do", () => {
  aligns(
    ["|Topic|Status|", "|-|-|", "|HTTP Fundamentals|Done|", "||x|"],
    [
      "| Topic             | Status |",
      "|-------------------|--------|",
      "| HTTP Fundamentals | Done   |",
      "|                   | x      |",
    ],
  );
});

test("dashes with spaces around them keep them, and colons set the alignments", () => {
  aligns(
    ["| Topic | Phase | Status | Finished |", "| :- | :-: | -: | - |", "| HTTP | 1 | Done | 2026-01-02 |"],
    [
      "| Topic | Phase | Status | Finished   |",
      "| :---- | :---: | -----: | ---------- |",
      "| HTTP  |   1   |   Done | 2026-01-02 |",
    ],
  );
});

test("columns are as wide as a terminal shows their texts: CJK, emoji, joined and combining characters", () => {
  aligns(
    ["| Topic | Status |", "|---|---|", "| 网络基础 | ✅ |", "| 👩‍👩‍👧 e\u0301 | Done |", "| плюс | |"],
    [
      "| Topic    | Status |",
      "|----------|--------|",
      "| 网络基础 | ✅     |",
      "| 👩‍👩‍👧 e\u0301     | Done   |",
      "| плюс     |        |",
    ],
  );
});

test("escaped pipes, code with pipes and texts that end in a backslash stay in their cells", () => {
  aligns(
    ["|Topic|Status|Notes|", "|---|---|---|", "|a \\| b|x|`c \\| d`|", "|C:\\\\|y|\\ |"],
    [
      "| Topic  | Status | Notes    |",
      "|--------|--------|----------|",
      "| a \\| b | x      | `c \\| d` |",
      "| C:\\\\   | y      | \\        |",
    ],
  );
});

test("rows keep their number of cells, even if it differs from the header's", () => {
  aligns(
    ["| Topic | Status |", "|---|---|", "| HTTP |", "| SQL | Done | and | more|", "| Kafka basics | | |  |", "|"],
    [
      "| Topic        | Status |",
      "|--------------|--------|",
      "| HTTP         |",
      "| SQL          | Done   | and | more |",
      "| Kafka basics |        | | |",
      "|",
    ],
  );
});

test("the single cell of a section row and a line of prose below a table do not widen the first column", () => {
  aligns(
    ["| Topic | Status |", "|---|---|", "| **Part one: all of the basics** |", "| HTTP | |", "Prose right below it."],
    [
      "| Topic | Status |",
      "|-------|--------|",
      "| **Part one: all of the basics** |",
      "| HTTP  |        |",
      "Prose right below it.",
    ],
  );
});

test("a row without a pipe at its edge gets none, and its other pipes align with the rest", () => {
  aligns(
    ["Topic | Phase | Status", "--- | --: | ---", "HTTP Fundamentals | 1 | Done", "SQL | 12 |"],
    [
      "Topic             | Phase | Status",
      "----------------- | ----: | ------",
      "HTTP Fundamentals |     1 | Done",
      "SQL               |    12 |",
    ],
  );
  aligns(
    ["| Topic | Status |", "---|---", "HTTP Fundamentals | Done", "| SQL | |"],
    [
      "| Topic             | Status |",
      "--------------------|-------",
      "HTTP Fundamentals   | Done",
      "| SQL               |        |",
    ],
  );
});

test("tables in block quotes and list items, and indented ones, keep what precedes their rows", () => {
  aligns(
    ["> | Topic | Status |", "> |---|---|", "> | HTTP | Done |"],
    ["> | Topic | Status |", "> |-------|--------|", "> | HTTP  | Done   |"],
  );
  aligns(
    ["- item", "", "  | Topic | Status |", "   |---|---|", "  | HTTP | Done |"],
    ["- item", "", "  | Topic | Status |", "   |-------|--------|", "  | HTTP  | Done   |"],
  );
});

test("a cell of thousands of characters exceeds its column and does not widen the other rows", () => {
  const long = "x".repeat(5_000);
  const fits = "y".repeat(maxCountedWidth);
  aligns(
    ["| Topic | Status |", "|---|---|", `| ${long} | Done |`, "| HTTP | |"],
    ["| Topic | Status |", "|-------|--------|", `| ${long} | Done   |`, "| HTTP  |        |"],
  );
  const padding = " ".repeat(maxCountedWidth - 4);
  expect(alignText(`|Topic|Status|\n|-|-|\n|${fits}|x|\n|HTTP||\n`)).toContain(`| HTTP${padding} |`);
  expect(alignText(`|Topic|Status|\n|-|-|\n|${fits}y|x|\n|HTTP||\n`)).toContain("| HTTP  |");
});

test("tabs around a cell become spaces, but a no-break space is part of its text", () => {
  aligns(
    ["|\tTopic\t| Status |", "|---|---|", "| HTTP\u00a0 | Done\t|"],
    ["| Topic | Status |", "|-------|--------|", "| HTTP\u00a0 | Done   |"],
  );
});

test("other tables, tables in code, and everything else stay the same", () => {
  const other = "| a | b |\n|-|-|\n| longer than a | c |\n";
  const text = `text  \n\n\`\`\`\n|Topic|Status|\n|-|-|\n\`\`\`\n\n${other}\n<!--\n|Topic|Status|\n|-|-|\n-->\n`;
  expect(alignText(text)).toBe(text);
});

test("every edit contains only spaces or dashes, and aligning again makes none", () => {
  const text = "|Topic|Status|\n|-|:-:|\n|HTTP  |  Done|\n|| x|\n";
  const { roadmap } = parseRoadmap(text);
  const edits = roadmap.tables.flatMap(({ table }) => alignmentEdits(text, table));
  expect(edits.length).toBeGreaterThan(5);
  for (const { at, text: made } of edits) {
    expect(text.slice(at.start, at.end) + made).toMatch(/^(?:[ \t]*|[-: ]+)$/);
    expect(text.slice(at.start, at.end)).not.toBe(made);
  }
});

test("a text with any other difference is not accepted as an aligned one", () => {
  const read = (text: string) => parseRoadmap(text).roadmap;
  const text = "# P\n\n| Topic | Status |\n|---|---|\n| A | Done |\n| B | |\n\n- [ ] task\n\na tail\n";
  const before = read(text);
  for (const [from, to] of [
    ["Done", "Done."],
    ["| B | |", "| B | | |"],
    ["| B | |\n", ""],
    ["|---|---|", "|:--|---|"],
    ["[ ]", "[x]"],
    ["a tail", "the tail"],
    ["- [ ] task\n", ""],
  ] as const) {
    expect(() => verifyAlignment(before, read(text.replace(from, to))), to).toThrow("changed");
  }
  verifyAlignment(before, read(text.replace("| A |", "|  A |")));
});
