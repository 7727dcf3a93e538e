// Inferred columns: no change makes something else of a column or a table, unless the front matter allows it.

import { describe, expect, test } from "vitest";
import { UserError } from "../../src/index.js";
import { type OperationName, operations } from "../../src/operations/index.js";
import { run } from "../support/check-operation.js";

interface Case {
  readonly name: string;
  readonly table: readonly string[];
  readonly operation: OperationName;
  readonly input: Readonly<Record<string, string | readonly string[]>>;
  /** What would be read as something else. */
  readonly message: string;
  /** What is in the new text once the front matter allows the change. */
  readonly written: string;
}

const byCells = ["Blah | Where it is", "HTTP | Done", "SQL | In Progress", "Git | Done"];

const cases: readonly Case[] = [
  {
    name: "names that repeat",
    table: ["Stuff | Status", "HTTP | Done", "SQL |", "Git |"],
    operation: "rename",
    input: { topic: "sql", to: "HTTP" },
    message: "the table in line 1 would not be read as a topic table",
    written: "| HTTP |",
  },
  {
    name: "names that repeat next to another column of texts",
    table: ["Stuff | Blub | Status", "HTTP | at home | Done", "SQL | at work | ", "Git | in a train | "],
    operation: "rename",
    input: { topic: "sql", to: "HTTP" },
    message: '"Stuff" (line 1) would not be read as the topic column',
    written: "| HTTP | at work |",
  },
  {
    name: "a blank status where three tell the column",
    table: byCells,
    operation: "set",
    input: { topic: "sql", status: "" },
    message: "the table in line 1 would not be read as a topic table",
    written: "| SQL | |",
  },
  {
    name: "a row less where three tell the column",
    table: byCells,
    operation: "remove",
    input: { topic: "sql" },
    message: "the table in line 1 would not be read as a topic table",
    written: "| HTTP | Done |\n| Git | Done |",
  },
  {
    name: "a check in every row, which could be a property",
    table: ["Blah | Where it is", "HTTP | ✅", "SQL | ✅", "Git | ✅", "Go | "],
    operation: "finish",
    input: { topic: "go" },
    message: "the table in line 1 would not be read as a topic table",
    written: "| Go | ✅ |",
  },
  {
    name: "a new name that is no text",
    table: ["Stuff | Blub | Status", "HTTP | at home | Done", "SQL | at work | "],
    operation: "add-topic",
    input: { name: "12", column: ["Blub=in a train"] },
    message: '"Stuff" (line 1) would not be read as the topic column',
    written: "| 12 | in a train |",
  },
  {
    name: "a check column next to statuses told by cells",
    table: byCells,
    operation: "add-column",
    input: { name: "Done?" },
    message: '"Where it is" (line 1) would not be read as the status column',
    written: "| Where it is | Done? |",
  },
  {
    name: "a weak status header next to statuses told by cells",
    table: byCells,
    operation: "add-column",
    input: { name: "Learning status" },
    message: '"Where it is" (line 1) would not be read as the status column',
    written: "| Where it is | Learning status |",
  },
  {
    name: "a weak status header next to a percentage",
    table: ["Blah | Progress", "HTTP | 40%", "SQL | 10%"],
    operation: "add-column",
    input: { name: "Learning status" },
    message: '"Progress" (line 1) would not be read as the status column',
    written: "| Progress | Learning status |",
  },
];

const draw = (rows: readonly string[]) =>
  [rows[0] ?? "", rows[0]?.replace(/[^|]+/g, "---") ?? "", ...rows.slice(1)]
    .map(
      (row) =>
        `|${row
          .split("|")
          .map((cell) => (cell.trim() === "" ? " " : ` ${cell.trim()} `))
          .join("|")}|\n`,
    )
    .join("");

describe.each(cases)("$name", ({ table, operation, input, message, written }) => {
  const change = (text: string) => run<never>(operations[operation] as never, input as never, text);
  const refusal = () => {
    try {
      return expect.fail(`it was made: ${change(draw(table))}`);
    } catch (error) {
      if (error instanceof UserError) return error;
      throw error;
    }
  };

  test("is refused, and made with the front matter line of the message", () => {
    const { code, exitCode, message: said, hint } = refusal();
    expect([code, exitCode, said]).toEqual(["MEANING_WOULD_CHANGE", 4, `after the change, ${message}`]);
    const [, line] = /`(columns: \{.*?\})` below `roadmap:`/.exec(hint) ?? [];
    const front = `---\nroadmap:\n  ${line}\n---\n\n`;
    expect(change(front + draw(table))).toContain(written);
  });
});

test("a value that makes a known kind of a column is refused, until the front matter names that column", () => {
  const text = draw(["Topic | Blub | Status | Start", "HTTP | x | Done | 10:00"]);
  expect(() => run(operations.set, { topic: "http", column: ["Start=2026-01-05"] }, text)).toThrow(
    expect.objectContaining({
      message: 'after the change, "Start" (line 1) would be read as the started column',
      hint: expect.stringContaining('`columns: { topic: "Topic", started: "Start", status: "Status" }`'),
    }),
  );
  const front = '---\nroadmap:\n  columns: { topic: "Topic", started: "Start", status: "Status" }\n---\n\n';
  expect(run(operations.set, { topic: "http", started: "2026-01-05" }, front + text)).toBe(
    front + text.replace("10:00", "2026-01-05"),
  );
});

test("a change that leaves the columns as they are is made", () => {
  const text = draw(["Stuff | Status", "HTTP | Done", "SQL | ", "Git | "]);
  expect(run(operations.rename, { topic: "sql", to: "SQL and more" }, text)).toBe(
    text.replace("| SQL |", "| SQL and more |"),
  );
});
