// Next: the order of what to do next, and how much of it the dashboard shows.

import { expect, test } from "vitest";
import { nextSteps, phasesInOrder, stepsAtAGlance } from "../../src/model/next.js";
import type { Roadmap } from "../../src/model/roadmap.js";
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
