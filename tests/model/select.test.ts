// Select: which topics a selection by dates contains, and in which order.

import { expect, test } from "vitest";
import { parseRoadmap } from "../../src/index.js";
import { columnOfKind } from "../../src/model/named-columns.js";
import { type Selection, select } from "../../src/model/select.js";
import { roadmapOf } from "../support/roadmap-of.js";

const roadmap = roadmapOf([
  ["2", "2026-01-10", "2026-02-10", "Done"],
  ["1", "2026-03-01", "", "In Progress"],
  ["10", "", "2026-03-01", "Done"],
  ["", "", "", ""],
  ["1", "", "2026-02-28", "Blocked"],
  ["2", "2025-12-01", "2026-03-01", "In Progress"],
  ["2", "", "2026-01-01", "Skipped"],
]);

const numbers = (selection: Selection) => select(roadmap, selection).topics.map(({ number }) => number);

test("since a day selects topics started or finished on that day or later", () => {
  expect(numbers({ since: "2026-03-01" })).toEqual([2, 3, 6]);
  expect(numbers({ since: "2026-03-02" })).toEqual([]);
  expect(numbers({ since: "2026-02-10" })).toEqual([1, 2, 3, 5, 6]);
  expect(numbers({ since: "2026-02-11" })).toEqual([2, 3, 5, 6]);
});

test("a date after today is a plan: since a day selects no topic by it", () => {
  const text = "| Topic | Status | Started | Finished |\n|---|---|---|---|\n";
  const rows = "| A | In Progress | 2026-03-01 | 2026-12-24 |\n| B | | 2026-12-01 | |\n| C | | | 2026-11-30 |\n";
  const planned = parseRoadmap(text + rows, { today: "2026-11-30" }).roadmap;
  const names = (since: string) => select(planned, { since }).topics.map(({ name }) => name);
  expect([names("2026-03-01"), names("2026-03-02"), names("2026-12-01")]).toEqual([["A", "C"], ["C"], []]);
});

test("overdue topics are open ones with a finish date before the day, not on it", () => {
  expect(numbers({ overdueOn: "2026-03-01" })).toEqual([5]);
  expect(numbers({ overdueOn: "2026-03-02" })).toEqual([5, 6]);
});

test("sorted topics have missing values last and equal ones in file order", () => {
  expect(numbers({ sort: columnOfKind(roadmap, "started") })).toEqual([6, 1, 2, 3, 4, 5, 7]);
  expect(numbers({ sort: columnOfKind(roadmap, "finished") })).toEqual([7, 1, 5, 3, 6, 2, 4]);
  expect(numbers({ sort: columnOfKind(roadmap, "status") })).toEqual([2, 6, 5, 4, 1, 3, 7]);
  expect(numbers({ sort: columnOfKind(roadmap, "phase") })).toEqual([2, 5, 1, 6, 7, 3, 4]);
  expect(numbers({ sort: columnOfKind(roadmap, "phase"), limit: 2 })).toEqual([2, 5]);
});
