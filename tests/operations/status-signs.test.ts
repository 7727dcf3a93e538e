// Status signs: check and percent columns that serve as the status are written in their own signs only.

import { expect, test } from "vitest";
import { parseRoadmap, UserError } from "../../src/index.js";
import type { TopicTable } from "../../src/model/roadmap.js";
import { addColumn } from "../../src/operations/add-column.js";
import { addTopic } from "../../src/operations/add-topic.js";
import { finishTopic } from "../../src/operations/finish-topic.js";
import { reopenTopic, resetTopic } from "../../src/operations/reset-topic.js";
import { blockTopic, skipTopic } from "../../src/operations/set-aside-topic.js";
import { setTopic } from "../../src/operations/set-topic.js";
import { startTopic } from "../../src/operations/start-topic.js";
import { statusSign } from "../../src/operations/status-signs.js";
import { checkOperation, pageLayouts, run, testDay } from "../support/check-operation.js";

/** A table with these percentages. */
function percents(...cells: readonly string[]): string {
  const rows = cells.map((cell, index) => `| ${"ABCDEFG".charAt(index)} topic | ${cell} |\n`);
  return `| Topic | Progress |\n|---|---|\n${rows.join("")}`;
}

test.each([
  [["40%", "100%"], "100%", "0%"],
  [["40 %", "20 %"], "100 %", "0 %"],
  [["3/9", "5/5"], "9/9", "0/9"],
  [["3 / 9", "100%"], "9 / 9", "0 / 9"],
  [["40%", "[####] 100%"], "[####] 100%", "0%"],
  [["40%", "0%", "100%", "100%"], "100%", "0%"],
  [["40%", "", ""], "100%", ""],
  [["40%", "", "0%", "0%"], "100%", "0%"],
  [["40%", "5/5"], "100%", "0%"],
])("of the percentages %j, finish writes %s and reset %s into the first", (cells, done, open) => {
  const [, ...others] = cells;
  checkOperation(finishTopic, {
    input: { topic: "A topic" },
    before: percents(...cells),
    after: percents(done, ...others),
  });
  checkOperation(resetTopic, {
    input: { topic: "A topic" },
    before: percents(...cells),
    after: percents(open, ...others),
  });
});

test("finishing and resetting a percentage gives the same bytes again", () => {
  const page = percents("0%", "100%", "40%");
  checkOperation(finishTopic, {
    input: { topic: "A topic" },
    before: page,
    after: percents("100%", "100%", "40%"),
    undo: (after) => run(resetTopic, { topic: "A topic" }, after),
  });
  expect(run(setTopic, { topic: "B topic", status: "not started" }, page)).toBe(percents("0%", "0%", "40%"));
});

