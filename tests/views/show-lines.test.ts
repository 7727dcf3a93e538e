// Show lines: the state, cells, related tasks and history of one topic or task, at three widths.

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseRoadmap } from "../../src/index.js";
import { findTopicOrTask } from "../../src/model/find.js";
import { compareRoadmaps } from "../../src/model/history/compare.js";
import type { SubjectChange } from "../../src/model/history/history.js";
import type { Roadmap } from "../../src/model/roadmap.js";
import { type Canvas, plainCanvas } from "../../src/views/canvas.js";
import { showLines } from "../../src/views/show-lines.js";
import { asciiTerminal, terminal } from "../support/canvases.js";

const today = "2026-11-30";

function read(text: string): Roadmap {
  return parseRoadmap(text, { today }).roadmap;
}

const inProgressText = readFileSync(new URL("../fixtures/in-progress.md", import.meta.url), "utf8");
const inProgress = read(inProgressText);

function show(roadmap: Roadmap, name: string, drawn: Canvas & { changes?: readonly SubjectChange[] }): string[] {
  const { changes = [], ...canvas } = drawn;
  const found = findTopicOrTask(roadmap, name);
  const thing = "topic" in found ? found.topic : found.task;
  const days = { started: null, finished: null };
  const { text } = roadmap;
  return showLines({ roadmap, thing, problems: [], text, path: "roadmap.md", line: 24, today, changes, days }, canvas);
}

/** The changes of one topic or task from each text to the next one, newest first. */
function changesOf(name: string, ...versions: readonly (readonly [day: string, text: string])[]): SubjectChange[] {
  const changes = versions.flatMap(([day, text], index) => {
    const [, before = "# Plan\n"] = versions[index - 1] ?? [];
    const difference = compareRoadmaps(read(before), read(text)).differences.find((one) => one.name === name);
    if (!difference) return [];
    const commit = `${index}`.repeat(40);
    const entry = {
      commit,
      day,
      parents: [],
      author: "Ada",
      subject: "",
      message: "",
      path: "roadmap.md",
      renamedFrom: null,
      kind: "changed" as const,
      comparison: null,
      comparisons: [],
      trouble: null,
    };
    return [{ entry, difference }];
  });
  return changes.reverse();
}

const notStarted = inProgressText
  .replace("| Connection State Management | 3 | 2026-11-18 |", "| Connection State Management | 3 | |")
  .replace("TTL, heartbeat | In Progress |", "TTL, heartbeat | |");
const connection = changesOf(
  "Connection State Management",
  ["2026-06-28", notStarted.replace("Socket ↔ client", "Socket ‚Üî client")],
  ["2026-06-28", notStarted],
  ["2026-11-18", inProgressText],
);

test("show says the state first, then the cells, what is still owed, the history, and one step forward", () => {
  expect(show(inProgress, "connection", { ...terminal(80), changes: connection })).toEqual([
    "◐ 18  Connection State Management                                        Phase 3",
    "  in progress since Wed 18 Nov, 12 days  (usually 8)",
    "",
    "  Comments      Socket ↔ client mapping, TTL, heartbeat",
    "  Resources     Redis, Go websockets",
    "  Deliverables  Reconnect + resume prototype",
    "  Proof         none yet",
    "",
    "  History",
    "  18 Nov        started                                                  2222222",
    '  28 Jun        comments changed: "‚Üî" → "↔"                            1111111',
    "  28 Jun        added in phase 3                                         0000000",
    "",
    "→ roadmap finish connection --proof URL",
    "  roadmap.md:24",
  ]);
});

test("in 40 columns, texts are below their names, and the name is whole", () => {
  expect(show(inProgress, "connection", { ...terminal(40), changes: connection })).toEqual([
    "◐ 18  Connection State Management",
    "  in progress, 12 days (usually 8)",
    "",
    "  Phase",
    "    Phase 3",
    "  Comments",
    "    Socket ↔ client mapping, TTL,",
    "    heartbeat",
    "  Resources",
    "    Redis, Go websockets",
    "  Deliverables",
    "    Reconnect + resume prototype",
    "  Proof",
    "    none yet",
    "",
    "  History",
    "  18 Nov  started                2222222",
    '  28 Jun  comments changed: "‚…  1111111',
    "  28 Jun  added in phase 3       0000000",
    "",
    "→ roadmap finish connection --proof URL",
    "  roadmap.md:24",
  ]);
});

