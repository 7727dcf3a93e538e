// Next lines: the steps and the command for the first one, which must work as printed.

import { expect, test } from "vitest";
import { parseRoadmap } from "../../src/index.js";
import { nextSteps } from "../../src/model/next.js";
import { plainCanvas } from "../../src/views/canvas.js";
import { nextLines } from "../../src/views/next-lines.js";

function linesOf(text: string, width = 80): string[] {
  const { roadmap } = parseRoadmap(text, { today: "2026-11-22" });
  return nextLines(roadmap, { steps: nextSteps(roadmap, 5), today: "2026-11-22" }, { ...plainCanvas, width });
}

const table = "# Plan\n\n| Topic | Phase | Started | Status |\n|---|---|---|---|\n";

test("a task among topics is shown with its own number, and a phase has one title for both", () => {
  expect(linesOf(`${table}| HTTP | 1 | | |\n\n## Phase 1: Basics\n\n- [ ] read\n`)).toEqual([
    " #  Next  Status       Phase",
    "#1  HTTP  not started  Phase 1: Basics",
    "t1  read  not started  Phase 1: Basics",
    "",
    "  next: roadmap start http",
  ]);
  expect(linesOf("## Plan\n\n- [ ] read\n")[1]).toBe("t1  read  not started  Plan");
});

test("a narrow terminal shows the name of a topic rather than its days in progress", () => {
  const text = `${table}| Connection State Management | 1 | 2026-11-10 | In Progress |\n`;
  expect(linesOf(text)[1]).toBe("#1  Connection State Management  in progress, 12 days  Phase 1");
  expect(linesOf(text, 45)[1]).toBe("#1  Connection State Management  in progress");
});

test("a narrow terminal still shows what is overdue", () => {
  const text = "| Topic | Status | Due |\n|---|---|---|\n| HTTP | Doing | 2026-11-20 |\n| SQL | | 2026-11-24 |\n";
  expect(linesOf(text, 40).slice(1, 3)).toEqual(["#1  HTTP  overdue", "#2  SQL   not started"]);
});

test("if a table has no status column, the next command adds one", () => {
  const without = "| Topic | Started | Proof |\n|---|---|---|\n| HTTP | 2026-11-10 | |\n";
  expect(linesOf(without).at(-1)).toBe("  next: roadmap add column status");
  expect(linesOf(`${table}| SQL | 1 | | Done |\n\ntext\n\n${without}`).at(-1)).toBe(
    "  next: roadmap add column status --table 2",
  );
});

const dependent = "## Plan\n\n| Topic | Status | Due | Depends on |\n|---|---|---|---|\n";

test("due dates are shown with the days left, and what waits is counted", () => {
  const rows = "| HTTP | | 2026-11-24 | |\n| SQL | | 2026-11-20 | |\n| CSS | | 2026-11-22 | |\n| REST | | | HTTP |\n";
  expect(linesOf(`${dependent}${rows}`)).toEqual([
    " #  Next  Status                       Phase",
    "#2  SQL   not started, 2 days overdue  Plan",
    "#3  CSS   not started, due today       Plan",
    "#1  HTTP  not started, due in 2 days   Plan",
    "1 waits for others",
    "",
    "  next: roadmap start sql",
  ]);
});

test("what waits is something that is left to do", () => {
  expect(linesOf(`${dependent}| HTTP | Blocked | | |\n| REST | | | HTTP |\n| SQL | | | REST |\n`)).toEqual([
    "everything that is left is blocked or waiting:",
    " #  Blocked  Status   Phase",
    "#1  HTTP     blocked  Plan",
    "2 wait for others",
    "",
    "  next: roadmap reopen http",
  ]);
  expect(linesOf(`${dependent}| HTTP | | | REST |\n| REST | | | HTTP |\n| SQL | Done | | |\n`)).toEqual([
    "everything that is left waits for other topics:",
    " #  Waiting  Status       Phase",
    "#1  HTTP     not started  Plan",
    "#2  REST     not started  Plan",
    "",
    "  next: roadmap doctor",
  ]);
  expect(linesOf(`${dependent}| HTTP | Done | | HTTP |\n`)).toEqual(["nothing is left to do"]);
});
