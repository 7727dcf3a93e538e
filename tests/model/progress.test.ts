// Progress: what counts in a group, and which topics a month has.

import { expect, test } from "vitest";
import { progressOf } from "../../src/model/progress.js";
import { roadmapOf } from "../support/roadmap-of.js";

const roadmap = roadmapOf([
  ["1", "", "2026-02-28", "Done"],
  ["1", "", "2026-01-31", "Done"],
  ["1", "", "2026-02-01", "Done"],
  ["1", "", "", "Done"],
  ["2", "", "2026-01-05", "Blocked"],
  ["2", "", "", "Skipped"],
  ["-", "", "", ""],
]);

test("months are sorted and contain the topics finished in them", () => {
  const { groups } = progressOf(roadmap, "month");
  expect(groups.map(({ title, done, total }) => [title, done, total])).toEqual([
    ["2026-01", 1, 1],
    ["2026-02", 2, 2],
  ]);
});

test("skipped topics do not count, blocked ones do, and those without a phase come last", () => {
  const { groups, all } = progressOf(roadmap, "phase");
  expect(groups.map(({ title, done, total }) => [title, done, total])).toEqual([
    ["Phase 1", 4, 4],
    ["Phase 2", 0, 1],
    ["No phase", 0, 1],
  ]);
  expect([all.done, all.total, all.counts.skipped]).toEqual([4, 6, 1]);
});

test("each status that occurs is a group, in the order from not started to skipped", () => {
  const { groups } = progressOf(roadmap, "status");
  expect(groups.map(({ title, counts }) => [title, Object.values(counts).reduce((a, b) => a + b)])).toEqual([
    ["not-started", 1],
    ["done", 4],
    ["blocked", 1],
    ["skipped", 1],
  ]);
});
