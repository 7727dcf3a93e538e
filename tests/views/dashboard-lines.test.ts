// Dashboard lines: what is in progress and next, then the counts of topics and tasks, at every width.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseRoadmap } from "../../src/index.js";
import { type Canvas, plainCanvas } from "../../src/views/canvas.js";
import { type Dashboard, dashboardLines } from "../../src/views/dashboard-lines.js";
import { asciiTerminal, terminal } from "../support/canvases.js";

const today = "2026-11-30";
const fixture = (name: string) => readFileSync(join(import.meta.dirname, "../fixtures", name), "utf8");
const halfWay = fixture("in-progress.md");

function shown(text: string, canvas: Canvas, more: Partial<Dashboard> = {}): string {
  const { roadmap, problems } = parseRoadmap(text, { today });
  const unread = problems.find(({ code }) => code === "TABLE_UNREAD");
  const lines = dashboardLines({ roadmap, path: "roadmap.md", today, remarks: [], unread, ...more }, canvas);
  return `\n${lines.join("\n")}\n`;
}

const topicsOf = (...rows: string[]) => `# Plan\n\n| Topic | Phase | Status |\n|---|---|---|\n${rows.join("\n")}\n`;

/** The rows of counts alone. */
function countsOf(text: string, width = 60): string[] {
  const blocks = shown(text, terminal(width)).trim().split("\n\n");
  return blocks.find((block) => /^(?:Topics|Tasks)/.test(block))?.split("\n") ?? [];
}

test("half-way at 80 columns, what is in progress and next stands above the counts", () => {
  expect(shown(halfWay, terminal(80))).toBe(`
Backend & Cloud Development Roadmap                              Mon 30 Nov 2026

Now
   ◐   18  Connection State Management                          Phase 3  12 days
   ◐   21  Containerization with Docker                         Phase 4   4 days
  [/] t26  Containerize and deploy Go apps with Docker & ECS…   Phase 2  started
   !   19  Distributed Caching                                  Phase 3  blocked

Next
   ○   20  API Versioning & Backwards Compatibility             Phase 3
   ○   22  Docker Compose                                       Phase 4

Topics                         ━━━━━━━╍╍──────  17/35  2 in progress, 1 blocked
✓ Phases 1–2                                    13/13
  Phase 3                      ━━━━━━━━╍╍╍╍───    4/7  1 in progress, 1 blocked
  Phase 4                      ╍╍╍╍╍──────────    0/3  1 in progress
  Phases 5–8                                     0/12
Tasks                          ━━━━━━━━╍──────  20/35  1 in progress
  Backend Engineering Roadmap  ━━━━━━━━━━━────  16/21  at phase 3
  Cloud Development Roadmap    ━━━━╍──────────   4/14  1 in progress, at phase 2

Pace  0.8 topics per week
→ roadmap finish connection
`);
});

test("at 40 columns, words give way to signs, and no count is lost", () => {
  expect(shown(halfWay, terminal(40))).toBe(`
Backend & Cloud Development Roadmap

Now
   ◐   18  Connection State Manage…  12d
   ◐   21  Containerization with D…   4d
  [/] t26  Containerize and deploy…
   !   19  Distributed Caching        9d

Next
   ○   20  API Versioning & Backwa…
   ○   22  Docker Compose

Topics              ━━╍╍──  17/35  ◐2 !1
✓ Phases 1–2                13/13
  Phase 3           ━━━╍╍─    4/7  ◐1 !1
  Phase 4           ╍╍────    0/3  ◐1
  Phases 5–8                 0/12
Tasks               ━━━╍──  20/35  ◐1
  Backend Enginee…  ━━━━──  16/21
  Cloud Developme…  ━╍────   4/14  ◐1

Pace  0.8 topics per week
→ roadmap finish connection
`);
});

test("at 120 columns, the text stays within 100, and slow topics are compared with the usual", () => {
  const lines = shown(halfWay, terminal(120)).split("\n");
  expect(lines.slice(1, 8)).toEqual([
    "Backend & Cloud Development Roadmap                                                  Mon 30 Nov 2026",
    "",
    "Now",
    "   ◐   18  Connection State Management                                  Phase 3  12 days, usually 8",
    "   ◐   21  Containerization with Docker                                 Phase 4              4 days",
    "  [/] t26  Containerize and deploy Go apps with Docker & ECS (Fargate)  Phase 2             started",
    "   !   19  Distributed Caching                                          Phase 3             blocked",
  ]);
  expect(lines[13]).toBe(
    "Topics                         ━━━━━━━━━━━━━━━╍╍╍──────────────  17/35  2 in progress, 1 blocked",
  );
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
});

