// Rows that are no topics: totals, headings and placeholders stay what they are, and no topic becomes one.

import { expect, test } from "vitest";
import { operations } from "../../src/operations/index.js";
import { run } from "../support/check-operation.js";

const { set, rename, remove, move } = operations;
const addTopic = operations["add-topic"];

const page = (...rows: string[]) =>
  ["Topic | Status | Owner", "---|---|---", ...rows]
    .map(
      (row) =>
        `| ${row
          .split("|")
          .map((cell) => cell.trim())
          .join(" | ")} |\n`,
    )
    .join("");
const withTotal = page("HTTP | Done | Ada", "SQL | Todo | Bob", "Total | 2 | ");
const withHeadings = page("**Basics** | |", "HTTP | Done | Ada", "**More** | |", "SQL | Todo | Bob");

test("a new topic goes above the total, and above rows to fill in", () => {
  expect(run(addTopic, { name: "Git" }, withTotal)).toBe(withTotal.replace("| Total", "| Git | Todo |  |\n| Total"));
  const toFill = page("HTTP | Done | Ada", "… | ⬜ | …");
  expect(run(addTopic, { name: "Git", status: "done" }, toFill)).toBe(toFill.replace("| …", "| Git | Done | |\n| …"));
});

test("a topic may be called Total where it is not the last row, and is not lost where it would be", () => {
  const between = page("HTTP | Done | Ada", "Total | Done | Cy", "SQL | Todo | Bob");
  expect(run(rename, { topic: "http", to: "Sum" }, between)).toBe(between.replace("HTTP", "Sum"));
  const lost = (operate: () => string) =>
    expect(operate).toThrow(expect.objectContaining({ code: "ROW_WOULD_BE_LOST", exitCode: 4 }));
  lost(() => run(addTopic, { name: "Sum" }, between));
  lost(() => run(rename, { topic: "sql", to: "Sum" }, between));
  lost(() => run(set, { topic: "sql", name: "Sum: 3" }, between));
  lost(() => run(remove, { topic: "sql" }, between));
  lost(() => run(move, { topic: "sql", before: "http" }, between));
  const renamed = run(rename, { topic: "2", to: "All of it" }, between);
  expect(run(remove, { topic: "sql" }, renamed)).toBe(page("HTTP | Done | Ada", "All of it | Done | Cy"));
});

test.each(["…", "___", "TBD", "[your topic]", "?"])("%s is the place of a name, and no name", (name) => {
  const unnamed = expect.objectContaining({
    exitCode: 2,
    message: `"${name}" is a placeholder, not the name of a topic`,
  });
  expect(() => run(addTopic, { name }, withTotal)).toThrow(unnamed);
  expect(() => run(set, { topic: "sql", name }, withTotal)).toThrow(unnamed);
  expect(() => run(rename, { topic: "sql", to: name }, withTotal)).toThrow(`"${name}" is not a name`);
});

test("a name that would make topics of the headings in a table is refused", () => {
  const gained = expect.objectContaining({
    code: "MEANING_WOULD_CHANGE",
    exitCode: 4,
    message: 'after the change, the row "Basics" (line 3) would be read as a topic',
  });
  expect(() => run(rename, { topic: "sql", to: "**SQL**" }, withHeadings)).toThrow(gained);
  expect(() => run(addTopic, { name: "**Git**", status: "done" }, withHeadings)).toThrow(gained);
  expect(run(rename, { topic: "sql", to: "SQL and more" }, withHeadings)).toBe(
    withHeadings.replace("SQL", "SQL and more"),
  );
});
