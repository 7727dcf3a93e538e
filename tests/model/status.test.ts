// Status: which cells are legends, and which only look like one.

import { expect, test } from "vitest";
import { readLegend } from "../../src/model/read-status.js";
import { roadmapOf } from "../support/roadmap-of.js";

test.each([
  ["Not Started / In Progress / Done", { "not-started": "Not Started", "in-progress": "In Progress", done: "Done" }],
  ["🔴 Todo|🟢 Done", { "not-started": "🔴 Todo", done: "🟢 Done" }],
  ["Open, Done", { "not-started": "Open", done: "Done" }],
])("%s is a legend", (text, spelling) => {
  expect(Object.fromEntries(readLegend(text) ?? [])).toEqual(spelling);
});

test.each([
  "Done",
  "Done/",
  "/ Done",
  "Done,",
  "✅ |",
  "Done | Done",
  "Done / finished",
  "Done / soon",
  "n/a",
  "24/7",
  "/",
  "a, b",
])("%s is not a legend", (text) => {
  expect(readLegend(text)).toBe(null);
});

test("a status with a stray slash or comma is that status, and the file has no legend", () => {
  for (const cell of ["Done/", "Done,", "/Done"]) {
    const { topics, legends } = roadmapOf([["1", "", "", cell]]);
    expect([topics[0]?.status, legends], cell).toEqual(["done", []]);
  }
});