test("in ASCII, every sign and bar has its own character", () => {
  expect(shown(halfWay, asciiTerminal(80)).split("\n").slice(3, 22)).toEqual([
    "Now",
    "   >   18  Connection State Management                          Phase 3  12 days",
    "   >   21  Containerization with Docker                         Phase 4   4 days",
    "  [/] t26  Containerize and deploy Go apps with Docker & EC...  Phase 2  started",
    "   !   19  Distributed Caching                                  Phase 3  blocked",
    "",
    "Next",
    "   .   20  API Versioning & Backwards Compatibility             Phase 3",
    "   .   22  Docker Compose                                       Phase 4",
    "",
    "Topics                         =======--......  17/35  2 in progress, 1 blocked",
    "x Phases 1-2                                    13/13",
    "  Phase 3                      ========----...    4/7  1 in progress, 1 blocked",
    "  Phase 4                      -----..........    0/3  1 in progress",
    "  Phases 5-8                                     0/12",
    "Tasks                          ========-......  20/35  1 in progress",
    "  Backend Engineering Roadmap  ===========....  16/21  at phase 3",
    "  Cloud Development Roadmap    ====-..........   4/14  1 in progress, at phase 2",
    "",
  ]);
});

test("a pipe gets every phase, dates as in the file, and neither bars nor a hint", () => {
  expect(shown(halfWay, plainCanvas)).toBe(`
Backend & Cloud Development Roadmap                                                       2026-11-30

Now
   ◐   18  Connection State Management                                  Phase 3  since 2026-11-18
   ◐   21  Containerization with Docker                                 Phase 4  since 2026-11-26
  [/] t26  Containerize and deploy Go apps with Docker & ECS (Fargate)  Phase 2  started
   !   19  Distributed Caching                                          Phase 3  blocked

Next
   ○   20  API Versioning & Backwards Compatibility                     Phase 3
   ○   22  Docker Compose                                               Phase 4

Topics                            17/35  2 in progress, 1 blocked
✓ Phase 1                           6/6
✓ Phase 2                           7/7
  Phase 3                           4/7  1 in progress, 1 blocked
  Phase 4                           0/3  1 in progress
  Phase 5                           0/5
  Phase 6                           0/3
  Phase 7                           0/2
  Phase 8                           0/2
Tasks                             20/35  1 in progress
  1️⃣ Backend Engineering Roadmap  16/21  at phase 3
  2️⃣ Cloud Development Roadmap     4/14  1 in progress, at phase 2

Pace  0.8 topics per week
`);
});

test("on the first day, only the first phase has a bar, and remarks stand above the hint", () => {
  const remarks = [{ label: "Warning", text: "1 table not read, 2 other warnings: `roadmap doctor`" }] as const;
  expect(shown(fixture("repaired.md"), terminal(80), { remarks })).toBe(`
Backend & Cloud Development Roadmap                              Mon 30 Nov 2026

Next
  ○ 1  Programming Language Fundamentals (Golang)  Phase 1
  ○ 2  HTTP Fundamentals                           Phase 1
  ○ 3  REST API Basics                             Phase 1

Topics                         ───────────────────────────────  0/36
  Phase 1                      ───────────────────────────────   0/6
  Phases 2–8                                                    0/30
Tasks                          ━━━━━──────────────────────────  6/35
  Backend Engineering Roadmap  ━━━━━━━━───────────────────────  6/21  at phase 1
  Cloud Development Roadmap    ───────────────────────────────  0/14  at phase 1

Warning  1 table not read, 2 other warnings: roadmap doctor
→ roadmap start programming
`);
  expect(shown(topicsOf("| A | 1 | |"), terminal(30), { remarks })).toContain(
    "\nWarning  1 table not read, 2\n         other warnings:\n         roadmap doctor\n→ roadmap start a\n",
  );
});

