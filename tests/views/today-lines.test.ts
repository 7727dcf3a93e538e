// Today lines: what is in progress, overdue, due soon and finished this week, each once, and the streak.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseRoadmap } from "../../src/index.js";
import { agendaOf } from "../../src/model/agenda.js";
import { type Canvas, plainCanvas } from "../../src/views/canvas.js";
import { todayLines } from "../../src/views/today-lines.js";
import { terminal } from "../support/canvases.js";

const halfWay = readFileSync(join(import.meta.dirname, "../fixtures/in-progress.md"), "utf8");

function shown(text: string, canvas: Canvas, today = "2026-11-25"): string {
  const { roadmap } = parseRoadmap(text, { today });
  return `\n${todayLines({ roadmap, agenda: agendaOf(roadmap, today), today }, canvas).join("\n")}\n`;
}

const table = "# Plan\n\n| Topic | Phase | Started | Finished | Due | Status |\n|---|---|---|---|---|---|\n";

const busy = `${table}| HTTP | 1 | 2026-11-20 | | 2026-11-24 | In Progress |
| SQL | 1 | | | 2026-11-20 | |
| Git | 1 | | 2026-11-23 | | Not Started |
| REST | 1 | | | 2026-11-25 | |
| CSS | 1 | | | 2026-12-02 | |
| Rust | 1 | | | 2026-12-03 | |
| Go | 1 | | 2026-11-23 | 2026-11-01 | Done |
| Ada | 1 | | 2026-11-25 | | Done |
| C | 1 | | 2026-11-22 | | Done |
| Zig | 1 | | 2026-11-26 | | Done |
| Old | 1 | | | 2026-11-01 | Skipped |
| Lisp | 1 | | | | Blocked |

- [/] read
- [!] ask
`;

test("at 80 columns, each topic is in the first section that it belongs to", () => {
  expect(shown(busy, terminal(80))).toBe(`
Now
   ◐   1  HTTP  Phase 1  5 days, 1 day overdue
  [/] t1  read                         started
   !  12  Lisp  Phase 1                blocked
  [!] t2  ask                          blocked

Overdue
   ○   2  SQL   Phase 1         5 days overdue
   ○   3  Git   Phase 1         planned 23 Nov

Due within 7 days
   ○   4  REST  Phase 1              due today
   ○   5  CSS   Phase 1          due in 7 days

Finished this week
   ✓   8  Ada   Phase 1             Wed 25 Nov
   ✓   7  Go    Phase 1             Mon 23 Nov

Streak  2 weeks, the best so far
→ roadmap finish http
`);
});

test("at 40 columns, overdue topics and days of the week stay", () => {
  expect(shown(busy.replaceAll("| 1 |", "| Foundations of the web |"), terminal(40))).toBe(`
Now
   ◐   1  HTTP  5 days, 1 day overdue
  [/] t1  read                started
   !  12  Lisp                blocked
  [!] t2  ask                 blocked

Overdue
   ○   2  SQL          5 days overdue
   ○   3  Git          planned 23 Nov

Due within 7 days
   ○   4  REST              due today
   ○   5  CSS           due in 7 days

Finished this week
   ✓   8  Ada              Wed 25 Nov
   ✓   7  Go               Mon 23 Nov

Streak  2 weeks, the best so far
→ roadmap finish http
`);
});

test("a pipe has the dates of the file", () => {
  expect(shown(busy, plainCanvas)).toContain("SQL   Phase 1  due 2026-11-20\n");
  expect(shown(busy, plainCanvas)).toContain("Go    Phase 1  2026-11-23\n\nStreak  2 weeks, the best so far\n");
});

test("the week begins on Monday, and a longer streak is compared with this one", () => {
  const lines = shown(halfWay, terminal(80), "2026-11-29").trim().split("\n");
  expect(lines.slice(-5)).toEqual([
    "Finished this week",
    "   ✓   17  WebSockets & Real-time Communication              Phase 3  Tue 24 Nov",
    "",
    "Streak  1 week; best 6 weeks, 6 Jul – 16 Aug",
    "→ roadmap finish connection",
  ]);
  expect(shown(halfWay, terminal(80), "2026-11-30")).not.toContain("Finished this week");
});

test("a day without anything says so, and what is next", () => {
  expect(shown(`${table}| A | 1 | | | | |\n`, terminal(80))).toBe(`
nothing is in progress or due, and nothing was finished this week

→ roadmap start a
`);
  expect(shown("# Plan\n", terminal(80))).toContain("\nNothing in it yet.\n");
});

test("a week that begins earlier has the topics of the days before, and its own streak", () => {
  const { roadmap } = parseRoadmap(busy, { today: "2026-11-25" });
  const agendas = (["monday", "sunday", "saturday"] as const).map((start) => agendaOf(roadmap, "2026-11-25", start));
  expect(agendas.map(({ finished }) => finished.map(({ name }) => name))).toEqual([
    ["Ada", "Go"],
    ["Ada", "Go", "C"],
    ["Ada", "Go", "C"],
  ]);
  expect(agendas.map(({ streaks }) => streaks.now)).toEqual([
    { weeks: 2, from: "2026-11-16", to: "2026-11-29" },
    { weeks: 1, from: "2026-11-22", to: "2026-11-28" },
    { weeks: 1, from: "2026-11-21", to: "2026-11-27" },
  ]);
});
