// Conflicts: the choices that a merge leaves, cell by cell, and the file after they are resolved.

import { describe, expect, test } from "vitest";
import { layoutsOf } from "../../support/layouts.js";
import { conflictList, resolvedText } from "../../support/resolve-text.js";

const head = "# Plan\n\n| Topic | Phase | Status | Comments |\n|---|---|---|---|\n";
const tail = "| Last | 9 | | |\n\nText.\n";

/** A table with one conflict of rows in it. */
function conflict(ours: string, theirs: string, base?: string): string {
  const origin = base === undefined ? "" : `||||||| base\n${base}`;
  return `${head}<<<<<<< HEAD\n${ours}${origin}=======\n${theirs}>>>>>>> other\n${tail}`;
}

const around = (rows: string) => `${head}${rows}${tail}`;

test("a row that differs in two cells is two choices, and equal cells are not choices", () => {
  const text = conflict("| HTTP | 1 | Done | a |\n", "| http  | 1 | Blocked | b |\n");
  expect(conflictList(text)).toEqual([
    "HTTP · topic: HTTP | http | ",
    "HTTP · status: Done | Blocked | ",
    "HTTP · comments: a | b | ",
  ]);
  expect(resolvedText(text, "ours")).toBe(around("| HTTP | 1 | Done | a |\n"));
  expect(resolvedText(text, "theirs")).toBe(around("| http  | 1 | Blocked | b |\n"));
});

test("resolving one cell writes it to the other side and leaves the rest, then the markers go", () => {
  const text = conflict("| HTTP | 1 | Done | a |\n", "| HTTP | 1 | Blocked | b |\n");
  const first = resolvedText(text, "theirs", { words: ["1"] });
  expect(first).toBe(conflict("| HTTP | 1 | Blocked | a |\n", "| HTTP | 1 | Blocked | b |\n"));
  expect(conflictList(first)).toEqual(["HTTP · comments: a | b | "]);
  expect(resolvedText(first, "ours", { words: ["http"] })).toBe(around("| HTTP | 1 | Blocked | a |\n"));
  expect(resolvedText(first, { text: "a | b" }, { words: ["http"] })).toBe(
    around("| HTTP | 1 | Blocked | a \\| b |\n"),
  );
  expect(resolvedText(text, { text: "" }, { words: ["http"], field: "comments" })).toBe(
    conflict("| HTTP | 1 | Done | |\n", "| HTTP | 1 | Blocked | |\n"),
  );
});

test("with a base, only what both sides changed is a choice, and the rest is merged", () => {
  const text = conflict("| HTTP | 1 | Done | |\n", "| HTTP | 2 | Blocked | b |\n", "| HTTP | 1 | | |\n");
  expect(conflictList(text)).toEqual(["HTTP · status: Done | Blocked | "]);
  expect(resolvedText(text, "ours")).toBe(around("| HTTP | 2 | Done | b |\n"));
  expect(resolvedText(text, { text: "Skipped" })).toBe(around("| HTTP | 2 | Skipped | b |\n"));
});

test("a row that one side renamed and the other changed is one row if the base shows it", () => {
  const base = "| Kafka | 3 | | queues |\n";
  const text = conflict("| Kafka in depth | 3 | | queues |\n", "| Kafka | 3 | Done | queues |\n", base);
  expect(conflictList(text)).toEqual(["parts"]);
  expect(resolvedText(text, "both")).toBe(around("| Kafka in depth | 3 | Done | queues |\n"));
});

test("a row or a task that one side may have replaced is one choice if the other side changed it", () => {
  const [kafka, redis] = ["| Kafka Basics | 3 | | queues |\n", "| Redis Basics | 3 | | queues |\n"];
  const done = kafka.replace("| | queues", "| Done | queues");
  const text = conflict(redis, done, kafka);
  const told = (ours: string, theirs: string, base: string) =>
    `Redis Basics · row: ${ours.trim()} | ${theirs.trim()} | ${base.trim()}`;
  expect(conflictList(text)).toEqual([told(redis, done, kafka)]);
  expect(resolvedText(text, "ours")).toBe(around(redis));
  expect(resolvedText(text, "theirs")).toBe(around(done));
  const open = tasks("- [ ] Learn Redis\n", "- [x] Learn Kafka\n", "- [ ] Learn Kafka\n");
  expect(resolvedText(open, "ours")).toBe("## One\n\n- [ ] first\n- [ ] Learn Redis\n- [ ] last\n");
  expect(resolvedText(open, "theirs")).toBe("## One\n\n- [ ] first\n- [x] Learn Kafka\n- [ ] last\n");
});

