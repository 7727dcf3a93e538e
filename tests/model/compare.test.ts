// What changed between two versions of a roadmap, by topic, task and field.

import { expect, test } from "vitest";
import { parseRoadmap } from "../../src/index.js";
import { compareRoadmaps, isNothing } from "../../src/model/compare.js";
import { page } from "../support/check-operation.js";

const compare = (before: string, after: string) =>
  compareRoadmaps(parseRoadmap(before).roadmap, parseRoadmap(after).roadmap);

const two = page("HTTP | 1 |  |  | In Progress |  | old", "REST | 2 |  |  |  |  | ");

test("a changed cell is a difference of that topic and that column, and of nothing else", () => {
  const found = compare(two, two.replace("In Progress", "Done"));
  expect(found.differences).toEqual([
    {
      type: "topic",
      kind: "changed",
      name: "HTTP",
      phase: "1",
      renamedFrom: null,
      moved: null,
      fields: [{ field: "status", from: "In Progress", to: "Done" }],
      status: { from: "in-progress", to: "done" },
    },
  ]);
  expect(found.isElsewhere).toBe(false);
});

test("equal texts, and texts that differ in blanks only, have no difference", () => {
  expect(isNothing(compare(two, two))).toBe(true);
  expect(isNothing(compare(two, two.replaceAll("| ", "|   ")))).toBe(true);
  expect(isNothing(compare(two, two.replace("# Plan", "# Plans")))).toBe(false);
});

test("a topic whose name alone changed is renamed, not removed and added", () => {
  const [only, ...others] = compare(two, two.replace("HTTP", "Web")).differences;
  expect(others).toEqual([]);
  expect(only).toMatchObject({ kind: "changed", name: "Web", renamedFrom: "HTTP", fields: [] });
});

test("rows that come and go are added and removed, with all they said", () => {
  const other = page("HTTP | 1 |  |  | In Progress |  | old", "Kafka | 4 | 2026-01-02 |  | In Progress | link | new");
  expect(compare(two, other).differences).toMatchObject([
    { kind: "added", name: "Kafka", status: { from: null, to: "in-progress" } },
    { kind: "removed", name: "REST", fields: [{ field: "phase", from: "2", to: "" }] },
  ]);
});

test("of rows in another order, as few as explain it have moved", () => {
  const rows = ["A | 1 | | | | | a", "B | 1 | | | | | b", "C | 1 | | | | | c", "D | 1 | | | | | d"];
  const [a = "", b = "", c = "", d = ""] = rows;
  expect(compare(page(a, b, c, d), page(d, a, b, c)).differences).toMatchObject([
    { name: "D", moved: { from: { after: "C" }, to: { after: null } } },
  ]);
});

test("a ticked task, a reworded one and one under another heading are told apart", () => {
  const before = "# Plan\n\n## One\n\n- [ ] write the parser\n- [ ] read the book\n\n## Two\n\n- [ ] rest\n";
  const after = "# Plan\n\n## One\n\n- [x] write the whole parser\n\n## Two\n\n- [ ] read the book\n- [ ] rest\n";
  expect(compare(before, after).differences).toMatchObject([
    {
      name: "write the whole parser",
      renamedFrom: "write the parser",
      fields: [{ field: "mark", from: " ", to: "x" }],
    },
    { name: "read the book", moved: { from: { phase: "One" }, to: { phase: "Two" } } },
  ]);
});

test("a heading that is called otherwise moves none of its tasks", () => {
  const before = "# Plan\n\n## One\n\n- [ ] a\n- [ ] b\n\n## Two\n\n- [ ] c\n";
  expect(compare(before, before.replace("## One", "## First"))).toMatchObject({
    differences: [],
    renamedPhases: [{ from: "One", to: "First" }],
  });
});

test("columns that come and go are named by what they hold", () => {
  const narrow = "| Topic | Status |\n|---|---|\n| HTTP | Done |\n";
  const wide = "| Topic | Status | Proof | Mood |\n|---|---|---|---|\n| HTTP | Done | | good |\n";
  expect(compare(narrow, wide)).toMatchObject({
    columns: { added: ["proof", "mood"], removed: [] },
    differences: [{ name: "HTTP", fields: [{ field: "mood", from: "", to: "good" }] }],
  });
});
