// Change lines: what each change says at three widths, alone and among others, and in a pipe.

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseText } from "../../src/app/parse-text.js";
import { planOperations } from "../../src/app/plan-operations.js";
import { requestOperation } from "../../src/app/requested-operations.js";
import { operations } from "../../src/index.js";
import { type Canvas, plainCanvas } from "../../src/views/canvas.js";
import { nextHint, resultLines } from "../../src/views/change-lines.js";
import { asciiTerminal, terminal } from "../support/canvases.js";
import { hostileText } from "../support/hostile-names.js";
import { tooWide } from "../support/widths.js";

const today = "2026-11-30";
const text = readFileSync(new URL("../fixtures/in-progress.md", import.meta.url), "utf8");

type Requested = [operation: keyof typeof operations, input: Readonly<Record<string, unknown>>];

async function said(requested: readonly Requested[], canvas: Canvas, file = text): Promise<string[]> {
  const all = requested.map(([name, input]) => requestOperation(operations[name], input));
  const planned = await planOperations(await parseText(file, today), all, today);
  return [...resultLines(planned, canvas), ...nextHint(planned, canvas)];
}

test.each<[Requested, string[]]>([
  [
    ["start", { topic: "compose" }],
    [
      "◐ Docker Compose is in progress.",
      "  Status   (blank) → In Progress",
      "  Started  (blank) → 2026-11-30",
      "→ roadmap finish compose --proof URL",
    ],
  ],
  [
    ["finish", { topic: "connection", proof: ["https://github.com/dana/chat/pull/7"] }],
    [
      "✓ Connection State Management is done. Phase 3: 5 of 7.",
      "  Status    In Progress → Done",
      "  Finished  (blank) → 2026-11-30   12 days",
      "  Proof     (blank) → https://github.com/dana/chat/pull/7",
      "→ roadmap start backwards",
    ],
  ],
  [
    ["finish", { topic: "19" }],
    [
      "✓ Distributed Caching is done. Phase 3: 5 of 7.",
      "  Status    Blocked → Done",
      "  Finished  (blank) → 2026-11-30   9 days",
      "  No proof yet for: Build sharded cache layer",
      "→ roadmap start backwards",
    ],
  ],
  [
    ["block", { topic: "20" }],
    [
      "! API Versioning & Backwards Compatibility is blocked.",
      "  Status  (blank) → Blocked",
      "→ roadmap set backwards --append-comments TEXT    say why",
    ],
  ],
  [
    ["skip", { topic: "20" }],
    [
      "– API Versioning & Backwards Compatibility is skipped.",
      "  Status  (blank) → Skipped",
      "→ roadmap start compose",
    ],
  ],
  [
    ["set", { topic: "rest", appendComments: "cursor pagination" }],
    ["~ REST API Basics is changed.", "  Comments  …, handlers → …, handlers; cursor pagination"],
  ],
  [
    ["start", { topic: "connection" }],
    [
      "◐ Connection State Management is already in progress, since 18 Nov. Nothing was",
      "  changed.",
      "→ roadmap finish connection --proof URL",
    ],
  ],
  [
    ["check", { task: "t26" }],
    [
      "✓ Task checked off: Containerize and deploy Go apps with Docker & ECS (Fargate).",
      "  Cloud Development Roadmap, phase 2: 1 of 5.",
      "  Mark  [/] → [x]",
      "→ roadmap start backwards",
    ],
  ],
  [
    ["rename", { topic: "22", to: "Compose" }],
    ["~ Docker Compose is now named Compose.", "  Topic  Docker Compose → Compose"],
  ],
  [
    ["rename", { phase: "5", to: "Depth" }],
    [
      "~ Phase 5 is now named Depth.",
      "  Phase  5 → Depth",
      "  note: the cells of 5 topics were changed",
      "→ roadmap progress",
    ],
  ],
  [
    ["add-topic", { name: "Kafka in depth", phase: "3" }],
    [
      "+ Kafka in depth is added below API Versioning & Backwards Compatibility.",
      "  Phase  3",
      "→ roadmap start depth",
    ],
  ],
  [
    ["remove", { topic: "t15" }],
    ["- Task removed: Learn when to use Monolith vs. Microservices.", "  Mark  [ ]", "→ roadmap list"],
  ],
])("%j says at 80 columns what is true now, and what comes next", async (requested, lines) => {
  expect(await said([requested], terminal(80))).toEqual(lines);
});

