// Operation add column: a blank column in every row, where it belongs, in every layout.

import { expect, test } from "vitest";
import { parseRoadmap } from "../../src/index.js";
import { addColumn } from "../../src/operations/add-column.js";
import { startTopic } from "../../src/operations/start-topic.js";
import { page, pageLayouts, run, testDay } from "../support/check-operation.js";

const lines = (...rows: string[]) => `${rows.join("\n")}\n`;
const add = (before: string, name: string, input: object = {}) => run(addColumn, { name, ...input }, before);

test.each(pageLayouts)(
  "a column is added to every row, exists when it is added again, and can be used: $name",
  ({ layOut }) => {
    const before = layOut(page("HTTP | 1 |  |  | Done |  | a \\| b", "REST | 1 |  |  |  |  | "));
    const after = add(before, "resources", { table: "1" });
    const cells = (text: string) =>
      text.split(/\r?\n/).map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim()));
    const old = cells(before);
    const wanted = cells(after).map((row, index) => (index >= 2 && index <= 5 ? row.toSpliced(6, 1) : row));
    expect(wanted).toEqual(old);
    expect(
      cells(after)
        .slice(2, 6)
        .map((row) => row[6]?.replace(/-+/, "-")),
    ).toEqual(["Resources", "-", "", ""]);
    expect(add(after, "resources", { table: "1" })).toBe(after);
    expect(add(after, "Resources", { table: "1" })).toBe(after);
  },
);

test("a missing date column is added next to the other dates, and then takes the date", () => {
  const before = lines("| Topic | Status |", "|-------|--------|", "| HTTP | |");
  const after = add(before, "started");
  expect(after).toBe(lines("| Topic | Started | Status |", "|-------|---------|--------|", "| HTTP | | |"));
  expect(run(startTopic, { topic: "http" }, after)).toContain(`| HTTP | ${testDay} | In Progress |`);
  expect(add(before.toLowerCase(), "started")).toContain("| topic | started | status |");
  expect(add(before, "proof")).toContain("| Topic | Status | Proof |\n|-------|--------|-------|\n| HTTP | | |");
  expect(add(before, "Hours a | week", { after: "topic" })).toContain("| Topic | Hours a \\| week | Status |");
});

test("a column is written like its neighbor: tight, padded, without outer pipes, in short and long rows", () => {
  expect(add(lines("|Topic|Status|", "|:-:|--|", "|A|Done|"), "phase")).toBe(
    lines("|Topic|Phase|Status|", "|:-:|---|--|", "|A||Done|"),
  );
  const padded = lines("| Topic | Status |", "| ----- | ------ |", "| HTTP  | Done   |", "| 网    |        |");
  expect(add(padded, "started")).toBe(
    lines(
      "| Topic | Started    | Status |",
      "| ----- | ---------- | ------ |",
      "| HTTP  |            | Done   |",
      "| 网    |            |        |",
    ),
  );
  expect(add(lines("Topic | Status", "--- | ---", "A | Done"), "proof")).toBe(
    lines("Topic | Status | Proof", "--- | --- | ---", "A | Done | |"),
  );
  expect(add(lines("Topic | Status", "--- | ---", "A | Done"), "phase")).toBe(
    lines("Topic | Phase | Status", "--- | --- | ---", "A | | Done"),
  );
  expect(
    add(lines("> | Topic | Phase | Status |", "> |---|---|---|", "> | A | 1 |", "> | A | 1 | | x |"), "proof"),
  ).toBe(lines("> | Topic | Phase | Status | Proof |", "> |---|---|---|---|", "> | A | 1 |", "> | A | 1 | | | x |"));
});

test("a header that ends in a backslash does not escape its pipe in a tight table", () => {
  expect(add(lines("|Topic|Status|", "|---|---|", "|A|Done|"), "x\\")).toBe(
    lines("|Topic|Status|x\\ |", "|---|---|---|", "|A|Done||"),
  );
});

test("a section row of one cell stays one", () => {
  const before = lines("| Topic | Status |", "|---|---|", "| **Basics** |", "| A | Done |");
  expect(add(before, "phase")).toBe(
    lines("| Topic | Phase | Status |", "|---|---|---|", "| **Basics** |", "| A | | Done |"),
  );
});

test("a repeated header row would become a topic, so nothing is added", () => {
  const table = lines("| Topic | Status |", "|---|---|", "| A | |");
  expect(() => add(table + table, "started")).toThrow("the table repeats its header as a row");
});

test("the front matter defines the header; a second column of one kind, and an unclear table, are refused", () => {
  const table = lines("| Topic | Status |", "|---|---|", "| A | |");
  expect(add(`---\nroadmap:\n  columns:\n    started: Begun\n---\n${table}`, "started")).toContain("| Topic | Begun |");
  expect(() => add(table, "State")).toThrow('"State" would be a second status column, next to "Status"');
  expect(() => add(table, "Hours", { after: "phase" })).toThrow('no column named "phase"');
  expect(() => add(table, " ")).toThrow("needs a header");
  const two = `${table}\n${table}`;
  expect(() => add(two, "started")).toThrow("2 topic tables match: 1 in line 1, 2 in line 5");
  expect(add(two, "started", { table: 2 })).toBe(`${table}\n${add(table, "started")}`);
  expect(add(`${add(table, "started")}\n${table}`, "started")).toBe(
    `${add(table, "started")}\n${add(table, "started")}`,
  );
  expect(() => add("# Plan\n", "started")).toThrow("no topic table");
});

test("what is suggested for a percentage next to a status can be done", () => {
  const plan = (text: string, name: string) => addColumn.plan(parseRoadmap(text).roadmap, { name }, testDay);
  const status = lines("| Topic | Status |", "|---|---|", "| HTTP | |");
  expect(plan(status, "percent").next).toBeNull();
  const both = lines("| Topic | Status | Progress |", "|---|---|---|", "| HTTP | | 50% |");
  expect(plan(both, "percent")).toMatchObject({ already: "already exists", next: null });
  expect(() => plan(both, "Fortschritt")).toThrow(
    expect.objectContaining({ hint: "use the existing one, in an editor with `roadmap edit`, or choose another name" }),
  );
  const percent = lines("| Topic | Progress |", "|---|---|", "| HTTP | 50% |");
  expect(() => plan(percent, "Fortschritt")).toThrow(
    expect.objectContaining({
      hint: 'use the existing one, `roadmap set TOPIC --column "Progress=VALUE"`, or choose another name',
    }),
  );
});
