// Operation add task: its example in all seven layouts, and lists of every shape.

import { expect, test } from "vitest";
import { addTask } from "../../src/operations/add-task.js";
import { remove } from "../../src/operations/remove.js";
import { checkOperation, page, run } from "../support/check-operation.js";

const lines = (...rows: string[]) => `${rows.join("\n")}\n`;
const list = (...rows: string[]) => lines("## Phase 1: Basics", ...rows);
const add = (before: string, input: object) => run(addTask, { text: "new", ...input }, before);

test("a task is added at the end of the list of its phase, and nothing else changes", () => {
  const tasks = (...names: string[]) =>
    `${page()}\n## Phase 1: Basics\n\n${lines(...names.map((name) => `- ${name}`))}`;
  checkOperation(addTask, {
    input: { text: "write a | parser", to: "basics", after: "read the RFC" },
    before: tasks("[x] read the RFC"),
    after: tasks("[x] read the RFC", "[ ] write a | parser"),
    undo: (after) => run(remove, { topic: "write a parser" }, after),
  });
});

test.each([
  ["stars", ["* [ ] a", "* [ ] b"], ["* [ ] new"]],
  ["pluses with wide gaps", ["+   [ ] a"], ["+   [ ] new"]],
  ["numbers that rise", ["1. [ ] a", "2. [ ] b"], ["3. [ ] new"]],
  ["numbers that stay", ["1) [ ] a", "1) [ ] b"], ["1) [ ] new"]],
  ["a loose list", ["- [ ] a", "", "- [ ] b"], ["", "- [ ] new"]],
  ["a block quote", ["> - [ ] a", ">", "> - [ ] b"], [">", "> - [ ] new"]],
  ["an item with more in it", ["- [ ] a", "  more", "", "  ```", "  code", "  ```"], ["- [ ] new"]],
  ["an item that holds code", ["- [ ] a", "-     [] b"], ["- [ ] new"]],
  ["a list with plain items", ["- [ ] a", "- b"], ["- [ ] new"]],
])("a task is written like its neighbors: %s", (_, before, after) => {
  expect(add(list(...before), { to: "1" })).toBe(list(...before, ...after));
});

test("a task is placed next to the chosen one, or under it", () => {
  const before = list("1. [ ] a", "2. [ ] b", "   - [ ] c", "3. [ ] d");
  expect(add(before, { before: "a" })).toBe(list("1. [ ] new", "1. [ ] a", "2. [ ] b", "   - [ ] c", "3. [ ] d"));
  expect(add(before, { after: "b" })).toBe(list("1. [ ] a", "2. [ ] b", "   - [ ] c", "3. [ ] new", "3. [ ] d"));
  expect(add(before, { under: "b" })).toBe(list("1. [ ] a", "2. [ ] b", "   - [ ] c", "   - [ ] new", "3. [ ] d"));
  expect(add(before, { under: "d" })).toBe(list("1. [ ] a", "2. [ ] b", "   - [ ] c", "3. [ ] d", "   - [ ] new"));
  expect(add(list("- [ ] a", "    - [ ] b", "- [ ] c"), { under: "c" })).toContain("- [ ] c\n    - [ ] new");
  expect(add(list("> * [ ] a"), { under: "a" })).toBe(list("> * [ ] a", ">   * [ ] new"));
  expect(add("- [ ] a\n", { before: "a" })).toBe("- [ ] new\n- [ ] a\n");
  expect(add("-\t[ ] a\n", { under: "a" })).toBe("-\t[ ] a\n    -\t[ ] new\n");
});

test("the first task of a phase is placed as in the other phases", () => {
  const empty = lines("## A", "", "- [ ] a", "", "## B", "", "---", "", "## C", "text");
  expect(add(empty, { to: "B" })).toBe(empty.replace("## B\n", "## B\n\n- [ ] new\n"));
  expect(add(empty, { to: "C" })).toBe(`${empty}\n- [ ] new\n`);
  expect(add("## C", { to: "C" })).toBe("## C\n\n- [ ] new");
  expect(add(lines("# A", "* [ ] a", "# B", "# C"), { to: "B" })).toBe(
    lines("# A", "* [ ] a", "# B", "* [ ] new", "# C"),
  );
});

test("an unclear place is an error that lists the choices", () => {
  const before = lines("# Back", "## 1", "- [ ] a", "", "and", "", "- [ ] b", "# Front", "## 1", "- [ ] c");
  expect(() => add(before, { to: "1" })).toThrow('2 phases: "1" of "Back" (line 2), "1" of "Front" (line 9)');
  expect(add(before, { to: "1", track: "front" })).toBe(`${before}- [ ] new\n`);
  expect(() => add(before, { to: "1", track: "back" })).toThrow('"1" has 2 task lists, in lines 3, 7');
  expect(() => add(before, { to: "nowhere" })).toThrow("no phase matches");
  expect(() => add(before, {})).toThrow("no place given for the task");
  expect(() => add(before, { after: "a", under: "b" })).toThrow("--under, --after and --before cannot be combined");
  expect(() => add(before, { after: "a", to: "1", track: "front" })).toThrow('"a" is not in "1"');
  expect(() => add(before, { after: "a", text: "a\u0007" })).toThrow("control character");
  expect(() => add(before, { after: "a", text: " " })).toThrow("a task needs text");
});