test("names in wide characters keep the columns, and phases give way before names", () => {
  const text = `# 系统架构设计师 - 备考进度追踪

| 科目 | 阶段 | 状态 |
|---|---|---|
| 软件架构设计（风格、模式、评估、ABSD） | 第一梯队：高频高分章节（分值占比约 40-45%） | |
| 系统开发方法与需求工程 | 第一梯队：高频高分章节（分值占比约 40-45%） | |
| 数据库与数据仓库 | 第二梯队 | |
| 网络 | 第二梯队 | |
| 项目管理 | 第三梯队 | |
| 论文 | 第三梯队 | |
`;
  expect(shown(text, terminal(40))).toBe(`
系统架构设计师 - 备考进度追踪

Next
  ○ 1  软件架构设计（风格、模式、评估、…
  ○ 2  系统开发方法与需求工程
  ○ 3  数据库与数据仓库

Topics                       ──────  0/6
  第一梯队：高频高分章节（…  ──────  0/2
  2 more phases                      0/4

→ roadmap start 1
`);
});

test("runs of finished and of untouched phases are one row each, and open phases between them stay", () => {
  const phase = (number: number, ...statuses: string[]) =>
    statuses.map((status, index) => `| Topic ${number}.${index} | ${number} | ${status} |`);
  const rows = [
    ...phase(1, "Done", "Done"),
    ...phase(2, "Done", "Skipped"),
    ...phase(3, "", ""),
    ...phase(4, "", ""),
    ...phase(5, "", "Blocked"),
    ...phase(6, "", ""),
    ...phase(8, "", ""),
  ];
  expect(countsOf(topicsOf(...rows))).toEqual([
    "Topics           ━━━━━━╍╍──────────────────  3/13  1 blocked",
    "✓ Phases 1–2                                  3/3",
    "  Phase 3        ──────────────────────────   0/2",
    "  Phase 4                                     0/2",
    "  Phase 5        ╍╍╍╍╍╍╍╍╍╍╍╍╍─────────────   0/2  1 blocked",
    "  2 more phases                               0/4",
  ]);
});

test("more than eight rows of phases are summed in the last one, with all their counts", () => {
  const rows = Array.from({ length: 12 }, (_, index) => [
    `| A${index} | ${index + 1} | ${index === 10 ? "Blocked" : "In Progress"} |`,
    `| B${index} | ${index + 1} | Done |`,
  ]).flat();
  const counts = countsOf(topicsOf(...rows), 80) ?? [];
  expect(counts).toHaveLength(9);
  expect(counts[0]).toMatch(/^Topics .* 12\/24 {2}11 in progress, 1 blocked$/);
  expect(counts[8]).toMatch(/^ {2}Phases 8–12 +5\/10 {2}4 in progress, 1 blocked$/);
});

test("hundreds of phases and thousands of tasks are a few rows", () => {
  const tasks = (count: number, mark: string) =>
    Array.from({ length: count }, (_, index) => `- [${mark}] task ${index}`);
  const phases = Array.from({ length: 265 }, (_, index) =>
    [`## Phase ${index + 1}: Part`, "", ...tasks(8, index < 100 ? "x" : index < 103 ? "/" : " "), ""].join("\n"),
  );
  const lines = shown(`# Plan\n\n${phases.join("\n")}`, terminal(80)).split("\n");
  expect(lines.filter((line) => /\d\/\d/.test(line))).toEqual([
    "Tasks              ━━━━━━━━━━━━╍───────────────────  800/2120  24 in progress",
    "✓ Phases 1–100                                        800/800",
    "  Phase 101: Part  ╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍       0/8  8 in progress",
    "  Phase 102: Part  ╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍       0/8  8 in progress",
    "  Phase 103: Part  ╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍       0/8  8 in progress",
    "  Phases 104–265                                       0/1296",
  ]);
  // The title, eight steps with the fold of the others, the next ones, the counts, and the hint.
  expect(lines.filter((line) => line !== "")).toHaveLength(21);
  expect(lines).toContain("  and 16 more");
});

test("phases of one topic each have no bars, and a single phase is not repeated", () => {
  expect(countsOf(topicsOf("| A | Web | Done |", "| B | Data | |", "| C | Ops | Blocked |"))).toEqual([
    "Topics  ━━━━━━━━━━╍╍╍╍╍╍╍╍╍╍╍───────────  1/3  1 blocked",
    "✓ Web                                     1/1",
    "  Data                                    0/1",
    "  Ops                                     0/1  1 blocked",
  ]);
  expect(countsOf(topicsOf("| A | 1 | Done |", "| B | 1 | |"))).toEqual([
    "Topics  ━━━━━━━━━━━━━━━━────────────────  1/2",
  ]);
});

