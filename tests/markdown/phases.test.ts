// Phases and tracks: which heading or cell is the phase of a topic or task.

import { expect, test } from "vitest";
import { parseRoadmap } from "../../src/index.js";
import { nextSteps, phasesInOrder } from "../../src/model/next.js";
import { checkReaders } from "../support/check-readers.js";
import { fc } from "../support/fast-check.js";

const lines = (...texts: string[]) => `${texts.join("\n")}\n`;

/** Headings as they are, tasks as `a`, `b` …; in the result, each with its phase and track. */
function phasesOfTasks(...outline: string[]): Record<string, string | null> {
  const text = outline.map((line) => (line.startsWith("#") ? `${line}\n` : `- [ ] ${line}\n`)).join("\n");
  const { tasks } = parseRoadmap(text).roadmap;
  return Object.fromEntries(
    tasks.map(({ name, phase }) => [name, phase && [phase.track?.title, phase.label].filter(Boolean).join(" > ")]),
  );
}

test.each<[string, string[], Record<string, string | null>]>([
  ["a group inside a phase", ["## Phase 1", "### To do", "a", "### Done", "b"], { a: "Phase 1", b: "Phase 1" }],
  ["a group in another language", ["## Этап 1", "### Задачи", "a"], { a: "Этап 1" }],
  ["a group inside a number", ["## 1️⃣ Basics", "### Exercises", "a"], { a: "1️⃣ Basics" }],
  ["a day", ["## Week 1", "### Day 1", "a", "### Day 2", "b"], { a: "Week 1", b: "Week 1" }],
  ["a phase above phases", ["# T", "## Month 1", "### Week 1", "a"], { a: "Month 1 > Week 1" }],
  [
    "what is directly below a track",
    ["# T", "## Month 1", "a", "### Week 1", "b"],
    { a: "Month 1", b: "Month 1 > Week 1" },
  ],
  ["a group between two phases", ["# T", "## Month 1", "### Plan", "#### Week 1", "a"], { a: "Month 1 > Week 1" }],
  ["a repeated phase", ["# T", "## Phase 1: Go", "### Phase 1 checklist", "a"], { a: "Phase 1: Go" }],
  ["another phase of that word", ["# T", "## Part 1", "### Part 1.1", "a"], { a: "Part 1 > Part 1.1" }],
  ["a phase in words", ["# T", "## Phase One", "### Phase 1 checklist", "a"], { a: "Phase One" }],
  ["headings without numbers", ["# T", "## Go", "a", "### Tests", "b"], { a: "Go", b: "Go > Tests" }],
  ["the title", ["# T", "a", "## Go", "b"], { a: null, b: "Go" }],
  ["a title that is a phase", ["# Phase 1: Go", "## To do", "a"], { a: "Phase 1: Go" }],
  ["a title above phases of its depth", ["# My plan", "a", "# Phase 1", "b"], { a: null, b: "Phase 1" }],
  ["several headings of depth 1", ["# Go", "a", "# Rust", "b"], { a: "Go", b: "Rust" }],
  ["an overview", ["# T", "## Progress", "a", "## Go", "### Status", "b"], { a: null, b: "Go" }],
  ["one digit that is no number", ["# T", "## AWS S3", "### Buckets", "a"], { a: "AWS S3 > Buckets" }],
  ["numbers without a separator", ["## 1 Go", "### Tests", "a", "## 2 Rust", "b"], { a: "1 Go", b: "2 Rust" }],
  ["a count", ["## Phase 1", "### 12 exercises", "a"], { a: "Phase 1" }],
])("%s", (_, outline, expected) => {
  expect(phasesOfTasks(...outline)).toEqual(expected);
});

test("a heading inside a phase changes the phase of no task", () => {
  const phase = fc.constantFrom("Phase 1: Go", "Week 2", "阶段 1", "3주차", "1. Hafta", "2. Basics", "Sprint A");
  const group = fc.constantFrom(
    "To do",
    "Definition of done",
    "AWS S3",
    "2026 goals",
    "Exercises",
    "目标",
    "Day 3",
    "Top 10",
  );
  fc.assert(
    fc.property(phase, group, fc.nat(3), (heading, inner, at) => {
      const tasks = ["a", "b", "c"];
      const changed = [...tasks.slice(0, at), `### ${inner}`, ...tasks.slice(at)];
      const around = ["# T", "## Before", "x"];
      expect(phasesOfTasks(...around, `## ${heading}`, ...changed)).toEqual(
        phasesOfTasks(...around, `## ${heading}`, ...tasks),
      );
    }),
  );
});

const table = (...rows: string[]) => ["| Topic | Phase | Status |", "|---|---|---|", ...rows];

function phasesOfTopics(...texts: string[]) {
  return parseRoadmap(lines(...texts)).roadmap.topics.map(({ phase }) => phase?.label ?? null);
}

