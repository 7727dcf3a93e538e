// Adding, removing and moving on random roadmaps: exactly what was requested, and back to the same bytes.

import { expect, test } from "vitest";
import { applyEdits, operations, parseRoadmap, type Roadmap, type Topic, UserError } from "../../src/index.js";
import { isBlankCell } from "../../src/model/inline-text.js";
import { cellText } from "../../src/model/roadmap.js";
import { type AnyOperation, type Plan, planEdits } from "../../src/operations/operation.js";
import { verifyChanges } from "../../src/operations/verify-changes.js";
import { verifyStructuralEdits } from "../../src/operations/verify-structural-edits.js";
import { testDay } from "../support/check-operation.js";
import { fc } from "../support/fast-check.js";
import { generateRoadmap } from "../support/generate-roadmap.js";

const runs = { numRuns: 2_000 };

interface Made {
  readonly text: string;
  readonly plan: Plan;
}

/** The verified result of the operation; null if it is refused. */
function make(text: string, op: keyof typeof operations, input: object): Made | null {
  const { roadmap } = parseRoadmap(text);
  const operation: AnyOperation = operations[op];
  const prepared = operation.prepare(input);
  try {
    const plan = prepared.plan(roadmap, testDay);
    const after = applyEdits(text, planEdits(roadmap, plan));
    const now = parseRoadmap(after).roadmap;
    if (plan.structuralEdit) verifyStructuralEdits(roadmap, now, [plan.structuralEdit]);
    else verifyChanges(roadmap, now, plan.changes);
    return { text: after, plan };
  } catch (error) {
    if (error instanceof UserError && error.code !== "TEXT_WOULD_CHANGE") return null;
    throw error;
  }
}

const typed = fc.constantFrom("New", "a | b", "网络", "x\\", "*y*", "`z|`", "1. x", "- x", "# x", "a\nb");

test("adding and removing a topic restores the bytes, and adding it twice adds it once", () => {
  let made = 0;
  const asked = fc.record(
    { phase: fc.constantFrom("1", "2", "9"), after: fc.constantFrom("topic #1", "topic #3"), table: fc.constant("1") },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(generateRoadmap(), typed, asked, (text, name, input) => {
      const once = make(text, "add-topic", { name, ...input });
      // Without a topic table it brings one, which stays when the topic is removed.
      if (!once?.plan.structuralEdit || once.plan.structuralEdit.tables) return;
      made++;
      expect(make(once.text, "add-topic", { name, ...input })?.text).toBe(once.text);
      const { topics } = parseRoadmap(once.text).roadmap;
      const old = parseRoadmap(text).roadmap.topics;
      const number = topics.findIndex((topic, index) => topic.name !== old[index]?.name) + 1;
      expect(make(once.text, "remove", { topic: `topic #${number}` })?.text).toBe(text);
    }),
    runs,
  );
  expect(made).toBeGreaterThan(runs.numRuns / 4);
});

test("adding and removing a task restores the bytes", () => {
  let made = 0;
  const asked = fc.oneof(
    fc.record({ to: fc.constant("Tasks") }),
    fc
      .nat(5)
      .chain((at) =>
        fc
          .constantFrom<"under" | "after" | "before">("under", "after", "before")
          .map((side) => ({ [side]: `t${at + 1}` })),
      ),
  );
  fc.assert(
    fc.property(generateRoadmap(), typed, asked, (text, name, input) => {
      const once = make(text, "add-task", { text: name, ...input });
      if (!once?.plan.structuralEdit) return;
      made++;
      expect(make(once.text, "add-task", { text: name, ...input })?.text).toBe(once.text);
      const { tasks } = parseRoadmap(once.text).roadmap;
      const old = parseRoadmap(text).roadmap.tasks;
      const number = tasks.findIndex((task, index) => task.name !== old[index]?.name) + 1;
      expect(make(once.text, "remove", { topic: `task #${number}` })?.text).toBe(text);
    }),
    runs,
  );
  expect(made).toBeGreaterThan(runs.numRuns / 8);
});