test("phases and tracks keep the order of the file, and a phase with phases below it is one row", () => {
  const text =
    "# Plan\n\n## Phase 1: A\n\n- [x] own\n\n### Phase 1.1: Sub\n\n- [ ] sub\n\n## Phase 2: B\n\n- [ ] two\n- [ ] more\n";
  expect(countsOf(text, 40)).toEqual([
    "Tasks         ━━━━━────────────────  1/4",
    "  Phase 1: A  ━━━━━━━━━━───────────  1/2",
    "  Phase 2: B  ─────────────────────  0/2",
  ]);
});

test("more than eight tracks fold as phases do", () => {
  const track = (number: number, mark: string) =>
    `## Track ${String.fromCharCode(64 + number)}\n\n### Phase 1: Basics\n\n- [${mark}] one\n\n### Phase 2: More\n\n- [${mark}] two\n`;
  const text = (count: number) =>
    `# Plan\n\n${Array.from({ length: count }, (_, index) => track(index + 1, index < 2 ? "x" : " ")).join("\n")}`;
  expect(countsOf(text(9), 50)).toEqual([
    "Tasks            ━━━────────────  4/18",
    "✓ 2 tracks                         4/4",
    "  Track C        ───────────────   0/2  at phase 1",
    "  6 more tracks                   0/12",
  ]);
  expect(countsOf(text(8), 50)).toHaveLength(9);
});

test("if everything is done there is nothing next, and if the rest is blocked the hint goes on with it", () => {
  expect(shown(topicsOf("| A | 1 | Done |", "| B | 1 | Skipped |"), terminal(80))).toContain(
    "\nNothing is left to do.\n\nTopics  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━  1/1\n",
  );
  const blocked = shown(topicsOf("| A | 1 | Done |", "| B | 1 | Blocked |"), terminal(80));
  expect(blocked).toContain("\nNow\n  ! 2  B  Phase 1  blocked\n\nTopics");
  expect(blocked).toContain("\n→ roadmap reopen b\n");
});

test("a roadmap without topics and tasks shows the first commands", () => {
  expect(shown("# Learning Rust\n", terminal(80))).toBe(`
Learning Rust                                                    Mon 30 Nov 2026

Nothing in it yet.

  roadmap add topic Ownership --phase 1    your first topic
  roadmap add phase Basics                 a heading for tasks with checkboxes
  roadmap edit                             write the table by hand
`);
  expect(shown("", { ...terminal(40), file: "plan.md" })).toBe(`
roadmap.md               Mon 30 Nov 2026

Nothing in it yet.

  roadmap --file plan.md add topic Ownership --phase 1
    your first topic
  roadmap --file plan.md add phase Basics
    a heading for tasks with checkboxes
  roadmap --file plan.md edit
    write the table by hand
`);
});

const unread = `# Estudos de Go

| Status | Owner          |
|--------|----------------|
| Done   | Ada of the ✅ team |
| Done   | Ada of the ✅ team |
| Blocked | Ada of the ✅ team |
`;

test("a table that nearly is one is shown with the lines that make it readable", () => {
  expect(shown(unread, terminal(80))).toBe(`
Estudos de Go                                                    Mon 30 Nov 2026

Warning  Line 3 looks like a table of topics, but none of its columns is known
         as the topic. Nothing was read from it.

  3  | Status | Owner          |
  4  |--------|----------------|
  5  | Done   | Ada of the ✅ team |

Put these lines at the top of the file and run \`roadmap\` again:

  ---
  roadmap:
    columns: { topic: "Owner" }
  ---
`);
  expect(shown(unread, terminal(30))).toBe(`
Estudos de Go  Mon 30 Nov 2026

Warning  Line 3 looks like a
         table of topics, but
         none of its columns
         is known as the
         topic. Nothing was
         read from it.

  3  | Status | Owner…
  4  |--------|--------------…
  5  | Done   | Ada of the ✅…

Put these lines at the top of
the file and run \`roadmap\`
again:

  ---
  roadmap:
    columns: { topic: "Owner" }
  ---
`);
});

test("a file with front matter is not told to begin with another one", () => {
  const lines = shown(`---\nroadmap:\n  weekly: 2\n---\n\n${unread}`, terminal(80));
  expect(lines).toContain("\n   8  | Status | Owner");
  expect(lines).toContain(
    '\n\n  to read it, write `columns: { topic: "Owner" }` below `roadmap:` in the front\n  matter\n',
  );
  expect(lines).not.toContain("Put these lines");
});
