// Operation rename: topics, tasks, phases and columns, each only if the name is unambiguous.

import { expect, test } from "vitest";
import { parseRoadmap } from "../../src/index.js";
import { shownPhases } from "../../src/model/outline.js";
import { rename } from "../../src/operations/rename.js";
import { page, pageLayouts, run, testDay } from "../support/check-operation.js";

const lines = (...rows: string[]) => `${rows.join("\n")}\n`;
const call = (before: string, input: Parameters<typeof rename.plan>[1]) => run(rename, input, before);

test.each(pageLayouts)(
  "everything can be renamed, once, and renaming it back restores the file: $name",
  ({ layOut }) => {
    const text = ([topic, task, phase, heading, column = ""]: readonly string[]) =>
      layOut(
        `${page(`${topic} | ${phase} |  |  | Done |  | x`, `REST | ${phase} |  |  |  |  | `).replace("Comments", column)}\n## ${heading}\n\n- [x] ${task}\n  - [ ] inner\n`,
      );
    const before = text(["HTTP", "read *it*", "1", "Phase 2: Old", "Comments"]);
    const all = (from: string, words: readonly string[], to: readonly string[]) =>
      [{ topic: words[0] }, { topic: words[1] }, { phase: words[2] }, { phase: words[3] }, { column: words[4] }].reduce(
        (now, what, index) => call(now, { ...what, to: to[index] ?? "" }),
        from,
      );
    const [old, now] = [
      ["HTTP", "read *it*", "1", "Phase 2: Old", "Comments"],
      ["a | b", "- new", "Week 1", "New", "Notes"],
    ];
    const after = text(["a \\| b", "- new", "Week 1", "New", "Notes"]);
    expect(all(before, ["http", "read it", "1", "phase 2", "comments"], now)).toBe(after);
    expect(all(after, ["a | b", "- new", "Week 1", "new", "notes"], now)).toBe(after);
    expect(all(after, ["a | b", "- new", "Week 1", "new", "notes"], old)).toBe(before);
  },
);

test("a task keeps its mark, its checkbox and its other lines", () => {
  const before = lines("1)  [/] **old** name", "    more of it", "    - [ ] inner");
  expect(call(before, { topic: "old name", to: "new" })).toBe(before.replace("**old** name", "new"));
});

test("headings of any kind are renamed, and their contents stay", () => {
  const before = lines("Old", "---", "- [ ] a", "", "### Next ###", "- [ ] b", "", "# C", "## Next", "- [ ] c");
  expect(call(before, { phase: "old", to: "New" })).toBe(before.replace("Old", "New"));
  expect(call(before, { phase: "next", to: "C #", track: "c" })).toBe(
    before.replace("## Next\n- [ ] c", "## C \\#\n- [ ] c"),
  );
  expect(() => call(before, { phase: "next", to: "X" })).toThrow("2 phases");
  expect(() => call(before, { phase: "none", to: "X" })).toThrow("no phase matches");
});

test("a phase of cells is renamed in its table only, and not to the name of another one", () => {
  const table = (...rows: string[]) => lines("| Topic | Phase | Status |", "|---|---|---|", ...rows);
  const two = `${table("| A | 1 |", "| B | 2 |", "| C | **1** |")}\n${table("| D | 1 |")}`;
  expect(call(two, { phase: "1", to: "One", table: "1" })).toBe(
    two.replace("| A | 1 |", "| A | One |").replace("**1**", "**One**"),
  );
  expect(() => call(two, { phase: "1", to: "One" })).toThrow(
    '2 phases: "1" in the table in line 1, "1" in the table in line 7',
  );
  expect(() => call(two, { phase: "1", to: "2", table: "1" })).toThrow('another phase is already named "2"');
});

const phased = (cells: string, heading: string) =>
  lines(
    "# Plan",
    "",
    "| Topic | Phase | Status |",
    "|---|---|---|",
    `| A | ${cells} |`,
    "| B | 2 |",
    `| C | ${cells} |`,
    "",
  ) + lines(`## ${heading}`, "", "- [ ] read", "", "## Phase 3: Later", "", "- [ ] other");

