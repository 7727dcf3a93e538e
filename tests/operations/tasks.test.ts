// Operations on tasks: each example in all seven layouts, twice, and undone.

import { expect, test } from "vitest";
import { operations, parseRoadmap } from "../../src/index.js";
import { checkOperation, run } from "../support/check-operation.js";

const { check, uncheck, start, finish, block, skip, reset, reopen } = operations;

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

const verbs = { start, finish, block, skip, reset, reopen };

/** From each mark: the mark that a verb writes, or the code of its refusal. */
test.each([
  [" ", { start: "/", finish: "x", block: "!", skip: "-", reset: " ", reopen: "NOT_STARTED" }],
  ["/", { start: "/", finish: "x", block: "!", skip: "-", reset: " ", reopen: "/" }],
  ["x", { start: "ALREADY_DONE", finish: "x", block: "ALREADY_DONE", skip: "ALREADY_DONE", reset: " ", reopen: "/" }],
  ["X", { start: "ALREADY_DONE", finish: "X", block: "ALREADY_DONE", skip: "ALREADY_DONE", reset: " ", reopen: "/" }],
  ["!", { start: "/", finish: "x", block: "!", skip: "-", reset: " ", reopen: "/" }],
  ["-", { start: "/", finish: "x", block: "!", skip: "-", reset: " ", reopen: "/" }],
  [">", { start: "/", finish: "x", block: "!", skip: ">", reset: " ", reopen: "/" }],
  ["?", { start: "/", finish: "x", block: "!", skip: "-", reset: "?", reopen: "NOT_STARTED" }],
] as const)("the verbs for topics give a task with the mark [%s] the mark of the status", (mark, expected) => {
  const results = new Map(Object.entries(expected));
  for (const [verb, operation] of Object.entries(verbs)) {
    const result = results.get(verb) ?? "";
    const before = list(`1. [${mark}] write **the** parser`, "   - [ ] write its tests");
    const input = { topic: "the parser" };
    if (result.length > 1) {
      expect(() => run(operation, input, before), verb).toThrow(expect.objectContaining({ code: result }));
      continue;
    }
    checkOperation(operation, { input, before, after: before.replace(`[${mark}]`, `[${result}]`) });
  }
});

test("options that only topics have are refused for a task, with the command without them", () => {
  const refusal = (operation: typeof start | typeof finish, input: object) => () =>
    run(operation, { topic: "one", ...input }, list("- [ ] one"));
  const hint = (verb: string) => expect.objectContaining({ code: "TASK_HAS_NO_CELLS", hint: `roadmap ${verb} one` });
  expect(refusal(start, { date: "yesterday" })).toThrow(hint("start"));
  expect(refusal(finish, { date: "yesterday" })).toThrow(hint("finish"));
  expect(refusal(finish, { proof: ["https://a.example"] })).toThrow(hint("finish"));
});

test.each(Object.values(verbs))("$name is ambiguous if a topic and a task match equally well", (operation) => {
  const text = `| Topic | Status |\n|---|---|\n| Kafka | Blocked |\n\n${list("- [!] kafka")}`;
  expect(() => run(operation, { topic: "kafka" }, text)).toThrow(
    expect.objectContaining({ code: "NAME_AMBIGUOUS", message: '"kafka" matches 1 topic and 1 task' }),
  );
  expect(run(operation, { topic: "t1" }, text)).toContain("| Kafka | Blocked |");
});

test("after a task is started, the next command checks it off; after other verbs it shows what is next", () => {
  const next = (operation: typeof start | typeof skip, mark: string) =>
    operation.plan(parseRoadmap(list(`- [${mark}] write it`)).roadmap, { topic: "t1" }, "2026-11-30").next;
  expect(next(start, " ")).toBe("roadmap check write");
  expect(next(reopen, "x")).toBe("roadmap check write");
  for (const operation of [finish, block, skip, reset]) expect(next(operation, "/")).toBe("roadmap next");
});
