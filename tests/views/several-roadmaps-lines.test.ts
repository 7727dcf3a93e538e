// Several roadmaps on one screen, at three widths.

import { expect, test } from "vitest";
import { parseRoadmap } from "../../src/index.js";
import { firstStepHint, severalRoadmapsLines } from "../../src/views/several-roadmaps-lines.js";
import { asciiTerminal, terminal } from "../support/canvases.js";

const today = "2026-11-30";

const read = (text: string) => parseRoadmap(text, { today }).roadmap;

const rust = read(`# Learning Rust

| Topic | Status | Started |
|---|---|---|
| Ownership | Done | 2026-10-01 |
| Lifetimes and borrowing in structs | In Progress | 2026-11-18 |
| Traits | Blocked | 2026-11-20 |
| Macros | | |

- [x] install it
- [ ] read the book
`);

const system = read("# 系统架构设计师\n\n| 主题 | 状态 |\n|---|---|\n| 软件工程 | 完成 |\n| 数据库 | |\n");

const done = read("| Topic | Status |\n|---|---|\n| HTTP | Done |\n");

const empty = read("# Plan\n");

const files = [
  { label: "rust.md", path: "rust.md", roadmap: rust, today },
  { label: "work/roadmap.md", path: "work/roadmap.md", roadmap: system, today },
  { label: "old.md", path: "old.md", roadmap: done, today },
];

test("in 80 columns, each roadmap has its steps, and topics and tasks are summed apart", () => {
  expect(
    severalRoadmapsLines(files, terminal(80)).join("\n"),
  ).toBe(`Learning Rust                                                            rust.md
  ◐ 2  Lifetimes and borrowing in structs  12 days
  ! 3  Traits                              blocked
  ○ 4  Macros

系统架构设计师                                                   work/roadmap.md
  ○ 2  数据库

old.md
  nothing is left to do

Topics             ━━━━━━━━━━━━╍╍╍╍╍╍╍╍╍─────────  3/7  1 in progress, 1 blocked
  rust.md          ━━━━━━━╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍────────  1/4  1 in progress, 1 blocked
  work/roadmap.md  ━━━━━━━━━━━━━━━───────────────  1/2
✓ old.md                                           1/1
Tasks              ━━━━━━━━━━━━━━━───────────────  1/2
  rust.md          ━━━━━━━━━━━━━━━───────────────  1/2`);
});

test("in 40 columns, the file, the phase and the words of counts give way", () => {
  expect(severalRoadmapsLines(files, terminal(40)).join("\n")).toBe(`Learning Rust                    rust.md
  ◐ 2  Lifetimes and borrowing…  12 days
  ! 3  Traits                    blocked
  ○ 4  Macros

系统架构设计师           work/roadmap.md
  ○ 2  数据库

old.md
  nothing is left to do

Topics             ━━━╍╍╍───  3/7  ◐1 !1
  rust.md          ━━╍╍╍╍───  1/4  ◐1 !1
  work/roadmap.md  ━━━━─────  1/2
✓ old.md                      1/1
Tasks              ━━━━─────  1/2
  rust.md          ━━━━─────  1/2`);
});

test("in 120 columns, no line is longer than 100", () => {
  expect(
    severalRoadmapsLines(files, terminal(120)).join("\n"),
  ).toBe(`Learning Rust                                                                                rust.md
  ◐ 2  Lifetimes and borrowing in structs  12 days
  ! 3  Traits                              blocked
  ○ 4  Macros

系统架构设计师                                                                       work/roadmap.md
  ○ 2  数据库

old.md
  nothing is left to do

Topics             ━━━━━━━━━━━━━╍╍╍╍╍╍╍╍╍──────────  3/7  1 in progress, 1 blocked
  rust.md          ━━━━━━━━╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍────────  1/4  1 in progress, 1 blocked
  work/roadmap.md  ━━━━━━━━━━━━━━━━────────────────  1/2
✓ old.md                                             1/1
Tasks              ━━━━━━━━━━━━━━━━────────────────  1/2
  rust.md          ━━━━━━━━━━━━━━━━────────────────  1/2`);
});

test("in ASCII, every sign is ASCII", () => {
  expect(
    severalRoadmapsLines(
      [files[0], files[2]].flatMap((file) => file ?? []),
      asciiTerminal(60),
    ).join("\n"),
  ).toBe(`Learning Rust                                        rust.md
  > 2  Lifetimes and borrowing in structs  12 days
  ! 3  Traits                              blocked
  . 4  Macros

old.md
  nothing is left to do

Topics     =======-------....  2/5  1 in progress, 1 blocked
  rust.md  ====---------.....  1/4  1 in progress, 1 blocked
x old.md                       1/1
Tasks      =========.........  1/2
  rust.md  =========.........  1/2`);
});

test("a roadmap without topics and tasks says so", () => {
  const lines = severalRoadmapsLines([{ label: "plan.md", path: "plan.md", roadmap: empty, today }], terminal(40));
  expect(lines).toEqual(["Plan                             plan.md", "  nothing in it yet"]);
});

test("the hint is about the first roadmap with something in progress, and names its file", () => {
  expect(firstStepHint([...files].reverse(), terminal(80))).toEqual(["→ roadmap --file rust.md finish lifetimes"]);
  expect(firstStepHint(files.slice(1), terminal(80))).toEqual([
    expect.stringContaining("--file work/roadmap.md start"),
  ]);
  expect(firstStepHint(files.slice(2), terminal(80))).toEqual([]);
});
