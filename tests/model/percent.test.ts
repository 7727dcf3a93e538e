// Percent: percentages and shares.

import { expect, test } from "vitest";
import { parseRoadmap } from "../../src/index.js";
import { percentOf, readPercent } from "../../src/model/percent.js";

test.each([
  ["45%", 45],
  ["45 %", 45],
  ["12.5%", 12.5],
  ["12,5 %", 12.5],
  ["[####------] 40%", 40],
  ["▓▓▓░░ 60%", 60],
  ["9/20", 45],
  ["0 / 6", 0],
  ["6/6 labs", 100],
  ["100", 100],
  ["", null],
  ["soon", null],
  ["150%", null],
  ["0/0", null],
  ["-5%", null],
  ["7/5", null],
  ["1/2/2026", null],
])("reads %j as %s percent", (text, percent) => {
  expect(readPercent(text)).toBe(percent);
});

test("the percentage of a topic is that of its percent column", () => {
  const { roadmap } = parseRoadmap("| Topic | Status | Progress |\n|---|---|---|\n| HTTP | Done | **80%** |\n");
  expect(roadmap.topics.map((topic) => percentOf(roadmap, topic))).toEqual([80]);
});
