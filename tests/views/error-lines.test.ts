// Errors: what a terminal shows, at three widths, and what a pipe gets.

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { errorLines } from "../../src/cli/error-report.js";
import { operations, parseRoadmap, UserError } from "../../src/index.js";
import { type Canvas, plainCanvas } from "../../src/views/canvas.js";
import { asciiTerminal, terminal } from "../support/canvases.js";
import { hostileText } from "../support/hostile-names.js";
import { tooWide } from "../support/widths.js";

const today = "2026-11-30";
const text = readFileSync(new URL("../fixtures/in-progress.md", import.meta.url), "utf8");
const { roadmap } = parseRoadmap(text, { today });

type Name = "finish" | "start" | "check" | "block";

function refusal(name: Name, wanted: string, on = roadmap): unknown {
  const prepared = operations[name].prepare({ [name === "check" ? "task" : "topic"]: wanted });
  try {
    prepared.plan(on, today);
  } catch (error) {
    return error;
  }
  throw new Error(`${name} ${wanted} is not refused`);
}

const shown = (name: Name, wanted: string, canvas: Canvas) => errorLines(refusal(name, wanted), canvas, name);

test("several candidates are rows, with the command for one that is not done", () => {
  expect(shown("finish", "distributed", terminal(80))).toEqual([
    '✗ "distributed" matches 3 topics',
    "  ✓ 15  Distributed Systems Basics  Phase 3",
    "  ! 19  Distributed Caching         Phase 3  blocked",
    "  ○ 28  Distributed Tracing         Phase 5",
    "→ roadmap finish distributed caching    or by number: finish 19",
  ]);
  expect(shown("finish", "distributed", terminal(120))).toEqual(shown("finish", "distributed", terminal(80)));
  expect(shown("finish", "distributed", terminal(40))).toEqual([
    '✗ "distributed" matches 3 topics',
    "  ✓ 15  Distributed Systems Basics",
    "  ! 19  Distributed Caching         9d",
    "  ○ 28  Distributed Tracing",
    "→ roadmap finish distributed caching",
    "  or by number: finish 19",
  ]);
  expect(shown("finish", "distributed", { ...asciiTerminal(80), file: "a b.md" })).toEqual([
    'error: "distributed" matches 3 topics',
    "  x 15  Distributed Systems Basics  Phase 3",
    "  ! 19  Distributed Caching         Phase 3  blocked",
    "  . 28  Distributed Tracing         Phase 5",
    "-> roadmap --file 'a b.md' finish distributed caching    or by number: finish 19",
  ]);
});

test("a pipe gets the name of the speaker, two spaces and no color, whatever the hints", () => {
  expect(shown("finish", "distributed", plainCanvas)).toEqual([
    'roadmap: "distributed" matches 3 topics',
    "  15  Distributed Systems Basics  Phase 3",
    "  19  Distributed Caching         Phase 3",
    "  28  Distributed Tracing         Phase 5",
    "  use more of the name, or the number, for example 15",
  ]);
  expect(shown("start", "rest", plainCanvas)).toEqual([
    'roadmap: "REST API Basics" is done (2026-07-28)',
    "  `roadmap reopen rest` resumes it and clears its finish date",
  ]);
});

test("a way out that is a command stands behind an arrow, and its remark next to it if there is room", () => {
  expect(shown("start", "rest", terminal(80))).toEqual([
    '✗ "REST API Basics" is done (2026-07-28)',
    "→ roadmap reopen rest    resumes it and clears its finish date",
  ]);
  expect(shown("start", "rest", { ...terminal(40), hasHints: false })).toEqual([
    '✗ "REST API Basics" is done (2026-07-28)',
    "→ roadmap reopen rest",
    "  resumes it and clears its finish date",
  ]);
  const sentence = new UserError("USAGE", "m", "use `roadmap list`, or `roadmap next`");
  expect(errorLines(sentence, terminal(80))).toEqual(["✗ m", "  use `roadmap list`, or `roadmap next`"]);
  const remark = new UserError("USAGE", "m", "roadmap list; nothing was written");
  expect(errorLines(remark, terminal(80))).toEqual(["✗ m", "→ roadmap list    nothing was written"]);
});

test("of a misspelt name the nearest are rows", () => {
  expect(shown("finish", "dokcer", terminal(80))).toEqual([
    '✗ no topic or task matches "dokcer"; the nearest:',
    "   ○   22  Docker Compose                                       Phase 4",
    "   ◐   21  Containerization with Docker                         Phase 4   4 days",
    "  [/] t26  Containerize and deploy Go apps with Docker & ECS…   Phase 2  started",
    "→ roadmap finish compose    or by number: finish 22",
  ]);
  expect(shown("finish", "qqqqqqqq", terminal(80))).toEqual([
    '✗ no topic or task matches "qqqqqqqq"',
    "→ roadmap list    shows all names",
  ]);
});

test("a number outside the range says how many there are", () => {
  expect(shown("finish", "99", terminal(40))).toEqual([
    "✗ no topic 99: this roadmap has 36",
    "  topics",
    "→ roadmap list    shows all names",
  ]);
  expect(shown("check", "3", terminal(80))[0]).toBe(
    '✗ no task matches "3", but a topic does: "REST API Basics"; the nearest:',
  );
});

test("without a command that can be typed again, the way out is that of a pipe", () => {
  expect(errorLines(refusal("finish", "distributed"), terminal(80)).at(-1)).toBe(
    "  use more of the name, or the number, for example 15",
  );
});

const hostile = parseRoadmap(hostileText, { today }).roadmap;

test.each([20, 40, 80, 120])("candidates with any name fit %i columns, but for commands", (width) => {
  for (const wanted of ["a", "e", "t", "1", "touch", "zzzz"]) {
    try {
      operations.finish.plan(hostile, { topic: wanted }, today);
    } catch (error) {
      const lines = errorLines(error, terminal(width), "finish");
      expect(tooWide(lines.filter((line) => !/^→ /.test(line)).join("\n"), width)).toEqual([]);
      expect(lines.join("\n")).not.toContain("\u001b");
    }
  }
});
