// Conflict blocks: the choices that a merge leaves, cell by cell, and the resulting file.

import { describe, expect, test } from "vitest";
import { layoutsOf } from "../../support/layouts.js";
import { settled, toldConflicts } from "../../support/resolve-text.js";

const head = "# Plan\n\n| Topic | Phase | Status | Comments |\n|---|---|---|---|\n";
const tail = "| Last | 9 | | |\n\nText.\n";

/** A table with one conflict of rows in it. */
function conflict(ours: string, theirs: string, base?: string): string {
  const origin = base === undefined ? "" : `||||||| base\n${base}`;
  return `${head}<<<<<<< HEAD\n${ours}${origin}=======\n${theirs}>>>>>>> other\n${tail}`;
}

const around = (rows: string) => `${head}${rows}${tail}`;

test("a row that differs in two cells is two choices, and the cells that agree are none", () => {
  const text = conflict("| HTTP | 1 | Done | a |\n", "| http  | 1 | Blocked | b |\n");
  expect(toldConflicts(text)).toEqual([
    "HTTP · topic: HTTP | http | ",
    "HTTP · status: Done | Blocked | ",
    "HTTP · comments: a | b | ",
  ]);
  expect(settled(text, "ours")).toBe(around("| HTTP | 1 | Done | a |\n"));
  expect(settled(text, "theirs")).toBe(around("| http  | 1 | Blocked | b |\n"));
});

test("settling one cell writes it into the other half and leaves the rest, then the markers go", () => {
  const text = conflict("| HTTP | 1 | Done | a |\n", "| HTTP | 1 | Blocked | b |\n");
  const first = settled(text, "theirs", { words: ["1"] });
  expect(first).toBe(conflict("| HTTP | 1 | Blocked | a |\n", "| HTTP | 1 | Blocked | b |\n"));
  expect(toldConflicts(first)).toEqual(["HTTP · comments: a | b | "]);
  expect(settled(first, "ours", { words: ["http"] })).toBe(around("| HTTP | 1 | Blocked | a |\n"));
  expect(settled(first, { text: "a | b" }, { words: ["http"] })).toBe(around("| HTTP | 1 | Blocked | a \\| b |\n"));
  expect(settled(text, { text: "" }, { words: ["http"], field: "comments" })).toBe(
    conflict("| HTTP | 1 | Done | |\n", "| HTTP | 1 | Blocked | |\n"),
  );
});

test("with a base only what both sides changed is asked, the rest is put together", () => {
  const text = conflict("| HTTP | 1 | Done | |\n", "| HTTP | 2 | Blocked | b |\n", "| HTTP | 1 | | |\n");
  expect(toldConflicts(text)).toEqual(["HTTP · status: Done | Blocked | "]);
  expect(settled(text, "ours")).toBe(around("| HTTP | 2 | Done | b |\n"));
  expect(settled(text, { text: "Skipped" })).toBe(around("| HTTP | 2 | Skipped | b |\n"));
});

test("a row that one side renamed and the other changed is one row, when the base shows it", () => {
  const base = "| Kafka | 3 | | queues |\n";
  const text = conflict("| Kafka in depth | 3 | | queues |\n", "| Kafka | 3 | Done | queues |\n", base);
  expect(toldConflicts(text)).toEqual(["parts"]);
  expect(settled(text, "both")).toBe(around("| Kafka in depth | 3 | Done | queues |\n"));
});

test("a row or a task that one side may have replaced is one choice, where the other side changed it", () => {
  const [kafka, redis] = ["| Kafka Basics | 3 | | queues |\n", "| Redis Basics | 3 | | queues |\n"];
  const done = kafka.replace("| | queues", "| Done | queues");
  const text = conflict(redis, done, kafka);
  const told = (ours: string, theirs: string, base: string) =>
    `Redis Basics · row: ${ours.trim()} | ${theirs.trim()} | ${base.trim()}`;
  expect(toldConflicts(text)).toEqual([told(redis, done, kafka)]);
  expect(settled(text, "ours")).toBe(around(redis));
  expect(settled(text, "theirs")).toBe(around(done));
  const open = tasks("- [ ] Learn Redis\n", "- [x] Learn Kafka\n", "- [ ] Learn Kafka\n");
  expect(settled(open, "ours")).toBe("## One\n\n- [ ] first\n- [ ] Learn Redis\n- [ ] last\n");
  expect(settled(open, "theirs")).toBe("## One\n\n- [ ] first\n- [x] Learn Kafka\n- [ ] last\n");
});

