// Inferred columns: no change of a cell makes something else of a column.

import { expect, test } from "vitest";
import { rename } from "../../src/operations/rename.js";
import { run } from "../support/check-operation.js";

const text = "| Stuff | Status |\n|---|---|\n| HTTP | Done |\n| SQL | |\n| Git | |\n";
const toRepeat = { topic: "sql", to: "HTTP" };

test("a change after which no column would name the rows is refused with the line that allows it", () => {
  expect(() => run(rename, toRepeat, text)).toThrow(
    expect.objectContaining({
      code: "MEANING_WOULD_CHANGE",
      exitCode: 4,
      message: 'after the change, "Stuff" (line 1) would not be read as the topic column',
      hint: expect.stringContaining('`columns: { topic: "Stuff", status: "Status" }`'),
    }),
  );
});

test("the same change is made once the front matter says what the column is", () => {
  const front = '---\nroadmap:\n  columns: { topic: "Stuff", status: "Status" }\n---\n\n';
  expect(run(rename, toRepeat, front + text)).toBe(front + text.replace("| SQL |", "| HTTP |"));
});

test("a change that leaves the columns as they are is made", () => {
  expect(run(rename, { topic: "sql", to: "SQL and more" }, text)).toBe(text.replace("| SQL |", "| SQL and more |"));
});
