// Operation add phase: a heading in the style of its siblings, where a person would put it.

import { expect, test } from "vitest";
import { parseRoadmap } from "../../src/index.js";
import { shownPhases } from "../../src/model/outline.js";
import { addPhase } from "../../src/operations/add-phase.js";
import { addTask } from "../../src/operations/add-task.js";
import { nextLabel } from "../../src/operations/phase-place.js";
import { rename } from "../../src/operations/rename.js";
import { checkOperation, page, run } from "../support/check-operation.js";

const lines = (...rows: string[]) => `${rows.join("\n")}\n`;
const add = (before: string, name: string, track?: string) =>
  run(addPhase, track === undefined ? { name } : { name, track }, before);

test("a phase is added after its siblings, and nothing else changes", () => {
  const end = "## Notes\n\ntext\n";
  const phases = (...names: string[]) => `${page()}\n${names.map((name) => `### ${name}\n`).join("\n")}\n${end}`;
  checkOperation(addPhase, {
    input: { name: "Servers", beside: "basics" },
    before: phases("Phase 1: Basics\n- [x] read"),
    after: phases("Phase 1: Basics\n- [x] read", "Phase 2: Servers"),
  });
});

test.each([
  [
    "rules between phases",
    ["## Week 1 - A", "- [ ] a", "", "---", "", "## Week 2 - B", "- [ ] b"],
    ["", "---", "", "## Week 3 - New"],
  ],
  [
    "a rule between some of them",
    ["## A", "- [ ] a", "", "## B", "- [ ] b", "", "---", "", "## C", "- [ ] c"],
    ["", "## New"],
  ],
  [
    "a rule at the end of one list",
    ["## A", "- [ ] a", "", "", "## B", "- [ ] b", "---", "## C", "- [ ] c"],
    ["", "", "## New"],
  ],
  ["no blank lines", ["# 1. A", "- [ ] a", "# 2. B", "- [ ] b"], ["# 3. New"]],
  ["underlines", ["A", "---", "- [ ] a", "", "B", "---", "- [ ] b"], ["", "New", "---"]],
  ["closing hashes", ["## A ##", "- [ ] a"], ["", "## New ##"]],
  ["text after the tasks", ["## A", "- [ ] a", "", "```", "---", "```"], ["", "## New"]],
  ["inner sections", ["# P", "## A", "- [ ] a", "### A.1", "text"], ["", "## New"]],
])("its heading is written like the others: %s", (_, before, after) => {
  expect(add(lines(...before), "New")).toBe(lines(...before, ...after));
});

test.each([
  [["Phase 1: A", "Phase 2: B"], "Phase 3: X"],
  [["🟢 Phase 1: A", "🟡 Phase 2: B"], "Phase 3: X"],
  [["✨ Phase 1: A", "✨ Phase 2: B"], "✨ Phase 3: X"],
  [["**Phase 1:** A"], "**Phase 2:** X"],
  [["Phase 1"], "Phase 2: X"],
  [["Part 1 – A", "Part 2 – B"], "Part 3 – X"],
  [["Week 3: A"], "Week 4: X"],
  [["1. A", "2. B"], "3. X"],
  [["Learn 2 things"], "X"],
  [["Phase 1: A", "Extra"], "X"],
  [["HTTP/1", "HTTP/2"], "X"],
  [[], "X"],
])("after %j the next one is %j", (siblings, label) => {
  expect(nextLabel(siblings, "X")).toBe(label);
});

test.each(["# x", "1. x", "2) x", "---", "===", "> x", "- x", "+ x", "| x", "<b>x", "```", "~~~", "[x]: y"])(
  "an underlined heading with the text %s stays a heading, also when renamed to it",
  (name) => {
    const before = "A\n---\n- [ ] a\n\nB\n---\n- [ ] b\n";
    expect(add(before, name)).toMatch(/- \[ \] b\n\n\d?\\.*\n-{3,}\n$/);
    expect(run(rename, { phase: "B", to: name }, before)).toMatch(/\n\n\d?\\.*\n---\n- \[ \] b\n$/);
  },
);

test("a given number stays", () => {
  expect(nextLabel(["Phase 1: A", "Phase 2: B"], "Phase 7: X")).toBe("Phase 7: X");
});

test("one of two tracks must be chosen; without phases, the new one is at the end", () => {
  const before = lines(
    "# Plan",
    "## Back",
    "### Phase 1: A",
    "- [ ] a",
    "## Front",
    "### Phase 1: B",
    "- [ ] b",
    "",
    "text",
  );
  expect(() => add(before, "X")).toThrow(
    'next to "Phase 1: A" (line 3) of "Back", or "Phase 1: B" (line 6) of "Front"',
  );
  expect(() => run(addPhase, { name: "X", beside: "nowhere" }, before)).toThrow('no phase matches "nowhere"');
  expect(add(before, "X", "back")).toBe(before.replace("- [ ] a\n", "- [ ] a\n\n### Phase 2: X\n"));
  expect(add(before, "X", "plan")).toBe(`${before}\n## X\n`);
  expect(() => add(before, "X", "nowhere")).toThrow("no track matches");
  expect(add("", "X")).toBe("## X");
  expect(add("\ufefftext  \n\n\n", "X")).toBe("\ufefftext  \n\n## X\n\n\n");
  expect(() => add(before, " ", "back")).toThrow("needs a name");
  expect(() => add(before, "a\u0007", "back")).toThrow("control character");
});

test("an empty phase is one of the others, and takes tasks", () => {
  const before = lines("## Phase 1: A", "- [ ] a");
  const twice = add(add(before, "B"), "C");
  expect(twice).toBe(lines("## Phase 1: A", "- [ ] a", "", "## Phase 2: B", "", "## Phase 3: C"));
  expect(run(addTask, { text: "b", to: "2" }, twice)).toBe(twice.replace("B\n", "B\n- [ ] b\n"));
  expect(add(twice, "b")).toBe(twice);
});

test("a phase named only by a number is the phase with that number, once", () => {
  const before = lines("## Phase 1: A", "- [ ] a", "## Phase 2: B", "- [ ] b");
  for (const name of ["1", "Phase 1", "phase 2"]) expect(add(before, name)).toBe(before);
  expect(add(before, "3")).toBe(`${before}## Phase 3\n`);
  const table = lines("| Topic | Phase | Status |", "|---|---|---|", "| A | 1 | |");
  expect(add(table, "1")).toBe(`${table}\n## Phase 1\n`);
  const ofTable = lines("## Phase 1: A", "", ...table.split("\n"));
  for (const known of [ofTable, "## Phase 1: A\n"])
    for (const name of ["1", "Phase 1", "A"]) expect(add(known, name)).toBe(known);
});

test("the suggestion for a phase that only cells have creates no second phase", () => {
  const table = lines("| Topic | Phase | Status |", "|---|---|---|", "| A | 1 | |");
  const made = run(addTask, { text: "b", to: "1" }, add(table, "1"));
  expect(shownPhases(parseRoadmap(made).roadmap).map(({ title }) => title)).toEqual(["Phase 1"]);
});
