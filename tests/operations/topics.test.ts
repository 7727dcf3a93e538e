// Operations on topics: each example in all seven layouts, twice, and undone.

import { expect, test } from "vitest";
import { operations, parseRoadmap, UserError } from "../../src/index.js";
import { checkOperation, page, run, testDay } from "../support/check-operation.js";

const { start, finish, block, skip, reset, reopen, set } = operations;
const other = "REST | 1 |  |  | Not Started |  | ";

/** The code of a refused operation. */
function refusal(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (error instanceof UserError) return `${error.code} ${error.exitCode}`;
    throw error;
  }
  return "not refused";
}

test("starting a topic changes its status and its start date, and nothing else", () => {
  checkOperation(start, {
    input: { topic: "HTTP" },
    before: page("HTTP | 1 |  |  | Not Started |  | ", other),
    after: page(`HTTP | 1 | ${testDay} |  | In Progress |  | `, other),
    undo: (after) => run(reset, { topic: "HTTP" }, after),
  });
});

test("starting a topic with a start date keeps the date", () => {
  checkOperation(start, {
    input: { topic: "HTTP", date: "2026-05-05" },
    before: page("HTTP | 1 | 2026-02-01 |  | Blocked |  | ", other),
    after: page("HTTP | 1 | 2026-02-01 |  | In Progress |  | ", other),
    undo: (after) => run(block, { topic: "HTTP" }, after),
  });
});

test("finishing a topic changes its status, its date and its proof, and nothing else", () => {
  checkOperation(finish, {
    input: { topic: "HTTP", date: "2026-03-01", proof: ["https://example.org/pr/1"] },
    before: page("HTTP | 1 | 2026-02-01 |  | In Progress |  | ", other),
    after: page("HTTP | 1 | 2026-02-01 | 2026-03-01 | Done | https://example.org/pr/1 | ", other),
    undo: (after) => run(set, { topic: "HTTP", proof: [""] }, run(reopen, { topic: "HTTP" }, after)),
  });
});

test("finishing a topic that was never started leaves its start date blank and says how to set it", () => {
  const before = page("HTTP | 1 |  |  | Not Started |  | ", other);
  checkOperation(finish, {
    input: { topic: "HTTP" },
    before,
    after: page(`HTTP | 1 |  | ${testDay} | Done |  | `, other),
    undo: (after) => run(reset, { topic: "HTTP" }, after),
  });
});

test("blocking, skipping and reopening change only the status", () => {
  const row = (status: string) => page(`HTTP | 1 | 2026-02-01 |  | ${status} | https://a.example | x`, other);
  checkOperation(block, {
    input: { topic: "HTTP" },
    before: row("In Progress"),
    after: row("Blocked"),
    undo: (after) => run(reopen, { topic: "HTTP" }, after),
  });
  checkOperation(skip, {
    input: { topic: "HTTP" },
    before: row("In Progress"),
    after: row("Skipped"),
    undo: (after) => run(start, { topic: "HTTP" }, after),
  });
});

test("reopening a topic clears its finish date and keeps its proof", () => {
  checkOperation(reopen, {
    input: { topic: "HTTP" },
    before: page("HTTP | 1 | 2026-02-01 | 2026-03-01 | Done | https://a.example | ", other),
    after: page("HTTP | 1 | 2026-02-01 |  | In Progress | https://a.example | ", other),
    undo: (after) => run(finish, { topic: "HTTP", date: "2026-03-01" }, after),
  });
});

test("resetting a topic clears both dates and keeps its proof", () => {
  checkOperation(reset, {
    input: { topic: "HTTP" },
    before: page("HTTP | 1 | 2026-02-01 | 2026-03-01 | Done | https://a.example | ", other),
    after: page("HTTP | 1 |  |  | Not Started | https://a.example | ", other),
    undo: (after) => run(set, { topic: "HTTP", status: "done", started: "2026-02-01", finished: "2026-03-01" }, after),
  });
});

test("resetting a topic whose status follows from its dates clears the dates and writes no status", () => {
  const before = page("HTTP | 1 | 2026-02-01 | 2026-03-01 |  |  | ", other);
  const { changes } = reset.plan(parseRoadmap(before).roadmap, { topic: "HTTP" }, "2026-03-02");
  expect(changes).toEqual([
    expect.objectContaining({ column: "started", text: "" }),
    expect.objectContaining({ column: "finished", text: "" }),
  ]);
});

test("setting cells changes only the given ones", () => {
  checkOperation(set, {
    input: { topic: "HTTP", phase: "2", comments: "a | b\nc", started: "2026-02-01", status: "wip" },
    before: page("HTTP | 1 |  |  | Not Started |  | old", other),
    after: page("HTTP | 2 | 2026-02-01 |  | In Progress |  | a \\| b<br>c", other),
    undo: (after) => run(set, { topic: "HTTP", phase: "1", comments: "old", started: "", status: "todo" }, after),
  });
});

