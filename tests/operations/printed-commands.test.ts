// Suggested commands: those of a plan or a refusal are safe to paste and never undo a change.

import { expect, test } from "vitest";
import { operations, parseRoadmap, UserError } from "../../src/index.js";
import { commandOf, type OperationWay, type Way } from "../../src/model/ways.js";
import type { AnyOperation } from "../../src/operations/operation.js";
import { testDay } from "../support/check-operation.js";
import { examined } from "../support/examine.js";
import { fc } from "../support/fast-check.js";
import { hostileNames, hostileText } from "../support/hostile-names.js";
import { commandsIn, shellSignsIn } from "../support/paste-safe.js";
import { argumentsOf, filled, operationsIn, operationTyped } from "../support/typed-command.js";

const header = "| Topic | Phase | Started | Finished | Status | Proof |\n|---|---|---|---|---|---|\n";
const rows = [
  "| `$(touch pwned)` | 1 | 2026-01-05 | | In Progress | |",
  "| Same | 1 | | 2026-02-01 | Done | |",
  "| Same | $(touch pwned) | soon | | Blocked | |",
  "| | 2 | | | Skipped | x |",
];
const texts = [
  hostileText,
  `# P\n\n${header}${rows.join("\n")}\n\n## Phase 1: it's\n\n- [x] Same\n- [ ] write \`$HOME\`\n- [ ] write\n`,
  "# P\n\n| Topic | Status |\n|---|---|\n| A; B | |\n\n## T\n\n| Topic | Status |\n|---|---|\n| A; B | done / todo |\n",
  "- [ ] only `touch pwned`\n  - [!] below $(touch pwned)\n",
  "# Nothing\n",
];

const words = fc.oneof(
  fc.constantFrom(...hostileNames, ...hostileNames.map((name) => `task ${name}`)),
  fc.constantFrom("same", "write", "touch", "a", "1", "2", "t1", "t9", "#3", "99", "1.1", "$(touch pwned)", "Phase 1"),
  fc.constantFrom(
    "2026-01-01",
    "2027-02-03",
    "yesterday",
    "13/13/2026",
    "done",
    "doing-ish",
    "status",
    "proof",
    "Owner",
  ),
  fc.constantFrom("https://example.org/a", "javascript:x", "no link", " ", "", "x", "/", "up"),
);

const asked = fc.record({
  text: fc.constantFrom(...texts),
  name: fc.constantFrom(...(Object.keys(operations) as (keyof typeof operations)[])),
  values: fc.array(words, { minLength: 8, maxLength: 8 }),
  /** Which of the fields are given, one bit each; the first one usually is. */
  given: fc.nat(1023),
});

type Asked = typeof asked extends fc.Arbitrary<infer Value> ? Value : never;

interface Told {
  readonly next: string | null;
  readonly texts: readonly string[];
  readonly ways?: readonly Way[];
}

function told({ text, name, values, given }: Asked): Told | null {
  const operation: AnyOperation = operations[name];
  const fields = Object.keys(operation.input.shape).filter((_, index) => index === 0 || (given >> index) % 2 === 1);
  const input = Object.fromEntries(
    fields.map((field, index) => [field, field === "proof" ? [values[index]] : values[index % values.length]]),
  );
  try {
    const { next, notes } = operation.prepare(input).plan(parseRoadmap(text, { today: testDay }).roadmap, testDay);
    return { next, texts: [...notes, ...(next === null ? [] : [next])] };
  } catch (error) {
    if (error instanceof UserError) return { next: null, texts: [error.hint], ways: error.ways };
    throw error;
  }
}

test("no suggested command has special shell characters outside of quotes", () => {
  let count = 0;
  fc.assert(
    fc.property(asked, (one) => {
      const commands = (told(one)?.texts ?? []).flatMap(commandsIn);
      count += commands.length;
      expect(commands.filter((command) => shellSignsIn(command) !== "")).toEqual([]);
    }),
    { numRuns: 1_500 },
  );
  expect(count).toBeGreaterThan(200);
});