test("a row in the place of another one is not taken for the same row renamed", () => {
  const text = conflict("| Pulsar | 3 | | queues |\n", "| Kafka | 3 | Done | queues |\n", "| Kafka | 3 | | queues |\n");
  expect(conflictList(text)).toEqual(["Kafka · row:  | | Kafka | 3 | Done | queues | | | Kafka | 3 | | queues |"]);
  expect(resolvedText(text, "ours")).toBe(around("| Pulsar | 3 | | queues |\n"));
});

test("if one side has fewer rows of a name, it is unclear which are left, and all of them are one choice", () => {
  const kept = "| Kafka | 4 | | streams |\n";
  const base = `| Kafka | 3 | | queues |\n${kept}`;
  const text = conflict(kept, `| Kafka | 3 | Done | queues |\n${kept}`, base);
  expect(conflictList(text)).toEqual(["lines"]);
  expect(resolvedText(text, "ours")).toBe(around(kept));
});

test("rows that both sides added all stay if a base shows that they are new, ours first", () => {
  const text = conflict("| A | 1 | | |\n| B | 1 | | |\n", "| C | 1 | | |\n", "");
  expect(conflictList(text)).toEqual(["parts"]);
  expect(resolvedText(text, "ours")).toBe(around("| A | 1 | | |\n| B | 1 | | |\n| C | 1 | | |\n"));
});

test("without a base, each row of only one side is kept or dropped", () => {
  const text = conflict("| A | 1 | | |\n| B | 1 | | |\n", "| B | 1 | | |\n| C | 1 | | |\n");
  expect(conflictList(text)).toEqual(["A · row: | A | 1 | | | |  | ", "C · row:  | | C | 1 | | | | "]);
  expect(resolvedText(text, "both")).toBe(around("| A | 1 | | |\n| B | 1 | | |\n| C | 1 | | |\n"));
  expect(resolvedText(text, "ours")).toBe(around("| A | 1 | | |\n| B | 1 | | |\n"));
  const first = resolvedText(text, "both", { words: ["C"] });
  expect(first).toBe(conflict("| A | 1 | | |\n| B | 1 | | |\n| C | 1 | | |\n", "| B | 1 | | |\n| C | 1 | | |\n"));
  expect(resolvedText(first, "theirs", { words: ["1"] })).toBe(around("| B | 1 | | |\n| C | 1 | | |\n"));
  expect(resolvedText(text, "theirs", { words: ["A"] })).toBe(
    conflict("| B | 1 | | |\n", "| B | 1 | | |\n| C | 1 | | |\n"),
  );
});

test("a row that one side removed is a choice if the other side changed it, and is removed otherwise", () => {
  const text = conflict("| B | 2 | | |\n", "| A | 1 | | |\n| B | 3 | | |\n", "| A | 1 | | |\n| B | 1 | | |\n");
  expect(conflictList(text)).toEqual(["B · phase: 2 | 3 | 1"]);
  expect(resolvedText(text, "theirs")).toBe(around("| B | 3 | | |\n"));
  const edited = conflict("", "| A | 1 | Done | |\n", "| A | 1 | | |\n");
  expect(conflictList(edited)).toEqual(["A · row:  | | A | 1 | Done | | | | A | 1 | | |"]);
  expect(resolvedText(edited, "both")).toBe(around("| A | 1 | Done | |\n"));
  expect(resolvedText(edited, "ours")).toBe(around(""));
});

test("rows with one name are matched in order", () => {
  const text = conflict("| A | 1 | | |\n| A | 2 | | |\n", "| A | 1 | Done | |\n| **a** | 3 | | |\n");
  expect(conflictList(text)).toEqual(["A · status:  | Done | ", "A · topic: A | **a** | ", "A · phase: 2 | 3 | "]);
});

test("reordered rows follow the side that reordered them, if the base shows which one did", () => {
  const [a, b] = ["| A | 1 | | |\n", "| B | 1 | | |\n"];
  const text = conflict(a + b, `| B | 1 | Done | |\n${a}`, a + b);
  expect(conflictList(text)).toEqual(["parts"]);
  expect(resolvedText(text, "both")).toBe(around(`| B | 1 | Done | |\n${a}`));
  expect(conflictList(conflict(a + b, b + a))).toEqual(["lines"]);
});