test("a row in the place of another one is not taken for it under a new name", () => {
  const text = conflict("| Pulsar | 3 | | queues |\n", "| Kafka | 3 | Done | queues |\n", "| Kafka | 3 | | queues |\n");
  expect(toldConflicts(text)).toEqual(["Kafka · row:  | | Kafka | 3 | Done | queues | | | Kafka | 3 | | queues |"]);
  expect(settled(text, "ours")).toBe(around("| Pulsar | 3 | | queues |\n"));
});

test("where one side has fewer rows of a name, nobody can tell which is left, and all of them are one choice", () => {
  const kept = "| Kafka | 4 | | streams |\n";
  const base = `| Kafka | 3 | | queues |\n${kept}`;
  const text = conflict(kept, `| Kafka | 3 | Done | queues |\n${kept}`, base);
  expect(toldConflicts(text)).toEqual(["lines"]);
  expect(settled(text, "ours")).toBe(around(kept));
});

test("rows that both sides added all stay when a base shows that they are new, ours first", () => {
  const text = conflict("| A | 1 | | |\n| B | 1 | | |\n", "| C | 1 | | |\n", "");
  expect(toldConflicts(text)).toEqual(["parts"]);
  expect(settled(text, "ours")).toBe(around("| A | 1 | | |\n| B | 1 | | |\n| C | 1 | | |\n"));
});

test("without a base each row that stands on one side only is kept or left out", () => {
  const text = conflict("| A | 1 | | |\n| B | 1 | | |\n", "| B | 1 | | |\n| C | 1 | | |\n");
  expect(toldConflicts(text)).toEqual(["A · row: | A | 1 | | | |  | ", "C · row:  | | C | 1 | | | | "]);
  expect(settled(text, "both")).toBe(around("| A | 1 | | |\n| B | 1 | | |\n| C | 1 | | |\n"));
  expect(settled(text, "ours")).toBe(around("| A | 1 | | |\n| B | 1 | | |\n"));
  const first = settled(text, "both", { words: ["C"] });
  expect(first).toBe(conflict("| A | 1 | | |\n| B | 1 | | |\n| C | 1 | | |\n", "| B | 1 | | |\n| C | 1 | | |\n"));
  expect(settled(first, "theirs", { words: ["1"] })).toBe(around("| B | 1 | | |\n| C | 1 | | |\n"));
  expect(settled(text, "theirs", { words: ["A"] })).toBe(conflict("| B | 1 | | |\n", "| B | 1 | | |\n| C | 1 | | |\n"));
});

test("a row that one side took away and the other changed is a choice, one that nobody else changed goes", () => {
  const text = conflict("| B | 2 | | |\n", "| A | 1 | | |\n| B | 3 | | |\n", "| A | 1 | | |\n| B | 1 | | |\n");
  expect(toldConflicts(text)).toEqual(["B · phase: 2 | 3 | 1"]);
  expect(settled(text, "theirs")).toBe(around("| B | 3 | | |\n"));
  const edited = conflict("", "| A | 1 | Done | |\n", "| A | 1 | | |\n");
  expect(toldConflicts(edited)).toEqual(["A · row:  | | A | 1 | Done | | | | A | 1 | | |"]);
  expect(settled(edited, "both")).toBe(around("| A | 1 | Done | |\n"));
  expect(settled(edited, "ours")).toBe(around(""));
});

test("rows of one name are the first with the first and the second with the second", () => {
  const text = conflict("| A | 1 | | |\n| A | 2 | | |\n", "| A | 1 | Done | |\n| **a** | 3 | | |\n");
  expect(toldConflicts(text)).toEqual(["A · status:  | Done | ", "A · topic: A | **a** | ", "A · phase: 2 | 3 | "]);
});

test("a side that put the rows into another order is followed when the base shows which one it was", () => {
  const [a, b] = ["| A | 1 | | |\n", "| B | 1 | | |\n"];
  const text = conflict(a + b, `| B | 1 | Done | |\n${a}`, a + b);
  expect(toldConflicts(text)).toEqual(["parts"]);
  expect(settled(text, "both")).toBe(around(`| B | 1 | Done | |\n${a}`));
  expect(toldConflicts(conflict(a + b, b + a))).toEqual(["lines"]);
});

