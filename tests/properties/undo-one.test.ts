// Undo of one change among others that add, move and remove: as if it had never been made, or refused.

import { expect, test } from "vitest";
import { planRequested, requestOperation } from "../../src/app/requested-operations.js";
import { planReversal } from "../../src/app/undo/plan-reversal.js";
import { UserError } from "../../src/model/errors.js";
import { type OperationName, operations } from "../../src/operations/index.js";
import { fc } from "../support/fast-check.js";
import { recordedIds, saveWith, type TestRoadmap } from "../support/journal-driver.js";
import { makeTempFolder } from "../support/temp-folder.js";

const base = `# Plan

| Topic | Phase | Started | Finished | Status | Notes |
|---|---|---|---|---|---|
| A | 1 | | | | |
| B | 1 | | | | |
| C | 2 | | | | |
| D | 2 | | | | |

## Week 1

- [ ] ta
- [ ] tb

## Week 2

- [ ] tc
  - [ ] td
`;

type Change = readonly [OperationName, Readonly<Record<string, unknown>>];

interface Step {
  readonly kind: number;
  readonly at: number;
  readonly to: number;
}

interface Names {
  readonly topics: readonly string[];
  readonly tasks: readonly string[];
}

function changeOf({ kind, at, to }: Step, index: number, { topics, tasks }: Names): Change {
  const [topic, other] = [topics[at % topics.length] ?? "A", topics[to % topics.length] ?? "A"];
  const [task, otherTask] = [tasks[at % tasks.length] ?? "ta", tasks[to % tasks.length] ?? "ta"];
  const all: readonly Change[] = [
    ["start", { topic }],
    ["finish", { topic }],
    ["set", { topic, comments: `note ${to % 3}` }],
    ["set", { topic, phase: String(1 + (to % 3)) }],
    ["add-topic", { name: `N${index}`, to: String(1 + (to % 3)) }],
    ["add-topic", { name: `N${index}`, after: other }],
    ["add-topic", { name: `N${index}`, before: other }],
    ["remove", { topic }],
    ["move", { topic, after: other }],
    ["move", { topic, before: other }],
    ["rename", { topic, to: `R${index}` }],
    ["add-task", { text: `k${index}`, to: `Week ${1 + (to % 2)}` }],
    ["add-task", { text: `k${index}`, after: otherTask }],
    ["check", { task }],
    ["remove", { topic: task }],
    ["move", { topic: task, after: otherTask }],
    ["rename", { topic: task, to: `r${index}` }],
    ["add-phase", { name: `Week ${index + 3}` }],
  ];
  return all[kind % all.length] ?? ["start", { topic }];
}

let folders = 0;

function freshRoadmap(folder: string): TestRoadmap {
  folders++;
  return { text: base, stateFolder: `${folder}/${folders}`, realPath: "/somewhere/roadmap.md" };
}

/** Undefined if it is refused. */
async function unlessRefused<Planned>(planning: Promise<Planned>): Promise<Planned | undefined> {
  try {
    return await planning;
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

function apply(roadmap: TestRoadmap, [operation, input]: Change) {
  return unlessRefused(saveWith(roadmap, planRequested([requestOperation(operations[operation], input)])));
}

async function makeAll(roadmap: TestRoadmap, steps: readonly Step[]): Promise<Change[]> {
  const made: Change[] = [];
  let names: Names = { topics: ["A", "B", "C", "D"], tasks: ["ta", "tb", "tc", "td"] };
  for (const [index, step] of steps.entries()) {
    const change = changeOf(step, index, names);
    const planned = await apply(roadmap, change);
    if (!planned) continue;
    if (planned.edits.length > 0) made.push(change);
    const { topics, tasks } = planned.roadmap;
    names = { topics: topics.map(({ name }) => name), tasks: tasks.map(({ name }) => name) };
  }
  return made;
}

/** A place that is given by another topic or task may be elsewhere without the change, and so deeper or less deep. */
function linesOf(text: string): readonly string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .sort();
}

const steps = fc.array(fc.record({ kind: fc.nat(17), at: fc.nat(9), to: fc.nat(9) }), { minLength: 2, maxLength: 8 });

test("after the undo of one change, the file is as if it had never been made; a redo restores the bytes", async () => {
  const folder = makeTempFolder();
  const tally = { same: 0, refused: 0 };
  const property = fc.asyncProperty(steps, fc.nat(20), async (list, which) => {
    const roadmap = freshRoadmap(folder);
    const made = await makeAll(roadmap, list);
    const before = roadmap.text;
    const id = recordedIds(roadmap)[which % made.length] ?? "";
    const reverse = (direction: "undo" | "redo") =>
      saveWith(
        roadmap,
        planReversal({ direction, change: id, env: { XDG_STATE_HOME: roadmap.stateFolder }, isDryRun: false }),
      );
    if ((await unlessRefused(reverse("undo"))) === undefined) {
      tally.refused++;
      expect(roadmap.text).toBe(before);
      return;
    }
    const other = freshRoadmap(folder);
    const kept = made.filter((_, index) => index !== which % made.length);
    let isSame = true;
    for (const change of kept) isSame = (await apply(other, change)) !== undefined && isSame;
    // A change that names what this one renamed or added cannot be made without it.
    if (isSame) {
      tally.same++;
      expect(linesOf(roadmap.text)).toEqual(linesOf(other.text));
    }
    await reverse("redo");
    expect(roadmap.text).toBe(before);
  });
  await fc.assert(property, { numRuns: 250 });
  expect(tally.same).toBeGreaterThan(150);
  expect(tally.refused).toBeGreaterThan(8);
});