test("padding never makes a choice, and chosen cells keep the columns aligned", () => {
  const text = conflict("| HTTP  | 1 | In Progress |   |\n", "| HTTP  | 1 | Done        |   |\n");
  expect(conflictList(text)).toEqual(["HTTP · status: In Progress | Done | "]);
  expect(resolvedText(text, { text: "Skipped" })).toBe(around("| HTTP  | 1 | Skipped     |   |\n"));
  const wider = conflict("| HTTP | 1 | Done | a |\n", "| HTTP   | 1   | Done | b |\n");
  expect(conflictList(wider)).toEqual(["HTTP · comments: a | b | "]);
});

test("rows with different cells, or without pipes at their ends, are chosen as a whole", () => {
  const text = conflict("| HTTP | 1 | Done |\n", "| HTTP | 1 | Done | b |\n");
  expect(conflictList(text)).toEqual(["HTTP · row: | HTTP | 1 | Done | | | HTTP | 1 | Done | b | | "]);
  const bare = conflict("HTTP | 1 | Done | a\n", "HTTP | 1 | | b\n");
  expect(resolvedText(bare, "theirs")).toBe(around("HTTP | 1 | | b\n"));
  expect(() => resolvedText(bare, { text: "x" })).toThrow("whole lines");
});

const tasks = (ours: string, theirs: string, base?: string) =>
  `## One\n\n- [ ] first\n<<<<<<< HEAD\n${ours}${base === undefined ? "" : `||||||| b\n${base}`}=======\n${theirs}>>>>>>> o\n- [ ] last\n`;

test("a task has a choice for its mark and one for its words", () => {
  const text = tasks("- [x] read it\n", "- [/] read **it**\n");
  expect(conflictList(text)).toEqual(["read it · mark: x | / | ", "read it · text: read it | read **it** | "]);
  expect(resolvedText(text, { text: "-" }, { words: ["1"] })).toBe(tasks("- [-] read it\n", "- [-] read **it**\n"));
  expect(resolvedText(text, "theirs")).toBe("## One\n\n- [ ] first\n- [/] read **it**\n- [ ] last\n");
  expect(() => resolvedText(text, { text: "?" }, { words: ["1"] })).toThrow('"?" is not a task mark');
  const both = tasks("- [x] read the book\n", "  - [ ] read the whole book\n", "- [ ] read the book\n");
  expect(resolvedText(both, "both")).toBe("## One\n\n- [ ] first\n  - [x] read the whole book\n- [ ] last\n");
});

test("any other text is one choice: ours, theirs, or both", () => {
  const text = "# Plan\n\n<<<<<<< HEAD\nSome words.\n=======\nOther words.\n\n- plain\n>>>>>>> o\n";
  expect(conflictList(text)).toEqual(["lines"]);
  expect(resolvedText(text, "both")).toBe("# Plan\n\nSome words.\nOther words.\n\n- plain\n");
  expect(() => resolvedText(text, { text: "x" })).toThrow("whole lines");
  const header = `${head.replace("| Topic", "<<<<<<< HEAD\n| Topic").replace("\n|---", "\n=======\n| Skill | Phase | Status | Notes |\n>>>>>>> o\n|---")}${tail}`;
  expect(conflictList(header)).toEqual(["lines"]);
  expect(resolvedText(header, "theirs")).toContain("| Skill | Phase | Status | Notes |\n|---|---|---|---|\n| Last");
});

test("lines with one name that depend on each other are resolved together, never in part", () => {
  const text = tasks("- [ ] write it\n- [ ] sleep\n- [x] write it\n", "");
  expect(() => resolvedText(text, "both", { words: ["3"] })).toThrow(
    "resolving only this would change what is left to resolve",
  );
  const kept = resolvedText(text, "both", { words: ["write it"] });
  expect(conflictList(kept)).toEqual(["sleep · row: - [ ] sleep |  | "]);
  expect(resolvedText(kept, "theirs")).toBe("## One\n\n- [ ] first\n- [ ] write it\n- [x] write it\n- [ ] last\n");
});

test("a choice that would split a table is refused", () => {
  const text = `${head}| A | 1 | | |\n<<<<<<< HEAD\n=======\n\nText between.\n\n>>>>>>> o\n${tail}`;
  expect(resolvedText(text, "ours")).toBe(`${head}| A | 1 | | |\n${tail}`);
  const header = `${head}| A | 1 | | |\n<<<<<<< HEAD\n\nText.\n=======\n| C | 1 | | |\n>>>>>>> o\n`;
  expect(() => resolvedText(header, "both")).toThrow('"C" would no longer be read as a topic');
});

