// Operations on tasks: each example in all seven layouts, twice, and undone.

import { expect, test } from "vitest";
import { operations, parseRoadmap, UserError } from "../../src/index.js";
import { checkOperation, run } from "../support/check-operation.js";

const { check, uncheck, finish } = operations;

const list = (...items: string[]) => `# Plan\n\n## Phase 1\n\n${items.join("\n")}\n`;

test("checking a task changes only its mark", () => {
  checkOperation(check, {
    input: { task: "write the parser" },
    before: list("- [ ] write **the** parser", "  1. [ ] write its tests"),
    after: list("- [x] write **the** parser", "  1. [ ] write its tests"),
    undo: (after) => run(uncheck, { task: "write the parser" }, after),
  });
});

test("unchecking a task changes only its mark", () => {
  checkOperation(uncheck, {
    input: { task: "t2" },
    before: list("* [x] one", "+ [X] two"),
    after: list("* [x] one", "+ [ ] two"),
  });
});

test("other marks are written and read as statuses", () => {
  const before = list("- [ ] one");
  for (const mark of ["/", "-", "!", ">", "x"] as const) {
    const after = run(check, { task: "one", mark }, before);
    expect(after).toBe(list(`- [${mark}] one`));
    expect(run(uncheck, { task: "one" }, after)).toBe(before);
  }
});

const notes = (mark: "/" | "x" | " ", before: string) =>
  check.plan(parseRoadmap(before).roadmap, { task: "one", mark }, "2026-11-30").notes;

test("the first mark of a file that is not one of GFM is noted", () => {
  expect(notes("/", list("- [ ] one", "- [x] two"))).toEqual(["GitHub shows [/] as text, not as a checkbox"]);
  expect(notes("/", list("- [ ] one", "- [!] two"))).toEqual([]);
  expect(notes("/", list("- [/] one"))).toEqual([]);
  expect(notes("x", list("- [ ] one"))).toEqual([]);
  expect(notes(" ", list("- [x] one"))).toEqual([]);
});

test("a mark of a theme is replaced by a standard one, and stays if its status is the wanted one", () => {
  expect(run(check, { task: "one" }, list("- [?] one"))).toBe(list("- [x] one"));
  expect(run(check, { task: "one", mark: "/" }, list("- [i] one"))).toBe(list("- [/] one"));
  expect(run(uncheck, { task: "one" }, list("- [?] one"))).toBe(list("- [?] one"));
});

test("a checked task keeps its mark when it is checked again", () => {
  expect(run(check, { task: "one" }, list("- [X] one"))).toBe(list("- [X] one"));
});

test("finish checks off a task if no topic has that name", () => {
  expect(run(finish, { topic: "one" }, list("- [ ] one"))).toBe(list("- [x] one"));
  expect(() => run(finish, { topic: "one", proof: ["https://a.example"] }, list("- [ ] one"))).toThrow(UserError);
});
