// Merge changes: what a merge commit itself changed, compared with all of its parents.

import { expect, test } from "vitest";
import { parseRoadmap } from "../../../src/index.js";
import { compareRoadmaps, isUnchanged } from "../../../src/model/history/compare.js";
import { ownChanges } from "../../../src/model/history/history.js";
import { page } from "../../support/check-operation.js";

const roadmap = (text: string) => parseRoadmap(text).roadmap;
const own = (result: string, ...parents: string[]) =>
  ownChanges(parents.map((parent) => compareRoadmaps(roadmap(parent), roadmap(result))));

const base = page("HTTP | 1 |  |  |  |  | a", "REST | 2 |  |  |  |  | b", "SQL | 3 |  |  |  |  | c");
const ours = base.replace("HTTP | 1", "HTTP | 5");
const theirs = base.replace("| b |", "| other |");
const both = ours.replace("| b |", "| other |");

test("a merge that took each side's changes changed nothing itself", () => {
  expect(isUnchanged(own(both, ours, theirs))).toBe(true);
});

test("a cell with a value of neither side is a change of the merge only", () => {
  expect(own(both.replace("| c |", "| mine |"), ours, theirs).differences).toMatchObject([
    { name: "SQL", fields: [{ field: "comments", from: "c", to: "mine" }] },
  ]);
});

test("rows that the merge added, removed or renamed are its own changes; those of one side are not", () => {
  const added = `${both}| Kafka | 4 | | | | | d |\n`;
  expect(own(added, ours, theirs).differences).toMatchObject([{ kind: "added", name: "Kafka" }]);
  expect(isUnchanged(own(added, added, theirs))).toBe(true);
  expect(own(both.replace(/\| SQL.*\n/, ""), ours, theirs).differences).toMatchObject([
    { kind: "removed", name: "SQL" },
  ]);
  expect(own(both.replace("SQL", "SQL basics"), ours, theirs).differences).toMatchObject([
    { name: "SQL basics", renamedFrom: "SQL" },
  ]);
  const renamed = ours.replace("SQL", "SQL basics");
  expect(isUnchanged(own(renamed.replace("| b |", "| other |"), renamed, theirs))).toBe(true);
});

test("a row that one side added and the merge changed is a change of that row", () => {
  const added = `${ours}| Kafka | 4 | | | | | d |\n`;
  const result = `${both}| Kafka | 4 | | | Done | | d |\n`;
  for (const parents of [
    [added, theirs],
    [theirs, added],
  ]) {
    expect(own(result, ...parents).differences).toMatchObject([
      { kind: "changed", name: "Kafka", fields: [{ field: "status", from: "", to: "Done" }] },
    ]);
  }
});