test("into a pipe, show has dates as ISO 8601, and no hint", () => {
  expect(show(inProgress, "connection", { ...plainCanvas, changes: connection })).toEqual([
    "◐ 18  Connection State Management  Phase 3",
    "  in progress since 2026-11-18, 12 days  (usually 8)",
    "",
    "  Comments      Socket ↔ client mapping, TTL, heartbeat",
    "  Resources     Redis, Go websockets",
    "  Deliverables  Reconnect + resume prototype",
    "  Proof         none yet",
    "",
    "  History",
    "  2026-11-18    started  2222222",
    '  2026-06-28    comments changed: "‚Üî" → "↔"  1111111',
    "  2026-06-28    added in phase 3  0000000",
    "",
    "  roadmap.md:24",
  ]);
});

test("a task has its box, its phase and track, the topics it is about, and the tasks around it", () => {
  const roadmap = read(
    "| Topic | Status |\n|---|---|\n| HTTP | Done |\n| DNS | |\n\n## Track\n\n### Phase 1: A\n- [ ] learn HTTP and more\n  - [/] read\n  - [x] write\n\n### Phase 2\n- [ ] x\n",
  );
  expect(show(roadmap, "t1", terminal(40))).toEqual([
    "[ ] t1  learn HTTP and more   Phase 1: A",
    "  not started",
    "",
    "  Track   Track",
    "",
    "  Subtasks",
    "  [/] t2  read   in progress",
    "  [x] t3  write         done",
    "",
    "  Topics",
    "  ✓ 1  HTTP  done",
    "",
    "→ roadmap check learn",
    "  roadmap.md:24",
  ]);
  expect(show(roadmap, "t2", asciiTerminal(40)).slice(0, 7)).toEqual([
    "[/] t2  read                  Phase 1: A",
    "  in progress",
    "",
    "  Track   Track",
    "",
    "  Part of",
    "  [ ] t1  learn HTTP and...  not started",
  ]);
});

test.each([
  ["In Progress | | 2026-11-18 | |", "in progress since Wed 18 Nov, 12 days"],
  ["In Progress | | 2026-11-30 | |", "in progress since today"],
  ["In Progress | | 2025-11-30 | |", "in progress since Sun 30 Nov 2025, 365 days"],
  ["Blocked | | 2026-11-29 | |", "blocked, started on Sun 29 Nov, 1 day ago"],
  ["Done | | 2026-11-11 | 2026-11-24 |", "done on Tue 24 Nov, took 13 days"],
  ["Done | | 2026-11-24 | 2026-11-24 |", "done on Tue 24 Nov, started the same day"],
  ["Done | | 2026-11-25 | 2026-11-24 |", "done on Tue 24 Nov"],
  ["Done | | | 2026-11-24 |", "done on Tue 24 Nov"],
  ["Done | | | 2027-01-01 |", "done"],
  ["In Progress | | 2026-12-01 | |", "in progress"],
  ["Skipped | | 2026-11-01 | |", "skipped"],
  ["✅ Done (week 2) | | | |", 'done, "✅ Done (week 2)"'],
  ["3/5 | | | |", 'in progress, "3/5"'],
  ["doing-ish | | | |", 'not started, "doing-ish"'],
  ["**In progress**, chapter 4 | | 2026-11-18 | |", 'in progress since Wed 18 Nov, 12 days, "In progress, chapter 4"'],
  ["Terminé | | | |", "done"],
  ["🟡 | | | |", 'not started, "🟡"'],
  ["[x] | | | |", "done"],
  ["- | | | |", "not started"],
  ["Not Started / In Progress / Done | | | |", "not started"],
])("a topic with the cells %j is %j", (cells, state) => {
  const roadmap = read(`| Topic | Status | Due | Started | Finished |\n|---|---|---|---|---|\n| HTTP | ${cells}\n`);
  expect(show(roadmap, "http", terminal(80))[1]).toBe(`  ${state}`);
});

