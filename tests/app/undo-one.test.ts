// Undo of one recorded change, below others: what builds on it is undone first, and the order stays right.

import { expect, test } from "vitest";
import { planRequested, requestOperation } from "../../src/app/requested-operations.js";
import { planReversal, type ReversalChoice } from "../../src/app/undo/plan-reversal.js";
import { type OperationName, operations } from "../../src/operations/index.js";
import { recordedIds, saveWith, type TestRoadmap } from "../support/journal-driver.js";
import { makeTempFolder } from "../support/temp-folder.js";

type Change = readonly [OperationName, Readonly<Record<string, unknown>>];

const base = "# Plan\n\n| Topic | Phase | Status |\n|---|---|---|\n| A | 1 | |\n| B | 1 | |\n";

async function changed(text: string, changes: readonly Change[]) {
  const file: TestRoadmap = { text, stateFolder: makeTempFolder(), realPath: "/somewhere/roadmap.md" };
  const env = { XDG_STATE_HOME: file.stateFolder };
  for (const [operation, input] of changes)
    await saveWith(file, planRequested([requestOperation(operations[operation], input)]));
  const ids = recordedIds(file);
  const reverse = async (direction: "undo" | "redo", which: ReversalChoice) => {
    const { reversed, left, back } = await saveWith(file, planReversal({ ...which, direction, env, isDryRun: false }));
    return { did: reversed.map(({ change }) => change.summary), left, back };
  };
  return { file, ids, reverse, id: (index: number) => ({ change: ids[index] ?? "" }) };
}

const start = (topic: string): Change => ["start", { topic }];
const five = "# Plan\n\n| Topic | Status |\n|---|---|\n| A | |\n| B | |\n| C | |\n| D | |\n| E | |\n";
const starts = ["A", "B", "C", "D", "E"].map(start);

test("after the undo of change 3 of 5, undo takes 5, and redo takes 5 and then 3", async () => {
  const { file, reverse, id } = await changed(five, starts);
  const all = file.text;
  expect(await reverse("undo", id(2))).toEqual({ did: ["start C"], left: 4, back: 1 });
  expect(file.text).toBe(all.replace("| C | In Progress |", "| C | |"));
  expect(await reverse("undo", { count: 1 })).toEqual({ did: ["start E"], left: 3, back: 2 });
  expect(await reverse("redo", { count: 2 })).toEqual({ did: ["start E", "start C"], left: 0, back: 5 });
  expect(file.text).toBe(all);
  // What was done last is undone first, also if it was redone.
  expect((await reverse("undo", { count: 1 })).did).toEqual(["start C"]);
});

test("one change that a new one has made unreachable for redo is redone by its id", async () => {
  const { file, reverse, id } = await changed(five, [start("A")]);
  await reverse("undo", id(0));
  await saveWith(file, planRequested([requestOperation(operations.start, { topic: "B" })]));
  expect((await reverse("redo", { count: 1 })).did).toEqual([]);
  expect((await reverse("redo", id(0))).did).toEqual(["start A"]);
  expect(file.text).toContain("| A | In Progress |\n| B | In Progress |");
  expect((await reverse("undo", { count: 2 })).did).toEqual(["start A", "start B"]);
  expect(file.text).toBe(five);
});

test("an unknown id, a change that is already undone and one that is not undone are refused", async () => {
  const { file, reverse, id } = await changed(five, [start("A")]);
  const text = file.text;
  await expect(reverse("undo", { change: "no such" })).rejects.toMatchObject({ code: "CHANGE_NOT_FOUND", exitCode: 3 });
  await expect(reverse("redo", id(0))).rejects.toMatchObject({
    code: "REVERSED_ALREADY",
    message: '"start A" is not undone, so it cannot be redone',
  });
  expect(file.text).toBe(text);
  await reverse("undo", id(0));
  await expect(reverse("undo", id(0))).rejects.toMatchObject({ message: '"start A" is already undone' });
});

test("a change whose text a later one changed back is refused all the same, because the text is not its own", async () => {
  const set = (comments: string): Change => ["set", { topic: "A", comments }];
  const notes = "| Topic | Status | Notes |\n|---|---|---|\n| A | Done | a |\n";
  const { file, reverse, id } = await changed(notes, [set("b"), set("a")]);
  await expect(reverse("undo", id(0))).rejects.toMatchObject({
    code: "OTHER_CHANGE_FIRST",
    message: 'cannot undo "set A": "set A" changed the same text later',
  });
  await reverse("undo", { count: 2 });
  expect(file.text).toBe(notes);
  await expect(reverse("redo", id(1))).rejects.toMatchObject({
    message: 'cannot redo "set A": the undo of "set A" changed the same text later',
    hint: 'redo "set A" first',
  });
});

