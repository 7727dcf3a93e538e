// Operation remove: removes rows and list items with their lines, in every layout.

import { expect, test } from "vitest";
import { remove } from "../../src/operations/remove.js";
import { page, pageLayouts, run } from "../support/check-operation.js";

const lines = (...rows: string[]) => `${rows.join("\n")}\n`;
const without = (topic: string, before: string) => run(remove, { topic }, before);

test.each(pageLayouts)("a topic or task is removed, and nothing else changes: $name", ({ layOut }) => {
  const rows = ["HTTP | 1 |  |  | Done |  | x", "REST | 1 |  |  |  |  | ", "SQL | 2 |  |  |  |  | "];
  const tasks = (...names: string[]) => `\n## Basics\n\n${lines(...names.map((name) => `- [ ] ${name}`))}`;
  const full = layOut(page(...rows) + tasks("one", "two", "three"));
  for (const index of [0, 1, 2]) {
    const left = (all: string[]) => all.filter((_, at) => at !== index);
    expect(without(`topic #${index + 1}`, full)).toBe(layOut(page(...left(rows)) + tasks("one", "two", "three")));
    const names = ["one", "two", "three"];
    expect(without(names[index] ?? "", full)).toBe(layOut(page(...rows) + tasks(...left(names))));
  }
});

test.each([
  ["with what is in it", ["- [ ] a", "  - [ ] b", "", "  text", "- [ ] c"], ["- [ ] c"]],
  ["the first of a numbered list gives its number away", ["1. [ ] a", "2. [ ] b"], ["1. [ ] b"]],
  ["numbers after it stay", ["1. [ ] a", "2. [ ] b", "3. [ ] c"], ["1. [ ] a", "3. [ ] c"]],
  ["of a loose list", ["- [ ] a", "", "- [ ] b", "", "text"], ["- [ ] a", "", "text"]],
  ["the first of a loose list", ["- [ ] a", "", "- [ ] b"], ["- [ ] b"]],
  ["the only subtask", ["- [ ] a", "  - [ ] b", "- [ ] c"], ["- [ ] a", "- [ ] c"]],
  ["the only one between a text and a rule", ["text", "- [ ] a", "---"], ["text", "", "---"]],
  ["the only one between two texts", ["text", "", "- [ ] a", "", "      code", "more"], ["text", "", "more"]],
  ["the only one between tags", ["<details>", "", "- [ ] a", "</details>"], ["<details>", "", "</details>"]],
  ["the last one above a text", ["- [ ] b", "- [ ] a", "", "      code", "more"], ["- [ ] b", "", "more"]],
  ["with a table in it", ["- [ ] a", "  | T |", "  |---|", "  | 1 |", "- [ ] b"], ["- [ ] b"]],
  ["in a block quote", ["> - [ ] a", "> - [ ] b"], ["> - [ ] a"]],
  ["the only one", ["# T", "", "- [ ] a", "", "# U"], ["# T", "", "# U"]],
])("a task is removed: %s", (_, before, after) => {
  const removed = before.find((line) => line.includes("[ ]") && !after.some((kept) => kept.endsWith(line.slice(-1))));
  expect(without(removed?.slice(-1) ?? "", lines(...before))).toBe(lines(...after));
});

test("a byte order mark before the first task stays", () => {
  expect(without("a", "\ufeff- [ ] a\n- [ ] b")).toBe("\ufeff- [ ] b");
  expect(without("a", "\ufeff- [ ] a\n\n# T\n")).toBe("\ufeff\n# T\n");
});

test("an ambiguous name removes nothing", () => {
  const both = `${page("HTTP basics | 1 |  |  |  |  | ")}\n- [ ] HTTP parser\n- [ ] learn sql\n- - [ ] inner\n`;
  expect(() => without("http", both)).toThrow(
    expect.objectContaining({ exitCode: 3, hint: "use more of the name, or the number, for example 1" }),
  );
  expect(without("t1", both)).not.toContain("parser");
  expect(without("http basics", both)).not.toContain("basics");
  expect(() => without("inner", both)).toThrow("the task is on the same line as its parent list item");
});

test("an item is not removed if the text below it would become part of another one", () => {
  const ragged = lines(" - [ ] a", "  - [ ] b", "   - [ ] c", "    - [ ] d");
  expect(() => without("b", ragged)).toThrow(expect.objectContaining({ code: "LIST_WOULD_CHANGE", exitCode: 4 }));
});

test("a legend that other rows need is not removed", () => {
  const before = lines("| Topic | Status |", "|---|---|", "| A | 🟢 done / 🔴 todo |", "| B | 🟢 |");
  expect(() => without("A", before)).toThrow('the status of "B" (line 4) would be read as not started, not done');
  expect(without("B", before)).toBe(before.replace("| B | 🟢 |\n", ""));
});

test("code that its item cuts off does not extend into the item below it", () => {
  const before = lines("- [ ] a", "  ```", "  code", "", "- [ ] b", "  ```", "- [ ] c");
  expect(without("a", before)).toBe(lines("- [ ] b", "  ```", "- [ ] c"));
  expect(without("b", before)).toBe(lines("- [ ] a", "  ```", "  code", "- [ ] c"));
});

test("a task that contains topics is not removed", () => {
  const before = lines("- [ ] a", "  | Topic | Status |", "  |---|---|", "  | HTTP | |", "- [ ] b");
  expect(() => without("a", before)).toThrow('the task contains a table with the topic "HTTP"');
  expect(without("b", before)).toBe(before.replace("- [ ] b\n", ""));
});