test.each([
  [["1", "Phase 1: Basics"], "1", "Phase 4: Base", ["4", "Phase 4: Base"]],
  [["1", "Phase 1: Basics"], "1", "4", ["4", "Phase 4: Basics"]],
  [["1", "Phase 1: Basics"], "1", "Foundations", ["Foundations", "Foundations"]],
  [["1", "Phase 1: Basics"], "1", "1. Base", ["1", "1. Base"]],
  [["1", "Phase 1: Basics"], "phase 1", "Phase 1: Base", ["1", "Phase 1: Base"]],
  [["1", "Phase 1: Basics"], "basics", "Week 4: Base", ["Week 4", "Week 4: Base"]],
  [["1", "🟢 Phase 1 – Basics"], "1", "Phase 1", ["1", "Phase 1"]],
  [["**1**", "Phase 1: Basics"], "1", "Phase 1: Base", ["**1**", "Phase 1: Base"]],
  [["Phase 1", "Phase 1: Basics"], "phase 1: basics", "Phase 4: Base", ["Phase 4", "Phase 4: Base"]],
  [["Phase 1: Basics", "Phase 1: Basics"], "1", "Phase 4: Base", ["Phase 4: Base", "Phase 4: Base"]],
  [["Basics", "Basics"], "basics", "Base", ["Base", "Base"]],
  [["Basics", "Basics"], "basics", "7", ["7", "Phase 7"]],
])(
  "cells and heading %j, of which %j becomes %j, are one phase before and after",
  ([cells = "", heading = ""], wanted, ...[to, after]) => {
    const [cellsAfter = "", headingAfter = ""] = after;
    const before = phased(cells, heading);
    const shown = (text: string) =>
      shownPhases(parseRoadmap(text).roadmap).map(({ topics, tasks }) => [topics.length, tasks.length]);
    expect(shown(before)).toEqual([
      [2, 1],
      [1, 0],
      [0, 1],
    ]);
    expect(call(before, { phase: wanted, to })).toBe(phased(cellsAfter, headingAfter));
    expect(shown(phased(cellsAfter, headingAfter))).toEqual([
      [2, 1],
      [1, 0],
      [0, 1],
    ]);
  },
);

test("a phase is not renamed to the name of another one, in cells or headings", () => {
  const before = phased("1", "Phase 1: Basics");
  for (const to of ["2", "Phase 2: Base"]) {
    expect(() => call(before, { phase: "1", to })).toThrow('another phase is already named "2"');
  }
  expect(() => call(before, { phase: "1", to: "Phase 3" })).toThrow(
    'another phase is already named "Phase 3: Later" (line 13)',
  );
});

test.each([
  ["1", "阶段 1：基础", "阶段 1：入门"],
  ["1", "1. Basics", "1. Foundations"],
  ["1", "Фаза 1: Основы", "Фаза 1: Начало"],
  ["1", "Semana 1: Base", "Semana 1: Inicio"],
  ["1", "1️⃣ Basics", "1️⃣ Start"],
  ["Phase 1", "1. Basics", "1. Foundations"],
  ["1", "Woche 1 – Basis", "Woche 1 – Anfang"],
  ["1", "フェーズ 1：基礎", "フェーズ 1：入門"],
])("cells %j keep their number when the heading %j above them is renamed", (cells, heading, to) => {
  const page = (name: string) =>
    lines("# R", "", `## ${name}`, "", "| Topic | Phase | Status |", "|---|---|---|", `| A | ${cells} |  |`);
  expect(call(page(heading), { phase: cells, to })).toBe(page(to));
  expect(call(page(to), { phase: cells, to })).toBe(page(to));
});

test.each(["## 1.5 Basics", "## AWS 1: Basics", "## Week 1: Basics"])("the cells of Phase 1 are not %j", (heading) => {
  const before = lines("# R", "", heading, "", "| Topic | Phase | Status |", "|---|---|---|", "| A | Phase 1 |");
  expect(call(before, { phase: "phase 1", to: "Phase 3" })).toBe(before.replace("| Phase 1 |", "| Phase 3 |"));
});

test("a numbered heading above numbered headings is a track, not the phase of the cells", () => {
  const before = lines(
    ...[
      "# R",
      "",
      "| Topic | Phase | Status |",
      "|---|---|---|",
      "| A | 1 |",
      "",
      "## 1️⃣ Backend",
      "",
      "### Phase 1: HTTP",
    ],
    ...["- [ ] a", "", "### Phase 2: SQL", "- [ ] b"],
  );
  expect(call(before, { phase: "1", to: "Phase 1: X" })).toBe(before.replace("| 1 |", "| Phase 1: X |"));
});

const nested = lines(
  ...["# R", "", "## Phase 1: Basics", "", "| Topic | Phase | Status |", "|---|---|---|", "| A | 1 |  |"],
  ...["| B | 2 |  |", "", "## Phase 2: More", "- [ ] t"],
);