test.each([
  ["a blank cell continues", ["| A | 1 | |", "| B | | |", "| C | 2 | |", "| D | | |"], ["1", "1", "2", "2"]],
  ["nothing above", ["| A | | |", "| B | 1 | |"], ["Start", "1"]],
  ["a dash ends it", ["| A | 1 | |", "| B | - | |", "| C | | |"], ["1", null, null]],
  ["a missing cell continues", ["| A | Week 1 | |", "| B |  |", "| C | | |"], ["Week 1", "Week 1", "Week 1"]],
  ["a blank row is passed", ["| A | 1 | |", "| | | |", "| B | | |"], ["1", "1"]],
  [
    "a section row names a phase",
    ["| **Phase 1** |", "| A | | |", "| Phase 2: Go |", "| B | | |"],
    ["Phase 1", "Phase 2: Go"],
  ],
  ["a section row without a phase", ["| A | 1 | |", "| **Basics** |", "| B | | |"], ["1", "1"]],
  ["a repeated header", ["| A | 1 | |", "| Topic | Phase | Status |", "| B | | |"], ["1", "1"]],
])("below a filled Phase cell: %s", (_, rows, expected) => {
  expect(phasesOfTopics("# T", "", "## Start", "", ...table(...rows))).toEqual(expected);
});

test("a phase does not continue in the next table", () => {
  expect(phasesOfTopics(...table("| A | 1 | |"), "", "text", "", ...table("| B | | |"))).toEqual(["1", null]);
});

const shown = (text: string) =>
  parseRoadmap(text).roadmap.phases.map(({ label, track }) => [track?.title ?? null, label]);

test.each([
  [
    "next to phases",
    ["# B", "## Topics", "", ...table("| A | 1 | |"), "", "## Phase 1: Basics", "- [ ] a"],
    [null, null],
  ],
  [
    "inside a section",
    ["# B", "## X", "### Topics", "", ...table("| A | 1 | |"), "", "## Week 1", "- [ ] a"],
    [null, null],
  ],
  [
    "in a track",
    ["# B", "## Go", "### Topics", "", ...table("| A | 1 | |"), "", "### Phase 1", "- [ ] a"],
    ["Go", "Go"],
  ],
  ["below a track", ["# B", "## Go", "", ...table("| A | 1 | |"), "", "### Phase 1", "- [ ] a"], ["Go", "Go"]],
  ["alone", ["# B", "## Go", "", ...table("| A | 1 | |"), "", "## Rust", "", ...table("| A | 1 | |")], ["Go", "Rust"]],
])("the heading of a table with a Phase column, %s", (_, text, tracks) => {
  expect(shown(lines(...text)).map(([track]) => track)).toEqual(tracks);
});

const order = (...headings: string[]) => {
  const text = headings.map((heading, index) => `${heading}\n\n- [ ] task ${index + 1}\n`).join("\n");
  const { roadmap } = parseRoadmap(text);
  return {
    phases: phasesInOrder(roadmap.phases).map(({ label }) => label),
    tasks: nextSteps(roadmap, 99).map((step) => ("task" in step ? step.task.name : "")),
  };
};

test.each([
  ["digits that are no numbers", ["## AWS S3", "## EC2", "## HTTP/1.1"], ["AWS S3", "EC2", "HTTP/1.1"]],
  ["numbers", ["## Phase 3", "## Phase 1", "## Phase II"], ["Phase 1", "Phase II", "Phase 3"]],
  ["letters", ["## Sprint B", "## Sprint A"], ["Sprint B", "Sprint A"]],
  [
    "phases inside phases",
    ["# T", "## Phase 1", "### Week 1", "### Week 2", "## Phase 2", "### Week 3"],
    ["Phase 1", "Week 1", "Week 2", "Phase 2", "Week 3"],
  ],
  [
    "phases inside a phase of no tasks",
    ["# T", "## Phase 1", "## Phase 2\n\n### Week 1", "### Week 2", "## Phase 3"],
    ["Phase 1", "Week 1", "Week 2", "Phase 3"],
  ],
  ["tracks", ["## B\n\n### Phase 1", "### Phase 2", "## A\n\n### Phase 1"], ["Phase 1", "Phase 2", "Phase 1"]],
])("the order of next: %s", (_, headings, expected) => {
  expect(order(...headings).phases).toEqual(expected);
});

test("next finishes a phase with its groups before the next phase", () => {
  expect(order("# T", "## Phase 1", "### To do", "### Later", "## Phase 2").tasks).toEqual([
    ...["task 2", "task 3", "task 4", "task 5", "task 1"],
  ]);
});

test("other words and numbers that rise alike keep the order of next", () => {
  const word = fc.constantFrom("Phase", "Week", "Этап", "阶段", "Fase", "Modul");
  const numbers = fc.shuffledSubarray([1, 2, 3, 4, 5]);
  fc.assert(
    fc.property(fc.tuple(word, word), fc.nat(50), numbers, ([one, other], more, all) => {
      const of = (word: string, add: number) => order(...all.map((number) => `## ${word} ${number + add}: x`)).tasks;
      expect(of(one, 0)).toEqual(of(other, more));
    }),
  );
});

test.each([
  ["Setext", lines("Phase 1", "-------", "", "- [ ] a"), "Phase 1"],
  ["an underline outside the block quote", lines("> Phase 1", "---", "", "- [ ] a"), null],
  ["an underline in another block quote", lines("> Phase 1", "", "> ---", "", "- [ ] a"), null],
  ["a heading inside a block quote", lines("> Phase 1", "> ---", "", "- [ ] a"), null],
])("%s", (_, text, expected) => {
  checkReaders(text);
  expect(parseRoadmap(text).roadmap.tasks[0]?.phase?.label ?? null).toBe(expected);
});