test("dates that the state does not have are facts; only a table with a proof column owes a proof", () => {
  const facts = (cells: string) => {
    const text = `| Topic | Status | Due | Started | Finished | Depends on | Owner |\n|---|---|---|---|---|---|---|\n| HTTP | ${cells}\n| DNS | | | | | | |\n`;
    return show(read(text), "http", terminal(80)).slice(2, -3);
  };
  expect(facts("Done | 2026-11-01 | 2026-11-11 | 2026-11-24 | DNS | Ada |")).toEqual([
    "",
    "  Started     11 Nov",
    "  Due         1 Nov",
    "  Depends on  DNS",
    "  Owner       Ada",
  ]);
  expect(facts("| 2026-11-28 | 2026-12-01 | soon | DNS | |")).toEqual([
    "",
    "  Started     1 Dec",
    "  Finished    soon",
    "  Due         28 Nov (2 days overdue)",
    "  Depends on  DNS (waits for DNS)",
  ]);
  const skipped = read("| Topic | Status | Proof of Work |\n|---|---|---|\n| A | Skipped | |\n| B | Done | |\n");
  expect(show(skipped, "a", terminal(40)).join("\n")).not.toContain("Proof");
  expect(show(skipped, "b", terminal(40))).toContain("  Proof   none yet");
});

test.each([
  ["Blocked", "roadmap next"],
  ["Skipped", "roadmap next"],
  ["Done", "roadmap next"],
  ["", "roadmap start http"],
  ["In Progress", "roadmap finish http"],
])("after a topic that is %j, the next step is forward: %s", (status, command) => {
  const roadmap = read(`| Topic | Status |\n|---|---|\n| HTTP | ${status} |\n| DNS | |\n`);
  expect(show(roadmap, "http", terminal(80)).at(-2)).toBe(`→ ${command}`);
});

test("with fewer than five finished topics, nothing is usual", () => {
  const rows = (count: number) => "| X | Done | 2026-11-01 | 2026-11-04 |\n".repeat(count);
  const state = (count: number) => {
    const head = "| Topic | Status | Started | Finished |\n|---|---|---|---|\n| HTTP | In Progress | 2026-11-29 | |\n";
    return show(read(head + rows(count)), "http", terminal(80))[1];
  };
  expect(state(4)).toBe("  in progress since Sun 29 Nov, 1 day");
  expect(state(5)).toBe("  in progress since Sun 29 Nov, 1 day  (usually 3)");
});

const row = (cells: string) =>
  `| Topic | Phase | Started | Finished | Comments | Status |\n|---|---|---|---|---|---|\n${cells}\n`;

test("the history of a topic is a sentence for each commit", () => {
  const changes = changesOf(
    "HTTP",
    ["2026-01-01", row("| Http | 1 | | | | |")],
    ["2026-01-02", row("| HTTP | 1 | | | | |")],
    ["2026-01-03", row("| HTTP | 1 | 2026-01-03 | | read it | In Progress |")],
    ["2026-01-05", row("| HTTP | 1 | 2026-01-03 | 2026-01-04 | read it twice | Done |")],
    ["2026-01-06", row("| HTTP | 1 | 2026-01-03 | | read all of it twice | In Progress |")],
    ["2026-01-07", row("| HTTP | 2 | 2026-01-03 | | read it twice | Blocked |")],
    ["2026-01-08", row("| HTTP | 2 | | | | |")],
    ["2026-01-09", row("| HTTP | 2 | 2026-01-01 | | | In Progress |")],
  );
  const roadmap = read(row("| HTTP | 2 | 2026-01-01 | | | In Progress |"));
  const lines = show(roadmap, "http", { ...terminal(80), changes });
  const start = lines.indexOf("  History") + 1;
  expect(lines.slice(start, -3).map((line) => line.slice(2, -7).trim())).toEqual([
    "9 Jan   started on 2026-01-01",
    "8 Jan   reset, comments cleared: read it twice",
    '7 Jan   blocked, phase changed: "1" → "2", comments shortened: "all…',
    '6 Jan   reopened, comments extended: "all of"',
    '5 Jan   finished on 2026-01-04, comments extended: "twice"',
    "3 Jan   started, comments added: read it",
    "2 Jan   renamed from Http",
  ]);
});

test("of a long history, show has the ten latest changes, and the command for all", () => {
  const versions = Array.from({ length: 12 }, (_, index): [string, string] => {
    const day = `2026-01-${index + 10}`;
    return [day, row(`| HTTP | 1 | | | ${"x ".repeat(index)} | |`)];
  });
  const lines = show(read(row("| HTTP | 1 | | | | |")), "http", {
    ...terminal(80),
    changes: changesOf("HTTP", ...versions),
  });
  expect(lines.filter((line) => /^ {2}\d\d Jan/.test(line))).toHaveLength(10);
  expect(lines).toContain("  … `roadmap log http` shows all 12");
});
