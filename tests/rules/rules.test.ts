// What each rule finds, and what it leaves alone.

import { describe, expect, test } from "vitest";
import { linkKinds, readingKinds } from "../../src/model/problem.js";
import { rules } from "../../src/rules/index.js";
import { examined, found } from "../support/examine.js";

const header =
  "| Topic | Phase | Started | Finished | Status | Deliverables | Proof |\n|---|---|---|---|---|---|---|\n";
const table = (...rows: string[]) => header + rows.map((row) => `| ${row} |\n`).join("");

const dependent = (...rows: string[]) =>
  `| Topic | Depends on | Status |\n|---|---|---|\n${rows.map((row) => `| ${row} | |\n`).join("")}`;
const dated = (...rows: string[]) =>
  `| Topic | Started | Due |\n|---|---|---|\n${rows.map((row) => `| ${row} |\n`).join("")}`;

/** By code: texts with the problems found in them; every rule has some. */
const examples: Readonly<Record<string, readonly (readonly [text: string, ...found: string[]])[]>> = {
  STATUS_CONTRADICTED: [
    [table("A | 1 | 2026-01-01 | 2026-02-01 | In Progress | | "), "STATUS_CONTRADICTED In Progress"],
    [table("A | 1 | 2026-01-01 | | Not Started | | "), "STATUS_CONTRADICTED Not Started"],
    [table("A | 1 | | 2026-02-01 | blocked | | "), "STATUS_CONTRADICTED blocked"],
    // Future dates are plans, and so are the others in that column.
    [table("A | 1 | | 2026-02-01 | In Progress | | ", "B | 1 | | 2027-02-01 | Not Started | | ")],
    [table("A | 1 | 2026-01-01 | | Not Started | | ", "B | 1 | 2026-12-01 | | Not Started | | ")],
    [table("A | 1 | | 2026-02-01 | Skipped | | ")],
  ],
  DEPENDENCY_CYCLE: [
    [dependent("A | B", "B | C", "C | A", "D | A", "E |"), "DEPENDENCY_CYCLE B"],
    [dependent("E |", "A | A, E"), "DEPENDENCY_CYCLE A, E"],
    [dependent("A | B", "B | A", "C | D, B", "D | C"), "DEPENDENCY_CYCLE B", "DEPENDENCY_CYCLE D, B"],
    [dependent("A | B, C", "B | A", "C | A"), "DEPENDENCY_CYCLE B, C"],
    [dependent("A |", "B | A", "C | A, B", "D | C, B")],
  ],
  DEPENDENCY_UNKNOWN: [
    [dependent("A |", "B | A, **HTTPS**; C", "D | none"), "DEPENDENCY_UNKNOWN **HTTPS**", "DEPENDENCY_UNKNOWN C"],
    // A column without the name of any topic contains something else.
    [dependent("A | a laptop", "B | some time")],
    // Each table has a column of its own.
    [`${dependent("A |", "B | A")}\ntext\n\n${dependent("C | a laptop")}`],
  ],
  DUE_BEFORE_START: [
    [dated("A | 2026-02-02 | 2026-02-01"), "DUE_BEFORE_START 2026-02-01"],
    [dated("A | 2026-02-02 | 2026-02-02", "B | | 2026-02-01", "C | 2026-02-01 | TBD")],
  ],
  DONE_WITHOUT_DATE: [
    [table("A | 1 | | | Done | | ", "B | 1 | | 2026-02-01 | Done | | "), "DONE_WITHOUT_DATE A"],
    // Reported once if the whole column is blank.
    [table("A | 1 | | | Done | | ", "B | 1 | | - | Done | | "), "DONE_WITHOUT_DATE A"],
    ["| Topic | Status |\n|---|---|\n| A | Done |\n"],
  ],
  DONE_WITHOUT_PROOF: [
    [table("A | 1 | | 2026-02-01 | Done | CLI | "), "DONE_WITHOUT_PROOF A"],
    [table("A | 1 | | 2026-02-01 | Done | CLI | https://x.org/1", "B | 1 | | 2026-02-01 | Done | | ")],
    [table("A | 1 | | | | CLI | ")],
  ],
  TOPIC_REPEATED: [
    [table("A | 1 | | | | | ", "**a** | 1 | | | | | "), "TOPIC_REPEATED **a**"],
    [table("Review | 1 | | | | | ", "Review | 2 | | | | | ")],
    ["| Status | Topic | Set |\n|---|---|---|\n| | Array | Two Sum |\n| | Array | Rotate |\n"],
    ["| Status | Topic | Set |\n|---|---|---|\n| | Array | Two Sum |\n| | Array | |\n", "TOPIC_REPEATED Array"],
  ],
  PHASE_MISSING: [
    [table("A | 1 | | | | | ", "B | 1 | | | | | ", "C | | | | | | "), "PHASE_MISSING C"],
    // Each phase once, above its topics.
    [table("A | 1 | | | | | ", "B | | | | | | ", "C | 2 | | | | | ", "D | | | | | | ", "E | 3 | | | | | ")],
    [table("A | | | | | | ", "B | | | | | | ")],
  ],
  PHASE_GAP: [
    [table("A | 1 | | | | | ", "B | 2 | | | | | ", "C | 4 | | | | | "), "PHASE_GAP 4"],
    ["# P\n## Phase 1\n## Phase 2\n## Phase 4: Ops\n", "PHASE_GAP Phase 4: Ops"],
    ["# P\n## Week 1-2\n## Week 3-4\n"],
    ["# P\n## Phase 4\n## Phase 5A\n## Phase 5B\n## Phase 6\n"],
    ["# P\n## Day 1\n## Day 17\n## Day 40\n"],
    ["# P\n## A\n### Phase 1\n### Phase 2\n## B\n### Phase 1\n### Phase 2\n"],
  ],
  PHASES_DISAGREE: [
    [
      `# P\n\n${table("A | 1 | | | | | ", "B | 2 | | | | | ")}\n## X\n### Phase 1: one\n- [ ] a\n## Y\n### Phase 1: two\n- [ ] b\n`,
      "PHASES_DISAGREE Phase 1: one",
    ],
    [`# P\n\n${table("A | 1 | | | | | ")}\n## Phase 1\n- [ ] a\n## Phase 2\n- [ ] b\n`, "PHASES_DISAGREE Phase 1"],
    [`# P\n\n${table("A | 1 | | | | | ", "B | 2 | | | | | ")}\n## Phase 1\n- [ ] a\n`],
    [`# P\n\n${table("A | 1 | | | | | ")}\n## Phase 2\n- [ ] a\n`],
  ],
  ROW_BROKEN: [
    [`${table()}| A | 1 | | | Done | a long\ntext | |\n`, "ROW_BROKEN | A | 1 | | | Done | a long\ntext | |"],
    [`${table()}| A | 1 | | |\nDone | x | y |\n`, "ROW_BROKEN | A | 1 | | |\nDone | x | y |"],
    [
      `${table()}| A | 1 | | |\nDone | x | y\n`,
      "ROW_TOO_SHORT | A | 1 | | |",
      "ROW_TOO_SHORT Done | x | y",
      "DATE_UNREADABLE y",
    ],
    [`${table()}| A | 1 | | | |\n| B | 1 | | |\n`, "ROW_TOO_SHORT | A | 1 | | | |", "ROW_TOO_SHORT | B | 1 | | |"],
  ],
  HEADER_REPEATED: [
    [
      `${header}${header.split("\n")[0]}\n`,
      "HEADER_REPEATED | Topic | Phase | Started | Finished | Status | Deliverables | Proof |",
    ],
    [table("Topic | 1 | | | | | ")],
  ],
  TABLE_MALFORMED: [
    ["| Topic | Status |\n|---|\n| A | Done |\n", "TABLE_MALFORMED |---|"],
    ["| Topic | Status |\n\n|---|---|\n| A | Done |\n", "TABLE_MALFORMED |---|---|"],
    ["| Topic | Status |\n| A | Done |\n| B | Done |\n", "TABLE_MALFORMED | Topic | Status |"],
    ["```\n| Topic | Status |\n|---|\n```\n\n<!--\n| a | b |\n|---|\n-->\n"],
    ["a | b\n\n---\n\nTitle | of it\n---\n"],
  ],
  TASK_MALFORMED: [
    [
      "- [] a\n-     [] b\n- [ ]c\n- [ x] d\n- [  ] e\n",
      "TASK_MALFORMED []",
      "TASK_MALFORMED []",
      "TASK_MALFORMED [ ]",
      "TASK_MALFORMED [ x]",
      "TASK_MALFORMED [  ]",
    ],
    ["- [] a\n- [ ]b\n- [] c\n", "TASK_MALFORMED []", "TASK_MALFORMED [ ]"],
    ["-[ ] a\n-[x] b\n", "TASK_MALFORMED -[ ]"],
    ...[
      ["* **[ ] a**", "**[ ]"],
      ["1. ***[x] a***", "***[x]"],
      ["- <b>[ ] a</b>", "<b>[ ]"],
      ["- ~~[x]~~ a", "~~[x]"],
      ["- \\[ \\] a", "\\[ \\]"],
      ["- ☐ a", "☐"],
      ["- 🔲 a", "🔲"],
      ["- ［ ］ a", "［ ］"],
      ['- <input type="checkbox" checked> a', '<input type="checkbox" checked>'],
      ["1.[ ] a", "1.[ ]"],
      ["[ ] a", "[ ]"],
      ["☑ a", "☑"],
      ["a\n[x] b", "[x]"],
    ].map(([line, box]) => [`${line}\n`, `TASK_MALFORMED ${box}`] as const),
    ["- ✅ a\n- 🔥 b\n- **a [ ]**\n- `[ ]` not done\n- [ ]\n- ☐\n\n[ ]\n\n[x]: y\n"],
    ["- [ ]\u00a0a\n", "TASK_MALFORMED [ ]"],
    ["- [x](https://example.org) a\n- [x]: y\n- [a] b\n- [ ]\n- [x] c\n"],
    ["```\n- [] a\n```\n\n    - [] b\n\n<!-- - [] c -->\n\n`- [] d`\n"],
  ],
  STATUS_LEGEND: [
    [table("A | 1 | | | Not Started / In Progress / Done | | "), "STATUS_LEGEND Not Started / In Progress / Done"],
  ],
  FRONT_MATTER_OPEN: [
    ["---\nroadmap:\n  commit: true\n\n# P\n", "FRONT_MATTER_OPEN roadmap:"],
    ["---\nroadmap:\n  commit: true\n---\n\n# P\n"],
    ["---\n\nSome text.\n"],
    ["roadmap:\n  commit: true\n\n# P\n", "FRONT_MATTER_OPEN roadmap:"],
    ["roadmap: { commit: true }\n\n# P\n", "FRONT_MATTER_OPEN roadmap:"],
    ["roadmap: the plan\n"],
    ["# P\n\nroadmap:\n  commit: true\n"],
  ],
  LINE_ENDINGS_MIXED: [["a\nb\r\nc\n", "LINE_ENDINGS_MIXED "], ["a\r\nb\r\n"], ["a\rb\r"]],
  LINK_MALFORMED: [
    ...[
      ["javascript:alert(1)", "javascript:alert(1"],
      ["[x](javascript:alert(1))", "javascript:alert(1"],
      ["https:///page", "https://"],
      ["https:/example.org/x", "https:/example.org/x"],
      ["https//example.org", "https//example.org"],
      ["[x]()", "]()"],
      ["[x] (https://example.org)", "] (https://example.org)"],
      ["<https://example.org/a b>", "<https://example.org/a b>"],
      ["[x](https://example.org/a b.pdf)", "https://example.org/a b.pdf"],
      ["[x](https://example.org/a", "https://example.org/a"],
      ["www.example.org/a", "www.example.org/a"],
      ["[x](www.example.org/a)", "www.example.org/a"],
      ["[x](github.com/a/b)", "github.com/a/b"],
      ["URL", "URL"],
      ["https://example.org/a, LINK", "LINK"],
    ].map(([cell, wrong]) => [table(`A | 1 | | | | | ${cell}`), `LINK_MALFORMED ${wrong}`] as const),
    ...[
      "https://example.org/a?b=https://www.example.org",
      '[x](https://example.org/a "a title")',
      "<https://example.org>, [y](docs/proof.md) [z][1]",
      "the URL is in the notes, LINKS too, https://example.org/URL",
      "see the notes (http://localhost:3000/x), PR #12, commit abc123",
      "http://example.org:8080 mailto:a@www.example.org",
    ].map((cell) => [table(`A | 1 | | | | | ${cell}`)] as const),
  ],
  DATES_MIXED: [
    // A weekday or a time would be lost.
    [
      table(
        "A | 1 | 2026-01-01 | | | | ",
        "B | 1 | 2026-01-02 | | | | ",
        "C | 1 | 2026-01-05 (Mon) | | | | ",
        "D | 1 | 6.1.2026 10:30 | | | | ",
      ),
    ],
    [
      table("A | 1 | 2026-01-01 | | | | ", "B | 1 | 2026-01-02 | | | | ", "C | 1 | 3.1.2026 | | | | "),
      "DATES_MIXED 3.1.2026",
    ],
    [table("A | 1 | 1/12/2026 | | | | ", "B | 1 | 13/12/2026 | | | | ")],
    [table("A | 1 | 2026-01-01 | | | | ", "B | 1 | 2.1.2026 | | | | ")],
    // Nothing would determine any more what 5/6 means.
    [
      table(
        "A | 1 | 2026-01-01 | | | | ",
        "B | 1 | 2026-01-02 | | | | ",
        "C | 1 | 5/6/2026 | | | | ",
        "D | 1 | 31/12/2025 | | | | ",
        "E | 1 | 2026-01-03 | | | | ",
      ),
    ],
  ],
  DATE_IMPOSSIBLE: [
    [table("A | 1 | 2026-02-30 | | | | "), "DATE_IMPOSSIBLE 2026-02-30"],
    [table("A | 1 | Feb 30, 2026 | 32.1.2026 | | | "), "DATE_IMPOSSIBLE Feb 30, 2026", "DATE_IMPOSSIBLE 32.1.2026"],
    [table("A | 1 | soon | | | | "), "DATE_UNREADABLE soon"],
  ],
  STATUS_SPELLING: [
    [
      table("A | 1 | | 2026-02-01 | Done | | ", "B | 1 | | 2026-02-01 | Done | | ", "C | 1 | | 2026-02-01 | DONE | | "),
      "STATUS_SPELLING DONE",
    ],
    [
      table("A | 1 | | | Not Started / Done | | ", "B | 1 | | 2026-02-01 | done | | "),
      "STATUS_LEGEND Not Started / Done",
      "STATUS_SPELLING done",
    ],
    [table("A | 1 | | | In Progress | | ", "B | 1 | | | in-progress | | ")],
    [
      table(
        "A | 1 | | 2026-02-01 | Done | | ",
        "B | 1 | | 2026-02-01 | Done | | ",
        "C | 1 | | 2026-02-01 | finished | | ",
        "D | 1 | | 2026-02-01 | **done** | | ",
      ),
    ],
  ],
  TEXT_BELOW_TABLE: [
    [`${table("A | 1 | | | | | ")}Some text\nand more\n`, "TEXT_BELOW_TABLE Some text"],
    [`${table()}Some text\n`, "TEXT_BELOW_TABLE Some text"],
    [`${table("A | 1 | | | | | ")}\nSome text\n`],
    [`${table("A | 1 | | | | | ")}# Heading\n\n> quoted\n`],
    [`${table("A | 1 | | | | | ")}Section\n| B | 1 | | | | | |\n`],
    ["Topic\n|---|\nA\n"],
  ],
  TEXT_DAMAGED: [["# 1Ô∏è‚É£ Plan\n", "TEXT_DAMAGED Ô∏è‚É£"]],
};

