// Planning a list of operations as one change: verified as a whole, and never more edits than it needs.

import { expect, test } from "vitest";
import { planOperations, type Step } from "../../src/app/plan-operations.js";
import { makeStep } from "../../src/app/read-steps.js";
import { operations, parseRoadmap, UserError } from "../../src/index.js";
import { page, testDay } from "../support/check-operation.js";

const text = page("HTTP | 1 |  |  | Not Started |  | old", "REST | 1 |  |  |  |  | ");

const plan = (...steps: Step[]) => planOperations(parseRoadmap(text), steps, testDay);

test("an operation whose text would break out of its cell is caught before anything is written", async () => {
  const broken: Step = {
    operation: "broken",
    plan: ({ topics: [topic] }) => ({
      subject: topic ?? expect.fail("there is no topic"),
      changes: [{ topic: topic ?? expect.fail("there is no topic"), column: "comments", text: "a | b" }],
      already: null,
      notes: [],
      next: null,
    }),
  };
  await expect(plan(broken)).rejects.toThrow(/comments of topic 1 says "a" instead of "a | b"/);
  await expect(plan(broken)).rejects.not.toBeInstanceOf(UserError);
});

test("a value that is changed and changed back makes no edit", async () => {
  const {
    edits,
    text: after,
    results,
  } = await plan(
    makeStep(operations.set, { topic: "HTTP", comments: "new" }),
    makeStep(operations.set, { topic: "HTTP", comments: "old" }),
  );
  expect(edits).toEqual([]);
  expect(after).toBe(text);
  expect(results.map(({ changed }) => changed.length)).toEqual([1, 1]);
});

test("a later operation finds a topic by the name that an earlier one gave it", async () => {
  const { text: after } = await plan(
    makeStep(operations.set, { topic: "HTTP", name: "Web" }),
    makeStep(operations.finish, { topic: "web" }),
  );
  expect(after).toContain(`| Web | 1 | | ${testDay} | Done |`);
});