test("an operation that an error offers takes the input that it is offered with", async () => {
  const offered = fc.sample(asked, 1_500).flatMap((one) => operationsIn(told(one)?.ways ?? []).map(filled));
  const ways = offered.filter(isTypeable);
  expect(new Set(ways.map(({ operation }) => operation)).size).toBeGreaterThan(4);
  const typed = argumentsOf(ways.map((way) => commandOf(way)));
  expect(await Promise.all(typed.map(operationTyped))).toEqual(ways);
});

/** A new phase that is blank or starts with a dash is refused as it is offered. */
function isTypeable({ input }: OperationWay): boolean {
  return /^[^-\s]/.test(String(Object.values(input)[0] ?? ""));
}

test("no command in a problem's hint has special shell characters outside of quotes", () => {
  const dated = hostileNames.map((name, index) => {
    const cells = [
      ["2026-02-02", "2026-01-01", "Done"],
      ["2026-02-02", "", ""],
      ["", "2026-02-02", "Blocked"],
      ["soon", "", "?!"],
    ];
    return `| ${name} | ${index % 3 === 0 ? "" : 1} | ${cells[index % cells.length]?.join(" | ")} | |`;
  });
  const problems = [...texts, `# P\n\n${header}${[...dated, ...dated].join("\n")}\n`].flatMap(
    (text) => examined(text).problems,
  );
  const commands = problems.flatMap(({ hint }) => commandsIn(hint ?? ""));
  expect(commands.length).toBeGreaterThan(40);
  expect(commands.filter((command) => shellSignsIn(command) !== "")).toEqual([]);
});

test("the next command never reverses or removes the change", () => {
  fc.assert(
    fc.property(asked, (one) => {
      expect(told(one)?.next ?? "").not.toMatch(
        /^roadmap (?:undo|redo|reset|remove|uncheck|reopen)\b|--(?:ours|theirs|force)\b/,
      );
    }),
    { numRuns: 1_000 },
  );
});

test("set with the name of a task suggests how to change its text", () => {
  const { roadmap } = parseRoadmap("| Topic | Status |\n|---|---|\n| A | |\n\n- [ ] write\n", { today: testDay });
  const hint = "a task has no cells; `roadmap rename write --to TEXT` changes its text";
  expect(() => operations.set.plan(roadmap, { topic: "write", comments: "x" }, testDay)).toThrow(
    expect.objectContaining({ code: "TOPIC_NOT_FOUND", hint }),
  );
});

test("the hint for a topic that is refused before it exists has no number", () => {
  const days = { name: "New", started: "2026-02-03", finished: "2026-02-01" };
  const prepared = operations["add-topic"].prepare(days);
  const { roadmap } = parseRoadmap(`${header}${rows[0]}\n`, { today: testDay });
  expect(() => prepared.plan(roadmap, testDay)).toThrow(
    expect.objectContaining({ hint: "use a finish date on or after the start date" }),
  );
});

test("a topic that gets the name of another one gets a note, whichever command sets it", () => {
  const { roadmap } = parseRoadmap(`${header}| HTTP | 1 | | | | |\n| **REST** | 1 | | | | |\n`, { today: testDay });
  const notes = ["another topic has the same name: 2"];
  expect(operations.set.plan(roadmap, { topic: "http", name: "rest" }, testDay).notes).toEqual(notes);
  expect(operations.rename.plan(roadmap, { topic: "http", to: "*Rest*" }, testDay).notes).toEqual(notes);
  expect(operations.set.plan(roadmap, { topic: "rest", name: "REST" }, testDay).notes).toEqual([]);
});

test("a topic added as done with a future date gets a note, as with `set`", () => {
  const { roadmap } = parseRoadmap(`${header}| HTTP | 1 | | | | |\n`, { today: testDay });
  const add = (given: { finished?: string; started?: string; status?: string }) =>
    operations["add-topic"].plan(roadmap, { name: "New", phase: "1", ...given }, testDay).notes;
  expect(add({ finished: "2027-05-01", status: "done" })).toEqual([
    "it is done, but its finish date (2027-05-01) is after today",
  ]);
  expect(add({ started: "2027-05-01", status: "in progress" })).toEqual([
    "it is in progress, but its start date (2027-05-01) is after today",
  ]);
  expect(add({ finished: "2027-05-01" })).toEqual([]);
});