test("a phase with a row in the table of another phase keeps its heading and its cells together", () => {
  expect(call(nested, { phase: "2", to: "Phase 2: Advanced" })).toBe(nested.replace("More", "Advanced"));
});

test("of two headings with the number of the cells, neither is chosen", () => {
  const before = nested.replace("## Phase 2: More", "## Phase 2: More\n\n## 2. Other");
  expect(() => call(before, { phase: "2", to: "Phase 3: X" })).toThrow(
    '"2" matches 2 headings: "Phase 2: More" (line 10), "2. Other" (line 12)',
  );
  expect(call(before, { phase: "2", to: "Later", table: 1 })).toBe(before.replace("| B | 2 |", "| B | Later |"));
});

test("without a Phase column, a phase cannot take the name of a sibling heading", () => {
  const before = lines(
    ...["# R", "", "## Phase 1: Basics", "", "| Topic | Status |", "|---|---|", "| A |  |", ""],
    ...["## Phase 2: More", "- [ ] t"],
  );
  for (const to of ["Phase 2: More", "phase 2: more", "Phase 2"]) {
    expect(() => call(before, { phase: "1", to })).toThrow('another phase is already named "Phase 2: More" (line 9)');
  }
  expect(call(before, { phase: "1", to: "Phase 3: More" })).toBe(before.replace("1: Basics", "3: More"));
});

test("a heading with the number of its own track is not the phase of the cells", () => {
  const before = phased("1", "Cloud").replace("- [ ] read", "### Phase 1: Cloud basics\n\n- [ ] read");
  expect(call(before, { phase: "cloud basics", to: "Phase 1: AWS" })).toBe(before.replace("Cloud basics", "AWS"));
});

test("a renamed column is still recognized", () => {
  const before = lines("| Topic | Status | Hours |", "|---|---|---|", "| A | Done | 3 |");
  expect(call(before, { column: "hours", to: "Effort" })).toBe(before.replace("Hours", "Effort"));
  expect(call(before, { column: "status", to: "State" })).toBe(before.replace("Status", "State"));
  expect(() => call(before, { column: "status", to: "Effort" })).toThrow(
    '"Effort" would not be recognized as the status column',
  );
  expect(() => call(before, { column: "hours", to: "State" })).toThrow("a second status column");
  expect(() => call(before, { column: "hours", to: "status" })).toThrow('another column is already named "status"');
  expect(() => call(`${before}| Topic | Status | Hours |\n`, { column: "hours", to: "x" })).toThrow(
    "the table repeats its header as a row",
  );
  expect(() => call(before, { column: "nope", to: "x" })).toThrow("no column named");
  const named = `---\nroadmap:\n  columns:\n    status: Effort\n---\n${before.replace("Status", "Effort")}`;
  expect(call(named, { column: "status", to: "State" })).toBe(named.replace("| Effort |", "| State |"));
  expect(() => call(`${before}\n${before}`, { column: "status", to: "State" })).toThrow("2 topic tables match");
  expect(call(`${before}\n${before}`, { column: "status", to: "State", table: 2 })).toBe(
    `${before}\n${before.replace("Status", "State")}`,
  );
});

test("an unclear rename is refused", () => {
  const before = page("HTTP | 1 |  |  | Done |  | x");
  expect(() => call(before, { to: "x" })).toThrow("nothing to rename was given");
  expect(() => call(before, { topic: "http", column: "status", to: "x" })).toThrow("cannot be combined");
  expect(() => call(before, { topic: "http", to: " " })).toThrow("is not a name");
  expect(() => call(before, { topic: "nope", to: "x" })).toThrow("no topic or task matches");
});

test("the next command has the new name of the topic if that finds it, otherwise its number", () => {
  const { roadmap } = parseRoadmap(page("HTTP | 1 |  |  |  |  | ", "REST | 1 |  |  |  |  | "));
  const next = (to: string) => rename.plan(roadmap, { topic: "topic #1", to }, testDay).next;
  expect(next("HTTP/2 *basics*")).toBe("roadmap show http");
  expect(next("REST")).toBe("roadmap show 1");
});

test("a phase without tasks is found by its heading, after those with tasks", () => {
  const before = "# Plan\n\n## One\n\n- [ ] a\n\n## Two\n";
  expect(run(rename, { phase: "two", to: "Three" }, before)).toBe(before.replace("Two", "Three"));
  expect(run(rename, { phase: "one", to: "Three" }, before.replace("Two", "One more"))).toContain(
    "## Three\n\n- [ ] a",
  );
});
