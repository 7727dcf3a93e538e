// Operation move: rows and list items move byte for byte, in every layout, and back again.

import { expect, test } from "vitest";
import { move } from "../../src/operations/move.js";
import { page, pageLayouts, run } from "../support/check-operation.js";

const lines = (...rows: string[]) => `${rows.join("\n")}\n`;
const go = (before: string, topic: string, input: object) => run(move, { topic, ...input }, before);

test.each(pageLayouts)("a topic or task is moved once, and moving it back restores the file: $name", ({ layOut }) => {
  const rows = ["HTTP | 1 |  |  | Done |  | x", "REST | 1 |  |  |  |  | ", "SQL | 2 |  |  |  |  | "];
  const tasks = (...names: string[]) => `\n## Basics\n\n${lines(...names.map((name) => `- [ ] ${name}`))}`;
  const text = (order: number[]) =>
    layOut(page(...order.map((at) => rows[at] ?? "")) + tasks(...order.map((at) => ["one", "two", "three"][at] ?? "")));
  const both = (before: string, input: [string, string], side: string) =>
    go(
      go(before, ["HTTP", "REST", "SQL"][Number(input[0])] ?? "", {
        [side]: ["HTTP", "REST", "SQL"][Number(input[1])],
      }),
      ["one", "two", "three"][Number(input[0])] ?? "",
      { [side]: ["one", "two", "three"][Number(input[1])] },
    );
  const start = text([0, 1, 2]);
  expect(both(start, ["0", "2"], "after")).toBe(text([1, 2, 0]));
  expect(both(text([1, 2, 0]), ["0", "2"], "after")).toBe(text([1, 2, 0]));
  expect(both(text([1, 2, 0]), ["0", "1"], "before")).toBe(start);
  expect(both(start, ["2", "0"], "after")).toBe(text([0, 2, 1]));
  expect(both(start, ["2", "0"], "before")).toBe(text([2, 0, 1]));
});

test("a topic moved to a phase goes after its other topics and gets that phase; the rest of its row stays", () => {
  const table = (...rows: string[]) => lines("| Topic | Phase | Notes | Status |", "|---|---|---|---|", ...rows);
  const before = table("|  A   | 1 | x|", "| B | 1 |", "| C | Phase 2 | |", "| D | 3 | |");
  expect(go(before, "A", { to: "2" })).toBe(
    table("| B | 1 |", "| C | Phase 2 | |", "|  A   | Phase 2 | x|", "| D | 3 | |"),
  );
  expect(go(before, "B", { to: "2" })).toBe(
    table("|  A   | 1 | x|", "| C | Phase 2 | |", "| B | Phase 2 |", "| D | 3 | |"),
  );
  expect(go(before, "A", { to: "1" })).toBe(before);
  expect(go(before, "D", { to: "2" })).toBe(before.replace("| D | 3 |", "| D | Phase 2 |"));
  expect(go(before, "D", { after: "A" })).toBe(
    table("|  A   | 1 | x|", "| D | 3 | |", "| B | 1 |", "| C | Phase 2 | |"),
  );
  expect(go(before, "D", { to: "1", before: "B" })).toBe(
    table("|  A   | 1 | x|", "| D | 1 | |", "| B | 1 |", "| C | Phase 2 | |"),
  );
});

test("a topic moves only to a table with the same columns", () => {
  const phase = (name: string, ...rows: string[]) =>
    lines(`## ${name}`, "", "| Topic | Status |", "|---|---|", ...rows, "");
  const before = phase("One", "| A | Done |", "| B | |") + phase("Two", "| C | |");
  expect(go(before, "A", { to: "two" })).toBe(phase("One", "| B | |") + phase("Two", "| C | |", "| A | Done |"));
  expect(go(before, "A", { before: "C" })).toBe(phase("One", "| B | |") + phase("Two", "| A | Done |", "| C | |"));
  expect(() => go(before.replace("| Topic | Status |", "| Topic | State |"), "A", { to: "two" })).toThrow(
    "that table has different columns",
  );
  expect(() => go(before, "A", { under: "C" })).toThrow("for tasks");
  expect(() => go(before, "A", {})).toThrow('no target given for "A"');
});

const list = (...rows: string[]) => lines("## 1", ...rows);

test("a task moves with everything in it, and is laid out like its new neighbors", () => {
  const before = `${list("- [ ] a", "  - [ ] b", "", "    more", "- [ ] c")}\n${lines("## 2", "> * [x] d", "", "## 3", "1. [ ] e", "2. [ ] f")}`;
  expect(go(before, "a", { after: "c" })).toContain("## 1\n- [ ] c\n- [ ] a\n  - [ ] b\n\n    more\n\n## 2");
  expect(go(before, "b", { after: "a" })).toContain("- [ ] a\n- [ ] b\n\n  more\n- [ ] c");
  expect(go(before, "c", { under: "b" })).toContain("    more\n    - [ ] c\n");
  expect(go(before, "c", { to: "3" })).toBe(`${before.replace("- [ ] c\n", "")}3. [ ] c\n`);
  expect(go(before, "b", { to: "3" })).toBe(`${before.replace("  - [ ] b\n\n    more\n", "")}3. [ ] b\n\n   more\n`);
  expect(go(before, "f", { before: "e" })).toContain("1. [ ] f\n1. [ ] e\n");
  expect(go(before, "e", { after: "f" })).toContain("1. [ ] f\n1. [ ] e\n");
  expect(go(before, "c", { to: "2" })).toContain("> * [x] d\n> * [ ] c\n");
  for (const [name, input] of [
    ["a", { to: "1" }],
    ["c", { after: "a" }],
    ["b", { under: "a" }],
    ["e", { before: "f" }],
  ] as const)
    expect(go(before, name, input)).toBe(before);
  expect(() => go(before, "a", { under: "b" })).toThrow('cannot move "a" into itself');
  expect(() => go(before, "a", { under: "a" })).toThrow('cannot move "a" into itself');
});

test("blank lines of a task are quoted like the rest of it, in and out of a block quote", () => {
  const plain = ["- [ ] a", "", "  more", ""];
  const quoted = ["> - [ ] a", ">", ">   more"];
  const b = "> - [ ] b";
  expect(go(`${list("", ...plain)}${lines("## 2", b)}`, "a", { to: "2" })).toBe(
    `${list("")}${lines("## 2", b, ...quoted)}`,
  );
  const out = go(`${list("", ...quoted, b)}${lines("## 2", "- [ ] c")}`, "a", { to: "2" });
  expect(out).toBe(`${list("", b)}${lines("## 2", "- [ ] c", ...plain.slice(0, 3))}`);
});

test("a move that would absorb another item, or be absorbed, is refused", () => {
  const crooked = list("- [ ] a", "1. [ ] b", "  - [ ] c");
  expect(() => go(crooked, "b", { after: "a" })).toThrow('would move "c" into or out of another list item');
  expect(() => go(list("- x", "1. [ ] b", "  - [ ] c"), "b", { before: "c" })).toThrow(
    'would move "c" into or out of another',
  );
});
