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

test("a tight table gets a blank on each side of its cells, and dashes that touch the pipes still do", () => {
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

test("dashes with blanks around keep them, and the alignments that colons ask for are followed", () => {
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

test("rows keep the cells they have, more or fewer than the header", () => {
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

test("the one cell of a section row and a line of prose under a table do not widen the first column", () => {
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

test("a row without a pipe at its edge gets none, and its other pipes stand under those of the rest", () => {
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

test("tables in quotations and list items, and indented ones, keep what stands before their rows", () => {
  aligns(
    ["> | Topic | Status |", "> |---|---|", "> | HTTP | Done |"],
    ["> | Topic | Status |", "> |-------|--------|", "> | HTTP  | Done   |"],
  );
  aligns(
    ["- item", "", "  | Topic | Status |", "   |---|---|", "  | HTTP | Done |"],
    ["- item", "", "  | Topic | Status |", "   |-------|--------|", "  | HTTP  | Done   |"],
  );
});

test("a cell of thousands of characters sticks out of its column and does not drive the other rows apart", () => {
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

test("tabs around a cell become blanks; a no-break space is part of what it says", () => {
  aligns(
    ["|\tTopic\t| Status |", "|---|---|", "| HTTP\u00a0 | Done\t|"],
    ["| Topic | Status |", "|-------|--------|", "| HTTP\u00a0 | Done   |"],
  );
});

test("other tables, tables in code, and everything else stay as they are", () => {
  const other = "| a | b |\n|-|-|\n| longer than a | c |\n";
  const text = `text  \n\n\`\`\`\n|Topic|Status|\n|-|-|\n\`\`\`\n\n${other}\n<!--\n|Topic|Status|\n|-|-|\n-->\n`;
  expect(alignText(text)).toBe(text);
});

test("each edit is of blanks or dashes alone, and none is made twice", () => {
  const text = "|Topic|Status|\n|-|:-:|\n|HTTP  |  Done|\n|| x|\n";
  const { roadmap } = parseRoadmap(text);
  const edits = roadmap.tables.flatMap(({ table }) => alignmentEdits(text, table));
  expect(edits.length).toBeGreaterThan(5);
  for (const { at, text: made } of edits) {
    expect(text.slice(at.start, at.end) + made).toMatch(/^(?:[ \t]*|[-: ]+)$/);
    expect(text.slice(at.start, at.end)).not.toBe(made);
  }
});

test("a text that says anything else is not taken for an aligned one", () => {
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