test("setting an empty value clears the cell", () => {
  checkOperation(set, {
    input: { topic: "HTTP", comments: "", started: "", status: "", proof: [""] },
    before: page("HTTP | 1 | 2026-02-01 |  | Done | https://a.example | old", other),
    after: page("HTTP | 1 |  |  |  |  | ", other),
    undo: (after) =>
      run(
        set,
        { topic: "HTTP", comments: "old", started: "2026-02-01", status: "done", proof: ["https://a.example"] },
        after,
      ),
  });
});

test("a status that the file spells as a blank cell is written if dates would imply another one", () => {
  checkOperation(set, {
    input: { topic: "HTTP", status: "todo" },
    before: page("HTTP | 1 | 2026-02-01 |  | In Progress |  | ", "REST | 1 |  |  |  |  | "),
    after: page("HTTP | 1 | 2026-02-01 |  | Not Started |  | ", "REST | 1 |  |  |  |  | "),
    undo: (after) => run(set, { topic: "HTTP", status: "wip" }, after),
  });
  checkOperation(set, {
    input: { topic: "HTTP", status: "todo", started: "" },
    before: page("HTTP | 1 | 2026-02-01 |  | In Progress |  | ", "REST | 1 |  |  |  |  | "),
    after: page("HTTP | 1 |  |  |  |  | ", "REST | 1 |  |  |  |  | "),
    undo: (after) => run(set, { topic: "HTTP", status: "wip", started: "2026-02-01" }, after),
  });
});

test("setting a link adds it to the cell, unless an empty one clears the cell first", () => {
  const before = page("HTTP | 1 |  |  |  | https://a.example | ", other);
  const undo = (after: string) => run(set, { topic: "HTTP", proof: ["", "https://a.example"] }, after);
  checkOperation(set, {
    input: { topic: "HTTP", proof: ["https://b.example"] },
    before,
    after: page("HTTP | 1 |  |  |  | https://a.example, https://b.example | ", other),
    undo,
  });
  checkOperation(set, {
    input: { topic: "HTTP", proof: ["", "https://b.example"] },
    before,
    after: page("HTTP | 1 |  |  |  | https://b.example | ", other),
    undo,
  });
});

test("comments are appended once", () => {
  checkOperation(set, {
    input: { topic: "HTTP", appendComments: "see chapter 4" },
    before: page("HTTP | 1 |  |  |  |  | old", other),
    after: page("HTTP | 1 |  |  |  |  | old; see chapter 4", other),
    undo: (after) => run(set, { topic: "HTTP", comments: "old" }, after),
  });
  checkOperation(set, {
    input: { topic: "HTTP", appendComments: "a | b" },
    before: page("HTTP | 1 |  |  |  |  | old", other),
    after: page("HTTP | 1 |  |  |  |  | old; a \\| b", other),
    undo: (after) => run(set, { topic: "HTTP", comments: "old" }, after),
  });
});

test("renaming a topic with set keeps everything else", () => {
  checkOperation(set, {
    input: { topic: "#1", name: "HTTP/2" },
    before: page("HTTP | 1 |  |  |  |  | old", other),
    after: page("HTTP/2 | 1 |  |  |  |  | old", other),
    undo: (after) => run(set, { topic: "#1", name: "HTTP" }, after),
  });
});

test("links are added with the separator of the cell, and no link is added twice", () => {
  const row = (proof: string) => page(`HTTP | 1 | 2026-02-01 | 2026-03-01 | Done | ${proof} | `);
  const add = (proof: string, ...links: string[]) => run(finish, { topic: "HTTP", proof: links }, row(proof));
  expect(add("https://a.example", "https://b.example")).toBe(row("https://a.example, https://b.example"));
  expect(add("https://a.example<br>https://b.example", "https://c.example")).toBe(
    row("https://a.example<br>https://b.example<br>https://c.example"),
  );
  expect(add("[one](https://a.example); [two](https://b.example)", "https://c.example")).toBe(
    row("[one](https://a.example); [two](https://b.example); https://c.example"),
  );
  expect(add("[one](https://a.example)", "https://a.example")).toBe(row("[one](https://a.example)"));
  expect(add("https://a.example/?x=1\\|2", "https://a.example/?x=1|2")).toBe(row("https://a.example/?x=1\\|2"));
  expect(add("", "https://b.example", "https://b.example")).toBe(row("https://b.example"));
  expect(add("TBD", "https://b.example")).toBe(row("https://b.example"));
  expect(add("", `https://b.example/${"x".repeat(5000)}`)).toBe(row(`https://b.example/${"x".repeat(5000)}`));
});

