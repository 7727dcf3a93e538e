// Column values: what a condition on a column selects, and the order in which a column sorts.

import { expect, test } from "vitest";
import { parseRoadmap, UserError } from "../../src/index.js";
import { findNamedColumn, ownColumns, requireNamedColumn } from "../../src/model/named-columns.js";
import type { Roadmap } from "../../src/model/roadmap.js";
import { select } from "../../src/model/select.js";
import { anyCharacter } from "../support/any-character.js";
import { fc } from "../support/fast-check.js";
import { layoutsOf } from "../support/layouts.js";

const today = "2026-11-30";

const text = `# Plan

| Topic | Phase | Status | Finished | Due | Priority | Depends on | Owner | Progress |
|---|---|---|---|---|---|---|---|---|
| HTTP | 1 | Done | 2026-10-20 | 2026-10-25 | High | | Ada | 100% |
| REST | 1 | In Progress | | 2026-12-03 | P2 | HTTP | Béa \\| Co | 40% |
| École | 2 | | | 2026-11-28 | low | REST, HTTP | **ada** | |
| Zebra | 10 | Blocked | | 2026-11-30 | ? | Nothing known | TBD | soon |
| Earth | 2 | Not started | 2026-11-20 | | 🔺 | HTTP | [Ada](https://a.example) | 2/5 |

## Other

| Topic | Status | owner | Notes | Weight |
|---|---|---|---|---|
| Item 10 | Done | Zed | hi | 10 |
| Item 2 | | ＡＤＡ | | 9 |

- [ ] read
- [!] wait
`;

const { roadmap } = parseRoadmap(text, { today });

const where = (...conditions: string[]) =>
  select(roadmap, {
    where: conditions.map((condition) => {
      const [column = "", value = ""] = condition.split("=");
      return { column: requireNamedColumn(roadmap, column), value };
    }),
  });

const numbersOf = ({ topics }: { topics: readonly { number: number }[] }) => topics.map(({ number }) => number);

test.each<[string[], number[]]>([
  [["owner=ada"], [1, 3, 5, 7]],
  [["OWNER= Ada "], [1, 3, 5, 7]],
  [["owner=béa | co"], [2]],
  [["owner="], [4]],
  [["weight="], [1, 2, 3, 4, 5]],
  [["weight=10"], [6]],
  [["owner=ad"], []],
  [["status=done"], [1, 6]],
  [["status=in-progress"], [2]],
  [["status=✅"], [1, 6]],
  [["status="], [3, 7]],
  [["phase=1"], [1, 2]],
  [["phase=other"], [6, 7]],
  [["due=2026-12-03"], [2]],
  [["due=3 Dec 2026"], [2]],
  [["due=in 3 days"], [2]],
  [["due=today"], [4]],
  [["due="], [5, 6, 7]],
  [["due=nonsense"], []],
  [["due=05/06/2026"], []],
  [["priority=high"], [1]],
  [["priority=P1"], [1]],
  [["priority=medium"], [2]],
  [["priority=2"], []],
  [["priority=critical"], [5]],
  [["priority=?"], [4]],
  [["depends-on=http"], [2, 3, 5]],
  [["depends on=rest, http"], [3]],
  [["percent=40"], [2, 5]],
  [["progress=40 %"], [2, 5]],
  [["percent=soon"], [4]],
  [["topic=ecole"], []],
  [["name=école"], [3]],
  [
    ["owner=ada", "phase=2"],
    [3, 5],
  ],
  [["owner=ada", "priority=high", "status=done"], [1]],
])("where %j", (conditions, numbers) => {
  expect(numbersOf(where(...conditions))).toEqual(numbers);
});

test("a condition on a column lists no tasks, which have no cells", () => {
  expect(where("status=not-started").tasks).toEqual([]);
});

test.each<[string, number[]]>([
  ["name", [5, 3, 1, 7, 6, 2, 4]],
  ["owner", [1, 3, 5, 7, 2, 6, 4]],
  ["weight", [7, 6, 1, 2, 3, 4, 5]],
  ["due", [1, 3, 4, 2, 5, 6, 7]],
  ["priority", [5, 1, 2, 3, 4, 6, 7]],
  ["percent", [2, 5, 1, 4, 3, 6, 7]],
  ["phase", [6, 7, 1, 2, 3, 5, 4]],
  ["status", [2, 4, 3, 5, 7, 1, 6]],
  ["depends-on", [2, 5, 4, 3, 1, 6, 7]],
])("sorted by %s", (column, numbers) => {
  const sort = requireNamedColumn(roadmap, column);
  expect(numbersOf(select(roadmap, { sort }))).toEqual(numbers);
});