test("the last topic of a phase completes it", async () => {
  const small = "| Topic | Phase | Status |\n|---|---|---|\n| A | 1 | Done |\n| B | 1 | |\n| C | 1 | Skipped |\n";
  expect(await said([["finish", { topic: "b" }]], terminal(80), small)).toEqual([
    "✓ B is done. Phase 1 is complete: 2 of 2.",
    "  Status  (blank) → Done",
    "  note: finish date not recorded: the table has no such column;",
    "    `roadmap add column finished` adds it",
    "→ roadmap next",
  ]);
});

test("sentences and values wrap at 40 columns, and the sign differs in ASCII", async () => {
  const finish: Requested = ["finish", { topic: "connection", proof: ["https://github.com/dana/chat/pull/7"] }];
  expect(await said([finish], asciiTerminal(40))).toEqual([
    "x Connection State Management is done.",
    "  Phase 3: 5 of 7.",
    "  Status    In Progress -> Done",
    "  Finished  (blank) -> 2026-11-30",
    "  Proof     (blank) ->",
    "            https://github.com/dana/chat/pull/7",
    "-> roadmap start backwards",
  ]);
  expect(await said([finish], terminal(120))).toEqual(await said([finish], terminal(80)));
});

test("a name that ends with a mark of its own gets no full stop after it", async () => {
  const tasks = "- [ ] Read the RFC.\n- [x] Ask why?\n";
  const first = async (request: Requested) => (await said([request], plainCanvas, tasks))[0];
  expect([
    await first(["check", { task: "rfc" }]),
    await first(["check", { task: "why" }]),
    await first(["rename", { topic: "t1", to: "Done!" }]),
    await first(["remove", { topic: "t1" }]),
  ]).toEqual([
    "✓ Task checked off: Read the RFC.",
    "✓ Task already checked: Ask why? Nothing was changed.",
    "~ Task renamed: Read the RFC.",
    "- Task removed: Read the RFC.",
  ]);
});

test("a pipe gets the same without a hint, and days as in the file", async () => {
  expect(await said([["start", { topic: "connection" }]], plainCanvas)).toEqual([
    "◐ Connection State Management is already in progress, since 2026-11-18. Nothing was changed.",
  ]);
});

test("several changes have a line each and their number; overwritten content is shown", async () => {
  const lines = await said(
    [
      ["start", { topic: "compose" }],
      ["start", { topic: "connection" }],
      ["check", { task: "t15" }],
      ["set", { topic: "rest", comments: "read" }],
    ],
    terminal(80),
  );
  expect(lines).toEqual([
    "◐ Docker Compose is in progress.",
    "◐ Connection State Management is already in progress, since 18 Nov. Nothing was",
    "  changed.",
    "✓ Task checked off: Learn when to use Monolith vs. Microservices.",
    "~ REST API Basics is changed.",
    "  Comments  CRUD API design, routing, handlers → read",
    "2 topics, 1 task changed; 1 already so",
    "→ roadmap start backwards",
  ]);
});

test("of two long values only the part that differs is shown, and emoji stay whole", async () => {
  const long = `${"word ".repeat(30)}👩‍👩‍👧`;
  const file = `| Topic | Status | Comments |\n|---|---|---|\n| A | | ${long} |\n`;
  const lines = await said([["set", { topic: "a", comments: `${long}👧 end` }]], terminal(80), file);
  expect(lines[1]).toBe("  Comments  … 👩‍👩‍👧 → … 👩‍👩‍👧👧 end");
});

test.each([20, 40, 80, 120])("changes of things with any name fit %i columns, but for commands", async (width) => {
  const { roadmap } = await parseText(hostileText, today);
  for (const { number } of roadmap.topics.slice(0, 25)) {
    const lines = await said([["start", { topic: `topic #${number}` }]], terminal(width), hostileText).catch(() => []);
    expect(tooWide(lines.filter((line) => !line.startsWith("→ ")).join("\n"), width)).toEqual([]);
  }
});

test("a topic that had no phase is moved from a blank cell", async () => {
  const blank = text.replace("| Docker Compose | 4 |", "| Docker Compose | |");
  expect(await said([["move", { topic: "compose", phase: "5" }]], terminal(80), blank)).toEqual([
    "~ Docker Compose is moved below Distributed Tracing.",
    "  Phase  (blank) → 5",
    "→ roadmap list",
  ]);
});