test("a proof that is not a link, or that runs a script, is refused", () => {
  const before = page("HTTP | 1 |  |  |  |  | ");
  for (const link of ["javascript:alert(1)", "https://a.example/a b", ""]) {
    expect(refusal(() => run(finish, { topic: "HTTP", proof: [link] }, before))).toBe("LINK_NOT_USABLE 2");
  }
});

test("a done topic cannot be started, blocked or skipped", () => {
  const before = page("HTTP | 1 | 2026-02-01 | 2026-03-01 | Done |  | ");
  for (const operation of [start, block, skip]) {
    expect(refusal(() => run(operation, { topic: "HTTP" }, before))).toBe("ALREADY_DONE 1");
  }
});

test("finish and set refuse a finish date before the start date", () => {
  const before = page("HTTP | 1 | 2026-02-01 |  | In Progress |  | ");
  expect(refusal(() => run(finish, { topic: "HTTP", date: "2026-01-31" }, before))).toBe("FINISH_BEFORE_START 1");
  expect(refusal(() => run(set, { topic: "HTTP", finished: "2026-01-31" }, before))).toBe("FINISH_BEFORE_START 1");
});

test("reopening a topic that was never started is refused", () => {
  expect(refusal(() => run(reopen, { topic: "HTTP" }, page("HTTP | 1 |  |  |  |  | ")))).toBe("NOT_STARTED 1");
});

test("a missing column is named, with the command that adds it", () => {
  const before = "| Topic | Status |\n|---|---|\n| HTTP | |\n";
  expect(refusal(() => run(set, { topic: "HTTP", comments: "x" }, before))).toBe("COLUMN_MISSING 4");
  expect(refusal(() => run(finish, { topic: "HTTP", proof: ["https://a.example"] }, before))).toBe("COLUMN_MISSING 4");
  expect(refusal(() => run(start, { topic: "HTTP", date: "2026-01-01" }, before))).toBe("COLUMN_MISSING 4");
  expect(refusal(() => run(start, { topic: "HTTP" }, "| Topic | Started |\n|---|---|\n| HTTP | |\n"))).toBe(
    "COLUMN_MISSING 4",
  );
});

test("in a table without date columns only the status changes", () => {
  const before = "| Topic | Status |\n|---|---|\n| HTTP | |\n";
  expect(run(start, { topic: "HTTP" }, before)).toBe("| Topic | Status |\n|---|---|\n| HTTP | In Progress |\n");
});

test("a date cell with text that is not a date stays the same", () => {
  const before = page("HTTP | 1 | around Easter |  |  |  | ");
  expect(run(start, { topic: "HTTP" }, before)).toBe(page("HTTP | 1 | around Easter |  | In Progress |  | "));
  expect(run(set, { topic: "HTTP", started: "2026-04-05" }, before)).toBe(page("HTTP | 1 | 2026-04-05 |  |  |  | "));
});

test("a date given for a cell that already has one is checked, and the cell stays the same", () => {
  const { roadmap } = parseRoadmap(page("HTTP | 1 | 2026-02-01 |  | In Progress |  | "));
  const plan = start.plan(roadmap, { topic: "HTTP", date: "2026-03-01" }, testDay);
  expect(plan.changes).toEqual([]);
  expect(plan.notes).toEqual([
    "it was already started on 2026-02-01; that date was kept (`roadmap set http --started 2026-03-01` changes it)",
  ]);
  expect(refusal(() => start.plan(roadmap, { topic: "HTTP", date: "soon" }, testDay))).toBe("DATE_NOT_UNDERSTOOD 2");
});

test.each([
  ["a day that is none", { topic: "HTTP" }, "2026-02-30", "BAD_TODAY 2"],
  ["a day with a cell after it", { topic: "HTTP" }, "2026-11-30 | x", "BAD_TODAY 2"],
  ["no day", { topic: "HTTP" }, undefined, "BAD_TODAY 2"],
  ["no topic", {}, testDay, "OPERATION_NOT_UNDERSTOOD 2"],
  ["a field that it does not have", { topic: "HTTP", colour: "red" }, testDay, "OPERATION_NOT_UNDERSTOOD 2"],
])("an operation called by other code refuses %s", (...[, input, today, code]) => {
  const { roadmap } = parseRoadmap(page("HTTP | 1 |  |  | Not Started |  | ", other));
  // As JavaScript can pass it.
  const given = [roadmap, input, today] as unknown as Parameters<typeof start.edits>;
  expect([refusal(() => start.edits(...given)), refusal(() => start.plan(...given))]).toEqual([code, code]);
});
