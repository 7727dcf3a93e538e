// Operation add topic: its example in all seven layouts, twice, and undone; and the place and layout of a new row.

import { expect, test } from "vitest";
import { UserError } from "../../src/index.js";
import { addTask } from "../../src/operations/add-task.js";
import { addTopic } from "../../src/operations/add-topic.js";
import { checkOperation, page, run } from "../support/check-operation.js";

const lines = (...rows: string[]) => `${rows.join("\n")}\n`;
const table = (...rows: string[]) => lines("| Topic | Phase | Status |", "|---|---|---|", ...rows);

/** The lines that were added. */
function added(before: string, input: Parameters<typeof addTopic.plan>[1]): string[] {
  const after = run(addTopic, input, before).split("\n");
  const left = before.split("\n");
  return after.filter((line) => line !== left[0] || left.shift() === undefined);
}

test("a topic is added after the others of its phase, and nothing else changes", () => {
  checkOperation(addTopic, {
    input: { name: "DNS", phase: "1", comments: "a | b" },
    before: page("HTTP | 1 |  |  | Not Started |  | ", "REST | 2 |  |  | Not Started |  | "),
    after: page(
      "HTTP | 1 |  |  | Not Started |  | ",
      "DNS | 1 |  |  | Not Started |  | a \\| b",
      "REST | 2 |  |  | Not Started |  | ",
    ),
    undo: (after) =>
      after
        .split(/(?<=\n)/)
        .filter((line) => !line.includes("DNS"))
        .join(""),
  });
});

test("the place is next to the chosen neighbor, after the phase, or where it keeps the phases ascending", () => {
  const before = table("| A | 1 | |", "| B | 1 | |", "| D | 3 | |", "| | | |");
  const places = (input: object) =>
    run(addTopic, { name: "X", ...input }, before)
      .match(/^\| ([A-Z]?) /gm)
      ?.map((row) => row.slice(2, 3).trim())
      .join("");
  expect(places({ phase: "1" })).toBe("ABXD");
  expect(places({ phase: "2" })).toBe("ABXD");
  expect(places({ phase: "0" })).toBe("XABD");
  expect(places({ phase: "9" })).toBe("ABDX");
  expect(places({})).toBe("ABDX");
  expect(places({ after: "A", phase: "3" })).toBe("AXBD");
  expect(places({ before: "A" })).toBe("XABD");
});

test("if phases do not ascend, the place is still after the others of the phase", () => {
  const before = table("| A | 2 | |", "| B | 1 | |", "| C | 3 | |");
  expect(run(addTopic, { name: "X", phase: "2" }, before)).toBe(before.replace("| B |", "| X | 2 | |\n| B |"));
});

test("a row is written like its neighbors: tight, padded, right-aligned, without outer pipes, in a block quote", () => {
  expect(added(lines("|Topic|Phase|Status|", "|-|-|-|", "|A|1||"), { name: "C:\\", phase: "1" })).toEqual([
    "|C:\\ |1||",
  ]);
  const padded = lines(
    "| Topic    | Phase | Status      |",
    "| -------- | ----: | ----------- |",
    "| HTTP     |     1 | In Progress |",
    "| 网络     |    12 |             |",
  );
  expect(added(padded, { name: "数据", phase: "1" })).toEqual(["| 数据     |     1 |             |"]);
  expect(added(padded, { name: "Longer than it", phase: "12", status: "done" })).toEqual([
    "| Longer than it |    12 | Done        |",
  ]);
  const open = lines("Topic | Phase | Status", "--- | --- | ---", "A | 1 | Done");
  expect(added(open, { name: "B", phase: "1", status: "done" })).toEqual(["B | 1 | Done"]);
  expect(added(open, { name: "2 x", phase: "1" })).toEqual(["| 2 x | 1 | |"]);
  expect(added(lines("> | Topic | Status |", "> |---|---|", "> | A | Done |"), { name: "B", status: "done" })).toEqual([
    "> | B | Done |",
  ]);
  expect(added(lines("- | Topic | Status |", "  |---|---|"), { name: "B", status: "done" })).toEqual([
    "  | B | Done |",
  ]);
});

