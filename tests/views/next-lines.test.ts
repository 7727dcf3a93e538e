// Next lines: what to go on with, what to start then, what waits, and the command for the first step.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseRoadmap } from "../../src/index.js";
import { nextSteps } from "../../src/model/next.js";
import { type Canvas, plainCanvas } from "../../src/views/canvas.js";
import { nextLines } from "../../src/views/next-lines.js";
import { terminal } from "../support/canvases.js";

const halfWay = readFileSync(join(import.meta.dirname, "../fixtures/in-progress.md"), "utf8");

function linesOf(
  text: string,
  canvas: Canvas = terminal(80),
  { today = "2026-11-22", limit = 8, isLimited = false } = {},
): string[] {
  const { roadmap } = parseRoadmap(text, { today });
  return nextLines(roadmap, { steps: nextSteps(roadmap, limit), today, isLimited }, canvas);
}

test("at 80 columns, three questions are answered in the order in which they are asked", () => {
  expect(`\n${linesOf(halfWay, terminal(80), { today: "2026-11-30" }).join("\n")}\n`).toBe(`
Go on with
   ◐   18  Connection State Management                          Phase 3  12 days
   ◐   21  Containerization with Docker                         Phase 4   4 days
  [/] t26  Containerize and deploy Go apps with Docker & ECS…   Phase 2  started

Then start
   ○   20  API Versioning & Backwards Compatibility             Phase 3
   ○   22  Docker Compose                                       Phase 4
   ○   23  AWS Fundamentals                                     Phase 4
  [ ] t15  Learn when to use Monolith vs. Microservices         Phase 3
  [ ] t27  Use AWS API Gateway to expose services securely      Phase 2

Waiting
   !   19  Distributed Caching                                  Phase 3  blocked

→ roadmap finish connection
`);
});

test("at 40 columns, phases give way, and days are short", () => {
  expect(`\n${linesOf(halfWay, terminal(40), { today: "2026-11-30" }).join("\n")}\n`).toBe(`
Go on with
   ◐   18  Connection State Manage…  12d
   ◐   21  Containerization with D…   4d
  [/] t26  Containerize and deploy…

Then start
   ○   20  API Versioning & Backwa…
   ○   22  Docker Compose
   ○   23  AWS Fundamentals
  [ ] t15  Learn when to use Monol…
  [ ] t27  Use AWS API Gateway to…

Waiting
   !   19  Distributed Caching        9d

→ roadmap finish connection
`);
});

test("at 120 columns and in a pipe, names are whole; a pipe has the dates of the file and no hint", () => {
  const wide = linesOf(halfWay, terminal(120), { today: "2026-11-30" });
  expect(wide[3]).toBe("  [/] t26  Containerize and deploy Go apps with Docker & ECS (Fargate)  Phase 2  started");
  const piped = linesOf(halfWay, plainCanvas, { today: "2026-11-30" });
  expect(piped[1]).toBe(
    "   ◐   18  Connection State Management                                  Phase 3  since 2026-11-18",
  );
  expect(piped.at(-1)).toMatch(/19 {2}Distributed Caching +Phase 3 {2}blocked$/);
});

const table = "# Plan\n\n| Topic | Phase | Started | Status |\n|---|---|---|---|\n";

test("a task among topics is shown with its own number, and a phase has one title for both", () => {
  expect(linesOf(`${table}| HTTP | 1 | | |\n\n## Phase 1: Basics\n\n- [ ] read\n`)).toEqual([
    "Then start",
    "   ○   1  HTTP  Phase 1",
    "  [ ] t1  read  Phase 1",
    "",
    "→ roadmap start http",
  ]);
  expect(linesOf("## Plan\n\n- [ ] read\n")[1]).toBe("  [ ] t1  read  Plan");
});

test("a narrow terminal shows what is overdue rather than for how long", () => {
  const text =
    "| Topic | Status | Due |\n|---|---|---|\n| HTTP Fundamentals of today | Doing | 2026-11-20 |\n| SQL | | 2026-11-24 |\n";
  expect(linesOf(text, terminal(40)).filter((line) => /^ /.test(line))).toEqual([
    "  ◐ 1  HTTP Fundamentals of to…  overdue",
    "  ○ 2  SQL",
  ]);
});

test("if a table has no status column, the hint adds one", () => {
  const without = "| Topic | Started | Proof |\n|---|---|---|\n| HTTP | 2026-11-10 | |\n";
  expect(linesOf(without).at(-1)).toBe("→ roadmap add column status");
  expect(linesOf(`${table}| SQL | 1 | | Done |\n\ntext\n\n${without}`).at(-1)).toBe(
    "→ roadmap add column status --table 2",
  );
});

const dependent = "## Plan\n\n| Topic | Status | Due | Depends on |\n|---|---|---|---|\n";

test("due dates are shown with the days left, and what waits says for which rows", () => {
  const rows = "| HTTP | | 2026-11-24 | |\n| SQL | | 2026-11-20 | |\n| CSS | | 2026-11-22 | |\n| REST | | | HTTP |\n";
  expect(linesOf(`${dependent}${rows}`)).toEqual([
    "Then start",
    "  ○ 2  SQL   Plan  2 days overdue",
    "  ○ 3  CSS   Plan       due today",
    "  ○ 1  HTTP  Plan   due in 2 days",
    "",
    "Waiting",
    "  ○ 4  REST  Plan     waits for 1",
    "",
    "→ roadmap start sql",
  ]);
});

test("if all that is left is blocked or waits, the hint goes on with what is blocked", () => {
  expect(linesOf(`${dependent}| HTTP | Blocked | | |\n| REST | | | HTTP |\n| SQL | | | REST |\n`)).toEqual([
    "Waiting",
    "  ! 1  HTTP  Plan      blocked",
    "  ○ 2  REST  Plan  waits for 1",
    "  ○ 3  SQL   Plan  waits for 2",
    "",
    "→ roadmap reopen http",
  ]);
});

test("topics that wait for each other are a problem of the file", () => {
  const cycle = `${dependent}| HTTP | | | REST, SQL, Git |\n| REST | | | HTTP |\n| SQL | Blocked | | |\n| Git | Skipped | | |\n`;
  expect(linesOf(cycle.replace("Blocked", "Skipped")).slice(1)).toEqual([
    "  ○ 1  HTTP  Plan  waits for 2",
    "  ○ 2  REST  Plan  waits for 1",
    "",
    "→ roadmap doctor",
  ]);
  expect(linesOf(`${dependent}| HTTP | Done | | HTTP |\n`)).toEqual(["Nothing is left to do."]);
});

test("a requested number of steps is not followed by what waits", () => {
  const limited = linesOf(halfWay, terminal(80), { today: "2026-11-30", limit: 1, isLimited: true });
  expect(limited).toEqual([
    "Go on with",
    "  ◐ 18  Connection State Management  Phase 3  12 days",
    "",
    "→ roadmap finish connection",
  ]);
});

test("a long section is cut in a terminal, and whole in a pipe", () => {
  const rows = Array.from({ length: 11 }, (_, index) => `| Topic ${index} | 1 | | Doing |`).join("\n");
  const lines = linesOf(`${table}${rows}\n`, terminal(80), { limit: 11 });
  expect(lines.slice(8, 10)).toEqual(["  ◐ 8  Topic 7  Phase 1  started", "  and 3 more"]);
  expect(linesOf(`${table}${rows}\n`, plainCanvas, { limit: 11 })).toHaveLength(12);
});