function refusalOf(plan: () => unknown): UserError {
  try {
    plan();
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error("it was not refused");
}

test("a percentage cannot say that a topic is started, blocked or skipped; a status column can", () => {
  const page = percents("0%", "100%", "40%");
  const { roadmap } = parseRoadmap(page, { today: testDay });
  for (const operation of [startTopic, blockTopic, skipTopic]) {
    const { code, exitCode, hint } = refusalOf(() => operation.plan(roadmap, { topic: "A topic" }, testDay));
    expect([code, exitCode, hint]).toEqual(["STATUS_NOT_WRITABLE", 4, "roadmap add column Status"]);
  }
  expect(refusalOf(() => setTopic.plan(roadmap, { topic: "A topic", status: "blocked" }, testDay)).message).toBe(
    '"A topic" cannot be marked as blocked: the column "Progress" contains percentages',
  );
  expect(startTopic.plan(roadmap, { topic: "C topic" }, testDay).already).toBe("already in progress");
  const withStatus = run(addColumn, { name: "Status" }, page);
  expect(withStatus).toBe(
    "| Topic | Status | Progress |\n|---|---|---|\n| A topic | | 0% |\n| B topic | Done | 100% |\n| C topic | In Progress | 40% |\n",
  );
  expect(run(startTopic, { topic: "A topic" }, withStatus)).toBe(
    withStatus.replace("| A topic | |", "| A topic | In Progress |"),
  );
});

test("a status column next to a percentage takes over what it said, in every layout", () => {
  const after =
    "| Topic | Status | Progress |\n|---|---|---|\n| A topic | | 0% |\n| B topic | Done | 100% |\n| C topic | In Progress | 40% |\n";
  const unpadded = (text: string) => text.replace(/ +/g, " ").replace(/-+/g, "-");
  for (const { name, layOut } of pageLayouts) {
    const written = run(addColumn, { name: "status" }, layOut(percents("0%", "100%", "40%")));
    if (name === "padded table") expect(unpadded(written), name).toBe(unpadded(layOut(after)));
    else expect(written, name).toBe(layOut(after));
  }
});

test("next to a status column, a percentage is never written", () => {
  const page = "| Topic | Status | Progress |\n|---|---|---|\n| A | In Progress | 40% |\n";
  expect(run(finishTopic, { topic: "A" }, page)).toBe(page.replace("In Progress", "Done"));
  expect(run(resetTopic, { topic: "A" }, page)).toBe(page.replace("In Progress", "Not Started"));
});

test("a new topic does not get the total of another one", () => {
  expect(run(addTopic, { name: "New" }, percents("0/7", "3/9"))).toBe(`${percents("0/7", "3/9")}| New | |\n`);
});

/** The signs of a check column with these cells, for done and for not started. */
function checkSigns(done: string | undefined, open: string | undefined) {
  const { roadmap } = parseRoadmap("| Topic | Status |\n|---|---|\n| A | |\n");
  const [topic] = roadmap.topics;
  if (!topic) throw new Error("the table has no topics");
  const spelling: TopicTable["spelling"] = new Map([
    ...(done === undefined ? [] : [["done", done] as const]),
    ...(open === undefined ? [] : [["not-started", open] as const]),
  ]);
  const checked = { ...topic, table: { ...topic.table, statusForm: "check", spelling } as const };
  const sign = (status: "done" | "not-started", mayBeBlank: boolean) =>
    statusSign(roadmap, checked, { status, mayBeBlank });
  return [sign("done", true), sign("not-started", true), sign("not-started", false)];
}

test.each([
  ["x", "", ["x", "", "⬜"]],
  ["✅", "", ["✅", "", "❌"]],
  ["✅", "⬜", ["✅", "⬜", "⬜"]],
  ["[x]", undefined, ["[x]", "[ ]", "[ ]"]],
  [undefined, "[ ]", ["[x]", "[ ]", "[ ]"]],
  [undefined, "☐", ["☑", "☐", "☐"]],
  ["Yes", undefined, ["Yes", "", "No"]],
  [undefined, "No", ["Yes", "No", "No"]],
  [undefined, "NO", ["YES", "NO", "NO"]],
  [undefined, "否", ["是", "否", "否"]],
  [undefined, "não", ["sim", "não", "não"]],
  [undefined, "❌", ["✅", "❌", "❌"]],
  [undefined, undefined, ["✅", "", "⬜"]],
])("a check column with %j and %j is written as %j", (done, open, signs) => {
  expect(checkSigns(done, open)).toEqual(signs);
});

test("set --column writes any percentage where that serves as the status", () => {
  const set = (text: string) => run(setTopic, { topic: "A topic", column: [text] }, percents("0%", "40%"));
  expect(set("Progress=60%")).toBe(percents("60%", "40%"));
  expect(set("percent=100 %")).toBe(percents("100 %", "40%"));
  expect(refusalOf(() => set("Progress=soon")).code).toBe("COLUMN_OF_KIND");
});

test.each([
  [["", "x", "x", "✅"], "x", ""],
  [["x", "", "", "x"], "x", ""],
  [["No", "Yes", "yes", "Yes"], "Yes", "No"],
  [["[ ]", "[ ]", "[x]"], "[x]", "[ ]"],
  [["✅", "❌", "❌"], "✅", "❌"],
])("of the checks %j, finish writes %j and reset %j into the first", (cells, done, open) => {
  const checks = (...texts: readonly string[]) => percents(...texts).replace("Progress", "Done");
  const [, ...others] = cells;
  const input = { topic: "A topic" };
  checkOperation(finishTopic, { input, before: checks(...cells), after: checks(done, ...others) });
  checkOperation(resetTopic, { input, before: checks(...cells), after: checks(open, ...others) });
});

test("reopen of a topic that has not been started names a command that works in its column", () => {
  const { roadmap } = parseRoadmap(percents("", ""));
  const plan = () => reopenTopic.plan(roadmap, { topic: "A topic" }, testDay);
  expect(plan).toThrow(expect.objectContaining({ code: "NOT_STARTED", hint: "roadmap finish a topic" }));
});
