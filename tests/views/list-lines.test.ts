// List lines: chosen columns, days left, and what gives way in narrow terminals.

import { expect, test } from "vitest";
import { parseRoadmap } from "../../src/index.js";
import { requireNamedColumn } from "../../src/model/named-columns.js";
import { plainCanvas } from "../../src/views/canvas.js";
import { daysUntilDue } from "../../src/views/due-words.js";
import { listLines } from "../../src/views/list-lines.js";

const today = "2026-11-30";

const { roadmap } = parseRoadmap(
  `# Plan

| Topic | Phase | Status | Started | Finished | Due | Priority | Owner |
|---|---|---|---|---|---|---|---|
| HTTP | 1 | Done | 1.10.2026 | 20.10.2026 | 25.10.2026 | high | *Ada* |
| A topic with a long name | 1 | In Progress | 1.11.2026 | soon | 3.12.2026 | | |
| DNS | 2 | | | | 28.11.2026 | | |

## Other

| Topic | Status | OWNER |
|---|---|---|
| Rust | | Béa |
`,
  { today },
);

const list = (width: number, ...names: string[]) =>
  listLines(
    roadmap,
    {
      topics: roadmap.topics,
      tasks: [],
      columns: names.length === 0 ? null : names.map((name) => requireNamedColumn(roadmap, name)),
      today,
    },
    { ...plainCanvas, width },
  );

test("a list has the columns that are chosen, in that order, blank where a table lacks one", () => {
  expect(list(80, "topic", "owner", "due", "finished", "status")).toEqual([
    " #  Topic                     Owner  Due                         Finished",
    "#1  HTTP                      Ada    2026-10-25                  2026-10-20",
    "#2  A topic with a long name         2026-12-03, in 3 days       soon",
    "#3  DNS                              2026-11-28, 2 days overdue",
    "#4  Rust                      Béa",
  ]);
});

test("dates give way before a name is cut, the due date last; what is overdue stays marked", () => {
  expect(list(90)[0]).toBe(" #  Topic                     Phase  Status       Due                         Priority");
  expect(list(80)[0]).toBe(" #  Topic                     Phase  Status       Due");
  expect(list(44)).toEqual([
    " #  Topic               Status       Due",
    "#1  HTTP                done",
    "#2  A topic with a lo…  in progress",
    "#3  DNS                 not started  overdue",
    "#4  Rust                not started",
  ]);
  expect(list(40)[3]).toBe("#3  DNS             not started  overdue");
  expect(list(40, "topic", "status", "due", "owner")[3]).toBe("#3  DNS                       overdue");
  expect(list(35)[3]).toBe("#3  DNS                 not started");
});

test.each([
  ["2026-11-30", "in-progress", "today"],
  ["2026-12-01", "not-started", "in 1 day"],
  ["2026-12-30", "blocked", "in 30 days"],
  ["2026-11-29", "blocked", "1 day overdue"],
  ["2025-11-30", "not-started", "365 days overdue"],
  ["2026-11-29", "done", null],
  ["2026-11-29", "skipped", null],
  [null, "in-progress", null],
] as const)("due on %j and %s: %j", (due, status, words) => {
  expect(daysUntilDue({ due, status }, today)).toBe(words);
});
