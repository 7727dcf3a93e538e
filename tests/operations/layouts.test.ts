// Writing cells into tables of every shape.

import { expect, test } from "vitest";
import { operations, UserError } from "../../src/index.js";
import { run } from "../support/check-operation.js";

const { start, set, reset } = operations;

const lines = (...rows: string[]) => `${rows.join("\n")}\n`;
const setStatus = (before: string, status: string, topic = "HTTP") => run(set, { topic, status }, before);

test("a padded column keeps its width as long as the text fits, and grows when it does not", () => {
  const table = (status: string, other = "            ") =>
    lines("| Topic | Status       |", "|-------|--------------|", `| HTTP  |${status}|`, `| REST  | ${other} |`);
  expect(setStatus(table("              "), "done")).toBe(table(" Done         "));
  expect(setStatus(table(" Done         "), "in-progress")).toBe(table(" In Progress  "));
  expect(setStatus(table(" In Progress  "), "")).toBe(table("              "));
  const long = run(set, { topic: "HTTP", name: "HTTP/1.1 and HTTP/2" }, table(" Done         "));
  expect(long).toBe(table(" Done         ").replace("| HTTP  |", "| HTTP/1.1 and HTTP/2 |"));
  expect(run(set, { topic: "#1", name: "HTTP" }, long)).toBe(table(" Done         "));
});

test("padding counts display columns if the file does", () => {
  const before = lines("| 主题    | Status |", "|---------|--------|", "| 网络    |        |", "| REST    | Done   |");
  expect(run(set, { topic: "网络", name: "网" }, before)).toBe(before.replace("| 网络    |", "| 网      |"));
});

test("a right-aligned column stays right-aligned", () => {
  const before = lines(
    "| Topic |      Status |",
    "|-------|------------:|",
    "| HTTP  | In Progress |",
    "| REST  |        Done |",
  );
  const after = before.replace("| In Progress |\n| REST", "|        Done |\n| REST");
  expect(setStatus(before, "done")).toBe(after);
  expect(setStatus(after, "in-progress")).toBe(before);
});

test("a column with cells of different widths is not padded", () => {
  const before = lines("| Topic | Status |", "|---|---|", "| HTTP | In Progress |", "| REST API | Not Started |");
  expect(setStatus(before, "done")).toBe(before.replace("In Progress", "Done"));
});

test("blank cells of two spaces stay two spaces wide", () => {
  const before = lines("| Topic | Started | Status |", "|---|---|---|", "| HTTP |  |  |", "| REST |  |  |");
  const after = run(start, { topic: "HTTP" }, before);
  expect(after).toBe(before.replace("| HTTP |  |  |", "| HTTP | 2026-11-22 | In Progress |"));
  expect(run(reset, { topic: "HTTP" }, after)).toBe(before);
});

test("missing cells are added up to the written one only", () => {
  const table = (row: string) => lines("| Topic | Phase | Status | Comments |", "|---|---|---|---|", row);
  expect(setStatus(table("| HTTP | 1 |"), "done")).toBe(table("| HTTP | 1 | Done |"));
  expect(setStatus(table("| HTTP | 1"), "done")).toBe(table("| HTTP | 1 | Done"));
  expect(setStatus(table("|HTTP|1|"), "done")).toBe(table("|HTTP|1|Done|"));
  expect(setStatus(table("HTTP | 1  "), "done")).toBe(table("HTTP | 1 | Done  "));
  expect(run(set, { topic: "HTTP", comments: "x" }, table("| HTTP | 1 |  "))).toBe(table("| HTTP | 1 | | x |  "));
  const both = run(set, { topic: "HTTP", status: "done", comments: "x" }, table("| HTTP | 1 |"));
  expect(both).toBe(table("| HTTP | 1 | Done | x |"));
});

test("rows without outer pipes stay tables", () => {
  const table = (row: string) => lines("Status | Topic | Phase", "--- | --- | ---", row);
  expect(setStatus(table("Done | HTTP | 1"), "in-progress")).toBe(table("In Progress | HTTP | 1"));
  expect(setStatus(table("Done | HTTP | 1"), "")).toBe(table("| | HTTP | 1"));
  expect(run(set, { topic: "HTTP", phase: "" }, table("Done | HTTP | 1"))).toBe(table("Done | HTTP | |"));
  const named = run(set, { topic: "HTTP", name: "- x" }, lines("Topic | Status", "--- | ---", "HTTP | Done"));
  expect(named).toBe(lines("Topic | Status", "--- | ---", "| - x | Done"));
});