test("one value for several conflicts, both for one cell, and an unclear block are refused", () => {
  const text = conflict("| HTTP | 1 | Done | a |\n", "| HTTP | 1 | Blocked | b |\n");
  expect(() => resolvedText(text, { text: "x" })).toThrow("--value resolves only one conflict, not 2: 1, 2");
  expect(() => resolvedText(text, "both")).toThrow("is about a single value: --both needs whole lines");
  expect(() => resolvedText(text, "ours", { words: ["3"] })).toThrow("no conflict 3: the file has 2");
  expect(() => resolvedText(text, "ours", { words: ["kafka"] })).toThrow('no conflict matches "kafka"');
  expect(() => resolvedText(text, "ours", { words: ["http"], field: "proof" })).toThrow('no conflict in field "proof"');
  expect(() => resolvedText(text, { text: "\u0007" }, { words: ["1"] })).toThrow("control character");
  const broken = `${head}<<<<<<< HEAD\n| A | 1 | | |\n=======\n${tail}`;
  expect(conflictList(broken)).toEqual(["unclear"]);
  expect(() => resolvedText(broken, "ours")).toThrow("cannot be parsed");
});

test("in every layout in which git finds conflicts, every other byte stays", () => {
  const text = conflict("| HTTP | 1 | Done | a |\n", "| HTTP | 1 | Blocked | b |\n", "| HTTP | 1 | | a |\n");
  const expected = layoutsOf(around("| HTTP | 1 | Blocked | b |\n"));
  for (const [index, layout] of layoutsOf(text).entries()) {
    // Git does not treat a lone CR as a line ending.
    if (layout.includes("\n")) expect(resolvedText(layout, "theirs")).toBe(expected[index]);
  }
});

describe("the byte order mark of a file whose first line is in conflict", () => {
  const mark = "\ufeff";
  const conflictOf = (ours: string, theirs: string, base = "") =>
    `<<<<<<< HEAD\n${ours}${base && `||||||| base\n${base}`}=======\n${theirs}>>>>>>> other\n- [ ] last\n`;
  const lines: [string, string, string, string][] = [
    ["text", "# Ours\n", "# Theirs\n", "# Base\n"],
    ["tasks", "- [ ] read\n", "- [ ] write\n", ""],
    ["a header", "| Topic | Status |\n|---|---|\n| A | |\n\n", "| Topic | Phase |\n|---|---|\n| A | |\n\n", ""],
  ];

  test.each(lines)("appears once, before both sides, if git left it on both sides: %s", (...[, ours, theirs, base]) => {
    const text = conflictOf(mark + ours, mark + theirs, base && mark + base);
    expect(resolvedText(text, "both")).toBe(`${mark}${ours}${theirs}- [ ] last\n`);
    expect(resolvedText(text, "ours")).toBe(`${mark}${ours}- [ ] last\n`);
    expect(resolvedText(text, "theirs")).toBe(`${mark}${theirs}- [ ] last\n`);
  });

  test.each(lines)("is that of the chosen side if one side has none: %s", (...[, ours, theirs]) => {
    for (const [text, withMark, without] of [
      [conflictOf(mark + ours, theirs), "ours", "theirs"],
      [conflictOf(ours, mark + theirs), "theirs", "ours"],
    ] as const) {
      expect(resolvedText(text, "both")).toBe(`${mark}${ours}${theirs}- [ ] last\n`);
      expect(resolvedText(text, withMark).startsWith(mark)).toBe(true);
      expect(resolvedText(text, without)).not.toContain(mark);
    }
  });

  test.each(lines)("hides no marker that the merge driver wrote after it: %s", (...[, ours, theirs, base]) => {
    const text = mark + conflictOf(ours, theirs, base);
    expect(resolvedText(text, "both")).toBe(`${mark}${ours}${theirs}- [ ] last\n`);
    expect(resolvedText(text, "theirs")).toBe(`${mark}${theirs}- [ ] last\n`);
  });

  test("is kept by the first of several resolutions", () => {
    const text = conflictOf(`${mark}- [ ] read\n`, `${mark}- [ ] write\n`);
    const first = resolvedText(text, "theirs", { words: ["1"] });
    expect(resolvedText(first, "both")).toBe(`${mark}- [ ] write\n- [ ] last\n`);
  });

  test("does not affect a zero-width space at the start of another line", () => {
    const text = conflictOf(`${mark}# Ours\n${mark}more\n`, `${mark}# Theirs\n`);
    expect(resolvedText(text, "both")).toBe(`${mark}# Ours\n${mark}more\n# Theirs\n- [ ] last\n`);
  });
});