test("moving an item next to another one and back restores the bytes, in lists and tables of one style", () => {
  let made = 0;
  fc.assert(
    fc.property(generateRoadmap(), fc.nat(5), fc.nat(5), (text, from, to) => {
      const { roadmap } = parseRoadmap(text);
      const { topics } = roadmap;
      const [topic, above] = [topics[from], topics[from - 1]];
      const once = make(text, "move", { topic: `topic #${from + 1}`, after: `topic #${to + 1}` });
      if (!once?.plan.structuralEdit || !topic) return;
      made++;
      expect(
        make(once.text, "move", {
          topic: `topic #${numberAfter(from, to)}`,
          after: `topic #${to + (to > from ? 0 : 1)}`,
        })?.text,
      ).toBe(once.text);
      const isFirst = above?.table !== topic.table;
      const neighbour = isFirst ? from + 1 : from - 1;
      const back = { [isFirst ? "before" : "after"]: `topic #${placeAfter(neighbour, from, to)}` };
      if (topics[neighbour]?.table !== topic.table || hasBlankPhase(roadmap, topic)) return;
      expect(make(once.text, "move", { topic: `topic #${numberAfter(from, to)}`, ...back })?.text).toBe(text);
    }),
    runs,
  );
  expect(made).toBeGreaterThan(runs.numRuns / 8);
});

/** A blank Phase cell continues the phase above it, so a move to another place may fill it in. */
function hasBlankPhase(roadmap: Roadmap, topic: Topic): boolean {
  return topic.table.columns.has("phase") && isBlankCell(cellText(roadmap, topic, "phase"));
}

/** The new number of the item from `from` after it moved below the one at `to`; both count from 0. */
function numberAfter(from: number, to: number): number {
  return (to > from ? to : to + 1) + 1;
}

/** The new number of the item that was at `index`. */
function placeAfter(index: number, from: number, to: number): number {
  const without = index > from ? index - 1 : index;
  const place = numberAfter(from, to) - 1;
  return (without >= place ? without + 1 : without) + 1;
}

test("moving tasks anywhere keeps every task with its text", () => {
  let made = 0;
  const asked = fc
    .tuple(fc.constantFrom("after", "before", "under"), fc.nat(4))
    .map(([side, at]) => ({ [side]: `t${at + 1}` }));
  fc.assert(
    fc.property(generateRoadmap(), fc.nat(4), asked, (text, from, place) => {
      const once = make(text, "move", { topic: `task #${from + 1}`, ...place });
      if (once?.plan.structuralEdit) made++;
    }),
    runs,
  );
  expect(made).toBeGreaterThan(runs.numRuns / 16);
});

test("columns, phases and new names are as requested and change nothing else, however often they are requested", () => {
  let made = 0;
  const asked = fc.oneof(
    fc.record({
      op: fc.constant<"add-column">("add-column"),
      name: fc.constantFrom("started", "status", "proof", "Effort", "a | b"),
    }),
    fc.record({ op: fc.constant<"add-phase">("add-phase"), name: typed }),
    fc.record({
      op: fc.constant<"rename">("rename"),
      topic: fc.constantFrom("topic #1", "task #2", "topic #3"),
      to: typed,
    }),
    fc.record({ op: fc.constant<"rename">("rename"), phase: fc.constantFrom("Tasks", "1", "Week 3"), to: typed }),
    fc.record({ op: fc.constant<"rename">("rename"), column: fc.constantFrom("topic", "status", "Notes"), to: typed }),
  );
  fc.assert(
    fc.property(generateRoadmap(), asked, (text, { op, ...input }) => {
      const once = make(text, op, input);
      if (once === null) return;
      made++;
      if (op !== "rename" || "topic" in input) expect(make(once.text, op, input)?.text).toBe(once.text);
    }),
    runs,
  );
  expect(made).toBeGreaterThan(runs.numRuns / 4);
});