interface Dependent {
  readonly what: string;
  readonly changes: readonly Change[];
  /** The change to undo; the first one by default. */
  readonly index?: number;
  readonly other: string;
}

test.each<Dependent>([
  { what: "a topic", changes: [["add-topic", { name: "N" }], start("N")], other: "start N" },
  {
    what: "a column",
    changes: [
      ["add-column", { name: "Who" }],
      ["set", { topic: "A", column: ["Who=me"] }],
    ],
    other: "set A",
  },
  {
    what: "a column of a new row",
    changes: [
      ["add-column", { name: "Who" }],
      ["add-topic", { name: "N" }],
      ["set", { topic: "N", column: ["Who=me"] }],
    ],
    other: "set N",
  },
  {
    what: "a column next to others",
    changes: [
      ["add-column", { name: "Started" }],
      ["add-topic", { name: "N" }],
      ["finish", { topic: "N" }],
    ],
    other: "finish N",
  },
  {
    what: "a table",
    changes: [
      ["add-table", { below: "Plan" }],
      ["add-topic", { name: "N", table: "2" }],
    ],
    other: "add topic N",
  },
  {
    what: "a phase",
    changes: [
      ["add-phase", { name: "Week 1" }],
      ["add-task", { text: "k", to: "Week 1" }],
    ],
    other: "add task k",
  },
  {
    what: "the columns of a removed row",
    changes: [
      ["finish", { topic: "A" }],
      ["remove", { topic: "A" }],
      ["add-column", { name: "Started" }],
    ],
    index: 1,
    other: "add column Started",
  },
])("what builds on $what is named, and undone first", async ({ changes, index = 0, other }) => {
  const { file, reverse, id } = await changed(base, changes);
  const text = file.text;
  await expect(reverse("undo", id(index))).rejects.toMatchObject({
    code: "OTHER_CHANGE_FIRST",
    hint: `undo "${other}" first`,
  });
  expect(file.text).toBe(text);
});

test("a removed row comes back below a later column, because its cells are still in their columns", async () => {
  const { file, reverse, id } = await changed(base, [
    ["finish", { topic: "A" }],
    ["remove", { topic: "A" }],
    ["add-column", { name: "Who" }],
    ["rename", { column: "Who", to: "Owner" }],
  ]);
  await reverse("undo", id(1));
  expect(file.text).toBe(
    "# Plan\n\n| Topic | Phase | Status | Owner |\n|---|---|---|---|\n| A | 1 | Done |\n| B | 1 | | |\n",
  );
});

test("an added column is not undone while a row that was added by hand has a text in it", async () => {
  const { file, reverse } = await changed(base, [["add-column", { name: "Who" }]]);
  file.text += "| C | 1 | | me |\n";
  const text = file.text;
  await expect(reverse("undo", { count: 1 })).rejects.toMatchObject({
    code: "MEANING_WOULD_CHANGE",
    message: 'after this undo, cells of "C" would be in another column or in none',
  });
  file.text = text.replace("me", "  ");
  await reverse("undo", { count: 1 });
  expect(file.text).toBe(`${base}| C | 1 | |    |\n`);
});

test.each<[string, Change]>([
  ["renamed", ["rename", { topic: "c", to: "long name" }]],
  ["moved", ["move", { topic: "c", after: "b" }]],
])("a task that was %s gets its name and place back after edits elsewhere", async (_, change) => {
  const tasks = "## One\n\n- [ ] a\n- [ ] b\n\n## Two\n\n- [ ] c\n  - [ ] d\n\nwords\n";
  const { file, reverse } = await changed(tasks, [change]);
  file.text = file.text.replace("words", "other words");
  await reverse("undo", { count: 1 });
  expect(file.text).toBe(tasks.replace("words", "other words"));
});

test("a task that was added below a moved one does not get another parent", async () => {
  const tasks = "## One\n\n- [ ] a\n- [ ] b\n\n## Two\n\n- [ ] c\n  - [ ] d\n";
  const { reverse, id } = await changed(tasks, [
    ["move", { topic: "c", after: "b" }],
    ["add-task", { text: "k", after: "d" }],
  ]);
  await expect(reverse("undo", id(0))).rejects.toMatchObject({ hint: 'undo "add task k" first' });
});