test("a text that ends in a backslash does not escape the pipe after it", () => {
  const before = lines("|Topic|Comments|Status|", "|---|---|---|", "|HTTP|x|Done|");
  expect(run(set, { topic: "HTTP", comments: "C:\\" }, before)).toBe(before.replace("|x|", "|C:\\ |"));
});

test("cells in block quotes and lists are written in place", () => {
  const quoted = lines("> | Topic | Status |", "> |---|---|", "> | HTTP | |");
  expect(setStatus(quoted, "done")).toBe(quoted.replace("| HTTP | |", "| HTTP | Done |"));
  const listed = lines("- text", "", "  | Topic | Status |", "  |---|---|", "  | HTTP | |");
  expect(setStatus(listed, "done")).toBe(listed.replace("| HTTP | |", "| HTTP | Done |"));
});

test("a status is spelled as in the front matter, a legend, the column or another table, in this order", () => {
  const table = (...statuses: string[]) =>
    lines(
      "| Topic | Status |",
      "|---|---|",
      "| HTTP | |",
      ...statuses.map((status, index) => `| T${index} | ${status} |`),
    );
  const written = (before: string) => /\| HTTP \| ?(.*?) ?\|/.exec(setStatus(before, "done"))?.[1];
  expect(written(table())).toBe("Done");
  expect(written(table("Completed", "done", "Completed"))).toBe("Completed");
  expect(written(table("✅ Finished", "Completed", "Completed", "todo / wip / ✅ Finished"))).toBe("✅ Finished");
  expect(written(`---\nroadmap:\n  status:\n    done: Erledigt\n---\n\n${table("Completed")}`)).toBe("Erledigt");
  const elsewhere = `${table()}\ntext\n\n| Topic | Status |\n|---|---|\n| X | Hecho |\n`;
  expect(written(elsewhere)).toBe("Hecho");
});

test("a date is written in the format of its column", () => {
  const written = (date: string, head = "") => {
    const before = `${head}${lines("| Topic | Started | Status |", "|---|---|---|", "| HTTP | | |", `| X | ${date} | |`)}`;
    return /\| HTTP \| (.*?) \|/.exec(run(start, { topic: "HTTP", date: "2026-03-04" }, before))?.[1];
  };
  expect(written("")).toBe("2026-03-04");
  expect(written("2026/01/15")).toBe("2026/03/04");
  expect(written("2026.1.5")).toBe("2026.3.4");
  expect(written("15.01.2026")).toBe("04.03.2026");
  expect(written("15/01/2026")).toBe("04/03/2026");
  expect(written("1/15/2026")).toBe("3/4/2026");
  expect(written("15 Jan 2026")).toBe("4 Mar 2026");
  expect(written("January 15, 2026")).toBe("March 4, 2026");
  expect(written("2026年1月15日")).toBe("2026年3月4日");
  expect(written("05/06/2026", "---\nroadmap:\n  dates: MM/DD/YYYY\n---\n\n")).toBe("03/04/2026");
  expect(() => written("05/06/2026")).toThrow(UserError);
});

test("overwriting a legend that other cells need is refused", () => {
  const before = lines("| Topic | Status |", "|---|---|", "| HTTP | 🟢 done / 🔴 todo |", "| REST | 🟢 |");
  expect(() => setStatus(before, "in-progress")).toThrow(
    'the status of "REST" (line 4) would be read as not started, not done',
  );
  const alone = lines("| Topic | Status |", "|---|---|", "| HTTP | Not Started / In Progress / Done |", "| REST | |");
  expect(setStatus(alone, "in-progress")).toBe(alone.replace("Not Started / In Progress / Done", "In Progress"));
});

test("text that a cell cannot contain is refused", () => {
  const before = lines("| Topic | Comments | Status |", "|---|---|---|", "| HTTP | | |");
  for (const comments of ["a\u0007b", "a\tb", "\u0085", "\ud800"]) {
    expect(() => run(set, { topic: "HTTP", comments }, before)).toThrow(UserError);
  }
});
