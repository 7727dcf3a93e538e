// Timeline: which topics have a bar, from which day to which, and why others have none.

import { expect, test } from "vitest";
import { lastDay, timelineOf } from "../../../src/model/pace/timeline.js";
import { roadmapOf } from "../../support/roadmap-of.js";

const today = "2026-11-22";

const { topics } = roadmapOf([
  ["1", "2026-11-10", "2026-11-12", "Done"],
  ["1", "2026-11-05", "", "In Progress"],
  ["1", today, "", "In Progress"],
  ["1", "2026-11-08", "2026-11-08", "Done"],
  ["1", "", today, "Done"],
  ["1", "2026-11-09", "", "Done"],
  ["1", "2026-11-09", "2026-11-08", "Done"],
  ["1", "2026-11-23", "", "In Progress"],
  ["1", "", "", "Blocked"],
  ["1", "", "", ""],
  ["1", "2026-01-01", "2026-01-02", "Skipped"],
]);

const bars = (since?: string) =>
  timelineOf(topics, { today, since }).bars.map((bar) => [bar.topic.number, lastDay(bar, today)]);

test("bars are sorted by first day; today counts, one day is a bar, and reversed dates are not", () => {
  expect(bars()).toEqual([
    [2, today],
    [4, "2026-11-08"],
    [6, "2026-11-09"],
    [1, "2026-11-12"],
    [3, today],
    [5, today],
  ]);
  const { notStarted, undated, ahead, backwards } = timelineOf(topics, { today });
  expect({ notStarted, undated, ahead, backwards }).toEqual({ notStarted: 1, undated: 1, ahead: 1, backwards: 1 });
});

test("with a first day, a bar that ends on that day is shown", () => {
  expect(bars("2026-11-12").map(([number]) => number)).toEqual([2, 1, 3, 5]);
  expect(bars("2026-11-13").map(([number]) => number)).toEqual([2, 3, 5]);
});