test("padding never makes a choice, and what is taken over keeps the columns aligned", () => {
  const text = conflict("| HTTP  | 1 | In Progress |   |\n", "| HTTP  | 1 | Done        |   |\n");
  expect(toldConflicts(text)).toEqual(["HTTP · status: In Progress | Done | "]);
  expect(settled(text, { text: "Skipped" })).toBe(around("| HTTP  | 1 | Skipped     |   |\n"));
  const wider = conflict("| HTTP | 1 | Done | a |\n", "| HTTP   | 1   | Done | b |\n");
  expect(toldConflicts(wider)).toEqual(["HTTP · comments: a | b | "]);
});

test("rows with other cells, or without pipes at their ends, are chosen as a whole", () => {
  const text = conflict("| HTTP | 1 | Done |\n", "| HTTP | 1 | Done | b |\n");
  expect(toldConflicts(text)).toEqual(["HTTP · row: | HTTP | 1 | Done | | | HTTP | 1 | Done | b | | "]);
  const bare = conflict("HTTP | 1 | Done | a\n", "HTTP | 1 | | b\n");
  expect(settled(bare, "theirs")).toBe(around("HTTP | 1 | | b\n"));
  expect(() => settled(bare, { text: "x" })).toThrow("whole lines");
});

const tasks = (ours: string, theirs: string, base?: string) =>
  `## One\n\n- [ ] first\n<<<<<<< HEAD\n${ours}${base === undefined ? "" : `||||||| b\n${base}`}=======\n${theirs}>>>>>>> o\n- [ ] last\n`;

test("tasks are asked about by their mark and their words", () => {
  const text = tasks("- [x] read it\n", "- [/] read **it**\n");
  expect(toldConflicts(text)).toEqual(["read it · mark: x | / | ", "read it · text: read it | read **it** | "]);
  expect(settled(text, { text: "-" }, { words: ["1"] })).toBe(tasks("- [-] read it\n", "- [-] read **it**\n"));
  expect(settled(text, "theirs")).toBe("## One\n\n- [ ] first\n- [/] read **it**\n- [ ] last\n");
  expect(() => settled(text, { text: "?" }, { words: ["1"] })).toThrow('"?" is not a task mark');
  const both = tasks("- [x] read the book\n", "  - [ ] read the whole book\n", "- [ ] read the book\n");
  expect(settled(both, "both")).toBe("## One\n\n- [ ] first\n  - [x] read the whole book\n- [ ] last\n");
});

test("anything else is one choice: ours, theirs, or both", () => {
  const text = "# Plan\n\n<<<<<<< HEAD\nSome words.\n=======\nOther words.\n\n- plain\n>>>>>>> o\n";
  expect(toldConflicts(text)).toEqual(["lines"]);
  expect(settled(text, "both")).toBe("# Plan\n\nSome words.\nOther words.\n\n- plain\n");
  expect(() => settled(text, { text: "x" })).toThrow("whole lines");
  const header = `${head.replace("| Topic", "<<<<<<< HEAD\n| Topic").replace("\n|---", "\n=======\n| Skill | Phase | Status | Notes |\n>>>>>>> o\n|---")}${tail}`;
  expect(toldConflicts(header)).toEqual(["lines"]);
  expect(settled(header, "theirs")).toContain("| Skill | Phase | Status | Notes |\n|---|---|---|---|\n| Last");
});

test("lines of one name that hang together are settled together, never by halves", () => {
  const text = tasks("- [ ] write it\n- [ ] sleep\n- [x] write it\n", "");
  expect(() => settled(text, "both", { words: ["3"] })).toThrow(
    "resolving only this would change what is left to resolve",
  );
  const kept = settled(text, "both", { words: ["write it"] });
  expect(toldConflicts(kept)).toEqual(["sleep · row: - [ ] sleep |  | "]);
  expect(settled(kept, "theirs")).toBe("## One\n\n- [ ] first\n- [ ] write it\n- [x] write it\n- [ ] last\n");
});

test("what would tear a table apart is refused", () => {
  const text = `${head}| A | 1 | | |\n<<<<<<< HEAD\n=======\n\nText between.\n\n>>>>>>> o\n${tail}`;
  expect(settled(text, "ours")).toBe(`${head}| A | 1 | | |\n${tail}`);
  const header = `${head}| A | 1 | | |\n<<<<<<< HEAD\n\nText.\n=======\n| C | 1 | | |\n>>>>>>> o\n`;
  expect(() => settled(header, "both")).toThrow('"C" would no longer be read as a topic');
});

