// Activity: which dates of which topics count.

import { expect, test } from "vitest";
import { activityOf } from "../../../src/model/pace/activity.js";
import { roadmapOf } from "../../support/roadmap-of.js";

const { topics } = roadmapOf([
  ["1", "2026-01-01", "2026-01-06", "Done"],
  ["1", "2026-01-06", "2026-01-05", "Done"],
  ["1", "2026-01-06", "2026-02-01", "In Progress"],
  ["1", "2026-01-07", "", "Skipped"],
  ["1", "2026-01-08", "", "Not Started"],
  ["1", "2026-02-02", "", "In Progress"],
]);

test("days have the topics that were started and finished on them, without plans and skipped topics", () => {
  expect(activityOf(topics, { today: "2026-01-31" })).toEqual([
    { day: "2026-01-01", started: 1, finished: 0 },
    { day: "2026-01-05", started: 0, finished: 1 },
    { day: "2026-01-06", started: 2, finished: 1 },
  ]);
  expect(activityOf(topics, { today: "2026-01-31", since: "2026-01-06" })).toHaveLength(1);
});
