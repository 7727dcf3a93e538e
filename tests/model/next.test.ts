// Next: the order of what to do next, and how much of it the dashboard shows.

import { expect, test } from "vitest";
import { parseRoadmap } from "../../src/index.js";
import { commandFor, nextSteps, phasesInOrder, stepsAtAGlance, waitingTopics } from "../../src/model/next.js";
import type { Roadmap } from "../../src/model/roadmap.js";
import { fc } from "../support/fast-check.js";
import { roadmapOf, type TopicCells } from "../support/roadmap-of.js";

const names = (steps: ReturnType<typeof nextSteps>) =>
  steps.map((step) => ("topic" in step ? step.topic.name : step.task.name));

const waiting = (count: number, phase = "1") => Array.from({ length: count }, (): TopicCells => [phase, "", "", ""]);
const started = (count: number) =>
  Array.from({ length: count }, (): TopicCells => ["1", "2026-11-01", "", "In Progress"]);

test("topics in progress come first, then phase by phase, those without a phase last", () => {
  const roadmap = roadmapOf([
    ["", "", "", ""],
    ["2", "", "", ""],
    ["1", "", "", ""],
    ["1", "", "", "Done"],
    ["1", "", "", "Blocked"],
    ["2", "2026-11-01", "", "In Progress"],
    ["1", "", "", ""],
  ]);
  expect(names(nextSteps(roadmap, 9))).toEqual(["Topic 6", "Topic 3", "Topic 7", "Topic 2", "Topic 1"]);
  expect(names(nextSteps(roadmap, 2))).toEqual(["Topic 6", "Topic 3"]);
});

test("a glance shows five steps, and everything in progress", () => {
  const shown = (...topics: TopicCells[]) => stepsAtAGlance(roadmapOf(topics)).length;
  expect(shown(...waiting(7))).toBe(5);
  expect(shown(...started(1), ...waiting(7))).toBe(5);
  expect(shown(...started(5), ...waiting(7))).toBe(5);
  expect(shown(...started(6), ...waiting(7))).toBe(6);
  expect(shown(...waiting(3))).toBe(3);
});

test("numbered phases are sorted by number; if one has none, they keep the file order", () => {
  const labels = ({ phases }: Roadmap) => phasesInOrder(phases).map(({ label }) => label);
  const of = (...all: string[]) => roadmapOf(all.flatMap((label) => waiting(1, label)));
  expect(labels(of("10", "2", "1"))).toEqual(["1", "2", "10"]);
  expect(labels(of("2", "1", "Extras"))).toEqual(["2", "1", "Extras"]);
});

/** A roadmap of these rows on 2026-11-30. */
function planOf(...rows: readonly string[]): Roadmap {
  const table = `| Topic | Phase | Status | Due | Depends on |\n|---|---|---|---|---|\n${rows.join("\n")}\n\n# Phase 9\n\n- [ ] task\n`;
  return parseRoadmap(table, { today: "2026-11-30" }).roadmap;
}

test("overdue topics and those due within a week come before the others, by date", () => {
  const roadmap = planOf(
    "| later | 1 | | 2026-12-08 | |",
    "| week | 2 | | 2026-12-07 | |",
    "| overdue | 3 | | 2026-11-01 | |",
    "| today | 2 | | 2026-11-30 | |",
    "| started | 3 | In Progress | | |",
    "| also today | 1 | | 2026-11-30 | |",
    "| done | 1 | Done | 2026-11-01 | |",
    "| blocked | 1 | Blocked | 2026-11-01 | |",
  );
  const expected = ["started", "overdue", "also today", "today", "week", "later", "task"];
  expect(names(nextSteps(roadmap, 9))).toEqual(expected);
});

test("without a date of today, due dates do not change the order", () => {
  const { roadmap } = parseRoadmap("| Topic | Status | Due |\n|---|---|---|\n| A | | |\n| B | | 2026-11-01 |\n");
  expect(names(nextSteps(roadmap, 9))).toEqual(["A", "B"]);
});

test("topics that wait for others are left out and counted, even if they are overdue", () => {
  const roadmap = planOf(
    "| HTTP | 1 | In Progress | | |",
    "| REST | 1 | | 2026-11-01 | HTTP |",
    "| SQL | 1 | | | CSS, gone |",
    "| CSS | 1 | Done | | |",
    "| A | 1 | | | B |",
    "| B | 1 | | | A |",
    "| late | 1 | In Progress | | REST |",
    "| old | 1 | Done | | REST |",
  );
  expect(names(nextSteps(roadmap, 9))).toEqual(["HTTP", "late", "SQL", "task"]);
  expect(waitingTopics(roadmap).map(({ name }) => name)).toEqual(["REST", "A", "B"]);
});

test("next never offers a topic that waits, and offers every other one that is not started", () => {
  const topic = fc.record({
    status: fc.constantFrom("", "Done", "In Progress", "Blocked", "Skipped"),
    due: fc.constantFrom("", "2026-11-01", "2026-12-03", "2027-01-01"),
    dependsOn: fc.uniqueArray(fc.integer({ min: 0, max: 7 }), { maxLength: 3 }),
  });
  fc.assert(
    fc.property(fc.array(topic, { minLength: 1, maxLength: 8 }), (all) => {
      const nameOf = (index: number) => `Topic, ${index} and more`;
      const rows = all.map(
        ({ status, due, dependsOn }, index) =>
          `| ${nameOf(index)} | 1 | ${status} | ${due} | ${dependsOn.map(nameOf).join(", ")} |`,
      );
      const isFinished = (index: number) => ["Done", "Skipped", undefined].includes(all[index]?.status);
      const ready = all.flatMap(({ status, dependsOn }, index) =>
        status === "In Progress" || (status === "" && dependsOn.every(isFinished)) ? [nameOf(index)] : [],
      );
      expect(names(nextSteps(planOf(...rows), 99)).sort()).toEqual([...ready, "task"].sort());
    }),
  );
});

test.each([
  ["Done?", "", "roadmap finish a"],
  ["Progress", "0%", "roadmap finish a"],
  ["Progress", "40%", "roadmap finish a"],
  ["Status", "", "roadmap start a"],
])("the next command works on a topic of a %s column with %j", (header, cell, command) => {
  const { roadmap } = parseRoadmap(`| Topic | ${header} |\n|---|---|\n| A | ${cell} |\n| B | |\n`);
  expect(nextSteps(roadmap, 1).map((step) => commandFor(roadmap, step))).toEqual([command]);
});