test("a phase is written as in its other cells; a heading above the table needs no cell", () => {
  expect(added(table("| A | Week 1 | |"), { name: "B", phase: "1" })).toEqual(["| B | Week 1 | |"]);
  expect(() => run(addTopic, { name: "B", phase: "1" }, table("| A | 1a | |", "| C | 1b | |"))).toThrow("2 phases");
  const headed =
    "## Phase 1: Basics\n\n| Topic | Status |\n|---|---|\n| A | |\n\n## Phase 2\n\n| Topic | Status |\n|---|---|\n";
  expect(run(addTopic, { name: "B", phase: "2" }, headed)).toBe(`${headed}| B | |\n`);
  expect(() => run(addTopic, { name: "B" }, headed)).toThrow(
    /2 topic tables match: 1 under "Phase 1: Basics" \(line 3\), 2/,
  );
  expect(added(headed, { name: "B", table: "1" })).toEqual(["| B | |"]);
  expect(() => run(addTopic, { name: "B", table: "3" }, headed)).toThrow("no topic table 3");
  expect(() => run(addTopic, { name: "B", phase: "7" }, lines("| Topic | Status |", "|---|---|"))).toThrow(
    "no phase column",
  );
});

test("a status is spelled as in the file; without one, the row is like those of topics that are not started", () => {
  expect(added(table("| A | 1 | ⬜ Todo |", "| B | 1 | ✅ Done |"), { name: "C" })).toEqual(["| C | | ⬜ Todo |"]);
  expect(added(table("| B | 1 | ✅ Done |"), { name: "C", status: "finished" })).toEqual(["| C | | ✅ Done |"]);
  expect(added(page("A | 1 | 2026/01/15 |  | Done |  | "), { name: "C", started: "2026-02-03" })).toEqual([
    "| C | | 2026/02/03 | | In Progress | | |",
  ]);
  expect(() => run(addTopic, { name: "C", status: "doing-ish" }, table())).toThrow("is not a status");
  const days = { started: "2026-02-03", finished: "2026-02-01" };
  expect(() => run(addTopic, { name: "C", ...days }, page())).toThrow('cannot finish "C" on 2026-02-01');
});

test("adding an existing topic again changes nothing, and with other values it is refused with a suggestion", () => {
  const before = table("| **Http** | Phase 1 | Done |");
  expect(run(addTopic, { name: "HTTP", phase: "1", status: "done" }, before)).toBe(before);
  const refused = (input: object) => {
    try {
      run(addTopic, { name: "http", ...input }, before);
    } catch (error) {
      if (error instanceof UserError) return [error.code, error.exitCode, error.hint];
      throw error;
    }
    return null;
  };
  expect(refused({ status: "blocked" })).toEqual(["ALREADY_THERE", 1, "roadmap set http --status VALUE"]);
  expect(refused({ phase: "2" })).toEqual(["ALREADY_THERE", 1, "roadmap move http --phase 2"]);
  expect(() => run(addTopic, { name: " " }, before)).toThrow("needs a name");
  expect(() => run(addTopic, { name: "a\u0007" }, before)).toThrow("control character");
  expect(() => run(addTopic, { name: "X", table: 1 }, "# Plan\n")).toThrow("no topic table");
  expect(() => run(addTopic, { name: "X", after: "http", before: "http" }, before)).toThrow(
    "--after and --before cannot be combined",
  );
});

test("a topic cannot be placed next to a task, nor a task next to a topic", () => {
  const both = `${page("HTTP | 1 |  |  |  |  | ")}\n- [ ] write a parser\n`;
  const refusal = (message: string, hint: string) => expect.objectContaining({ message, hint, exitCode: 3 });
  expect(() => run(addTopic, { name: "B", after: "parser" }, both)).toThrow(
    refusal(
      'no topic matches "parser", but a task does: "write a parser"',
      "choose a topic. To put a task there, run `roadmap add task TEXT --after write`",
    ),
  );
  expect(() => run(addTask, { text: "B", before: "http" }, both)).toThrow(
    refusal('no task matches "http", but a topic does: "HTTP"', "`roadmap list --tasks` shows all tasks"),
  );
});