describe.each(Object.entries(examples))("%s", (_code, texts) => {
  test.each(texts)("%j is reported at its position", (text, ...expected) => {
    const without = (codes: readonly string[]) =>
      codes.filter((code) => !/^(?:STATUS_BLANK|COLUMN_INFERRED)/.test(code));
    expect(without(found(text))).toEqual(expected);
  });
});

const ownCodes = rules.filter(({ find }) => find).map(({ code }) => code);

test("every rule that finds problems has examples", () => {
  expect(ownCodes.filter((code) => !(code in examples))).toEqual([]);
});

test("no code is declared twice", () => {
  const codes = [...ownCodes, ...Object.keys(readingKinds), ...Object.keys(linkKinds)];
  expect(codes.filter((code, index) => codes.indexOf(code) < index)).toEqual([]);
});

test("unresolved merge conflicts are the only problem reported in their file", () => {
  const text = `${table("A | 1 | | | dune | | ")}<<<<<<< ours\n- [] x\n=======\n- [] y\n>>>>>>> theirs\n`;
  expect(found(text)).toEqual(["CONFLICT_MARKERS <<<<<<<"]);
});

test("a clean file has no problems", () => {
  expect(
    found(`# Plan\n\n${table("A | 1 | 2026-01-01 | 2026-01-02 | Done | x | https://example.org/1")}\n- [ ] b\n`),
  ).toEqual([]);
});

test("many phase numbers with gaps are summarized by their count", () => {
  const odd = Array.from({ length: 14 }, (_, index) => `A${index} | ${2 * index + 1} | | | | | `);
  const { problems } = examined(`# P\n\n${table(...odd)}\n## Phase 1\n- [ ] a\n## Phase 99\n- [ ] b\n`);
  const disagreement = problems.find(({ code }) => code === "PHASES_DISAGREE");
  expect(disagreement?.message).toContain(
    "phase numbers differ: 14 from 1 to 27 in the table, 1, 99 in the task lists",
  );
});