test("one value for several conflicts, both of one cell, and an unclear block are refused", () => {
  const text = conflict("| HTTP | 1 | Done | a |\n", "| HTTP | 1 | Blocked | b |\n");
  expect(() => settled(text, { text: "x" })).toThrow("--value resolves only one conflict, not 2: 1, 2");
  expect(() => settled(text, "both")).toThrow("is about a single value: --both needs whole lines");
  expect(() => settled(text, "ours", { words: ["3"] })).toThrow("no conflict 3: the file has 2");
  expect(() => settled(text, "ours", { words: ["kafka"] })).toThrow('no conflict matches "kafka"');
  expect(() => settled(text, "ours", { words: ["http"], field: "proof" })).toThrow('no conflict in field "proof"');
  expect(() => settled(text, { text: "\u0007" }, { words: ["1"] })).toThrow("control character");
  const broken = `${head}<<<<<<< HEAD\n| A | 1 | | |\n=======\n${tail}`;
  expect(toldConflicts(broken)).toEqual(["unclear"]);
  expect(() => settled(broken, "ours")).toThrow("cannot be parsed");
});

test("in every layout that git finds conflicts in, every other byte stays", () => {
  const text = conflict("| HTTP | 1 | Done | a |\n", "| HTTP | 1 | Blocked | b |\n", "| HTTP | 1 | | a |\n");
  const expected = layoutsOf(around("| HTTP | 1 | Blocked | b |\n"));
  for (const [index, layout] of layoutsOf(text).entries()) {
    // Git does not treat a lone CR as a line ending.
    if (layout.includes("\n")) expect(settled(layout, "theirs")).toBe(expected[index]);
  }
});

describe("the byte order mark of a file whose first line is in conflict", () => {
  const mark = "\ufeff";
  const halves = (ours: string, theirs: string, base = "") =>
    `<<<<<<< HEAD\n${ours}${base && `||||||| base\n${base}`}=======\n${theirs}>>>>>>> other\n- [ ] last\n`;
  const lines: [string, string, string, string][] = [
    ["text", "# Ours\n", "# Theirs\n", "# Base\n"],
    ["tasks", "- [ ] read\n", "- [ ] write\n", ""],
    ["a header", "| Topic | Status |\n|---|---|\n| A | |\n\n", "| Topic | Phase |\n|---|---|\n| A | |\n\n", ""],
  ];

  test.each(lines)(
    "stands once, before both sides, where git left it in both halves: %s",
    (...[, ours, theirs, base]) => {
      const text = halves(mark + ours, mark + theirs, base && mark + base);
      expect(settled(text, "both")).toBe(`${mark}${ours}${theirs}- [ ] last\n`);
      expect(settled(text, "ours")).toBe(`${mark}${ours}- [ ] last\n`);
      expect(settled(text, "theirs")).toBe(`${mark}${theirs}- [ ] last\n`);
    },
  );

  test.each(lines)("is that of the side that is chosen, where one has none: %s", (...[, ours, theirs]) => {
    for (const [text, withMark, without] of [
      [halves(mark + ours, theirs), "ours", "theirs"],
      [halves(ours, mark + theirs), "theirs", "ours"],
    ] as const) {
      expect(settled(text, "both")).toBe(`${mark}${ours}${theirs}- [ ] last\n`);
      expect(settled(text, withMark).startsWith(mark)).toBe(true);
      expect(settled(text, without)).not.toContain(mark);
    }
  });

  test.each(lines)("hides no marker that the merge driver has written behind it: %s", (...[, ours, theirs, base]) => {
    const text = mark + halves(ours, theirs, base);
    expect(settled(text, "both")).toBe(`${mark}${ours}${theirs}- [ ] last\n`);
    expect(settled(text, "theirs")).toBe(`${mark}${theirs}- [ ] last\n`);
  });

  test("is kept by what is settled first of several", () => {
    const text = halves(`${mark}- [ ] read\n`, `${mark}- [ ] write\n`);
    const first = settled(text, "theirs", { words: ["1"] });
    expect(settled(first, "both")).toBe(`${mark}- [ ] write\n- [ ] last\n`);
  });

  test("leaves a zero-width blank at the start of another line where it is", () => {
    const text = halves(`${mark}# Ours\n${mark}more\n`, `${mark}# Theirs\n`);
    expect(settled(text, "both")).toBe(`${mark}# Ours\n${mark}more\n# Theirs\n- [ ] last\n`);
  });
});