test("ready is what is neither done, skipped nor blocked, and waits for nothing unfinished", () => {
  const { topics, tasks } = select(roadmap, { isReady: true });
  expect([topics.map(({ name }) => name), tasks.map(({ name }) => name)]).toEqual([
    ["REST", "Earth", "Item 2"],
    ["read"],
  ]);
});

test.each([
  ["2026-11-20", []],
  ["2026-11-21", ["Earth"]],
  ["2026-11-30", ["École", "Earth"]],
  ["2026-12-01", ["École", "Zebra", "Earth"]],
])("on %s, unfinished topics with an earlier due or finish date are overdue", (day, names) => {
  const overdue = parseRoadmap(text, { today: "2026-11-01" }).roadmap;
  expect(select(overdue, { overdueOn: day }).topics.map(({ name }) => name)).toEqual(names);
});

test("columns whose headers differ only in case or Markdown are one, and a repeated or blank one has a number", () => {
  const { roadmap: own } = parseRoadmap(
    "| Topic | Status | *Owner* | Owner | |\n|---|---|---|---|---|\n| A | | 1 | 2 | 3 |\n\n| Topic | Status | OWNER |\n|---|---|---|\n| B | | 4 |\n",
  );
  const titles = [...ownColumns(own)].map(([name, { title, places }]) => [name, title, [...places.values()]]);
  expect(titles).toEqual([
    ["owner", "Owner", [2, 2]],
    ["column 4", "column 4", [3]],
    ["column 5", "column 5", [4]],
  ]);
  expect(findNamedColumn(own, "column 5")?.places.size).toBe(1);
});

test.each([
  ["ownr", 'no column named "ownr"', "did you mean owner?"],
  ["zzz", 'no column named "zzz"', "the columns are "],
  ["resources", "no table has a resources column", "add column resources"],
])("the column %j is refused", (words, message, hint) => {
  const find = () => requireNamedColumn(roadmap, words);
  expect(find).toThrow(message);
  try {
    find();
  } catch (error) {
    expect(error instanceof UserError && error.hint).toContain(hint);
  }
});

const words = fc.oneof(fc.string({ unit: anyCharacter }), fc.constantFrom("in 1 days", "P1", "40%", "/", "[x](", "`"));

test("no text of a condition throws anything, in any layout", () => {
  for (const layout of layoutsOf(text)) {
    const { roadmap: laidOut } = parseRoadmap(layout, { today });
    const columns = ["topic", "phase", "status", "due", "priority", "depends-on", "percent", "owner"].map((name) =>
      requireNamedColumn(laidOut, name),
    );
    fc.assert(
      fc.property(words, (value) => {
        for (const column of columns) select(laidOut, { where: [{ column, value }] });
      }),
      { numRuns: 30 },
    );
    expect(numbersOf(select(laidOut, { sort: requireNamedColumn(laidOut, "owner") }))).toEqual([1, 3, 5, 7, 2, 6, 4]);
  }
});

test("sorting is a permutation, and sorting again changes nothing", () => {
  const cell = fc.oneof(
    fc.constantFrom("", "10", "2", "É", "e", "a1", "TBD"),
    fc.string({ unit: "grapheme", maxLength: 4 }),
  );
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1, maxLength: 12 }), (cells) => {
      const rows = cells.map((owner, index) => `| T${index} | | ${owner.replace(/[|\\\n\r]/g, "")} |`);
      const table = (lines: readonly string[]) =>
        parseRoadmap(`| Topic | Status | Owner |\n|---|---|---|\n${lines.join("\n")}\n`).roadmap;
      const first = table(rows);
      const sorted = select(first, { sort: columnOfOwner(first) }).topics.map(({ number }) => rows[number - 1] ?? "");
      expect([...sorted].sort()).toEqual([...rows].sort());
      const again = table(sorted);
      expect(numbersOf(select(again, { sort: columnOfOwner(again) }))).toEqual(rows.map((_, index) => index + 1));
    }),
  );
});

function columnOfOwner(of: Roadmap) {
  return requireNamedColumn(of, "owner");
}
