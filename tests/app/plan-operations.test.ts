// Planning a list of operations as one change: verified as a whole, without needless edits.

import { expect, test } from "vitest";
import { planOperations, type Step } from "../../src/app/plan-operations.js";
import { makeStep } from "../../src/app/steps.js";
import { applyEdits, operations, parseRoadmap, UserError } from "../../src/index.js";
import { page, testDay } from "../support/check-operation.js";
import { processorTimeOfMs } from "../support/processor-time.js";

const text = page("HTTP | 1 |  |  | Not Started |  | old", "REST | 1 |  |  |  |  | ");

const plan = (...steps: Step[]) => planOperations(parseRoadmap(text), steps, testDay);

test("an operation whose text would leave its cell is refused before anything is written", async () => {
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

test("a value that is changed and changed back causes no edit", async () => {
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

test("a later operation finds a topic by the name that an earlier operation gave it", async () => {
  const { text: after } = await plan(
    makeStep(operations.set, { topic: "HTTP", name: "Web" }),
    makeStep(operations.finish, { topic: "web" }),
  );
  expect(after).toContain(`| Web | 1 | | ${testDay} | Done |`);
});

test("of several operations only the last names a next command, which fits after all of them", async () => {
  const start = makeStep(operations.start, { topic: "HTTP" });
  const finish = makeStep(operations.finish, { topic: "HTTP" });
  expect((await plan(start)).results.map(({ next }) => next)).toEqual(["roadmap finish http --proof URL"]);
  expect((await plan(start, finish)).results.map(({ next }) => next)).toEqual([null, "roadmap next"]);
});

test("topics that are added and changed are one set of edits, in the order of the operations", async () => {
  const planned = await plan(
    makeStep(operations["add-topic"], { name: "DNS", phase: "1" }),
    makeStep(operations["add-topic"], { name: "TLS", phase: "1" }),
    makeStep(operations.start, { topic: "dns" }),
    makeStep(operations["add-topic"], { name: "QUIC", after: "DNS" }),
    makeStep(operations["add-topic"], { name: "tls" }),
  );
  expect(planned.text.split("\n").slice(5)).toEqual([
    "| REST | 1 | | | | | |",
    `| DNS | 1 | ${testDay} | | In Progress | | |`,
    "| QUIC | | | | Not Started | | |",
    "| TLS | 1 | | | Not Started | | |",
    "",
  ]);
  expect(applyEdits(text, planned.edits)).toBe(planned.text);
  expect(planned.results.map(({ subject: { number } }) => number)).toEqual([3, 4, 3, 4, 4]);
  expect(planned.results.at(-1)?.already).toBe("already exists");
  expect(planned.steps[0]?.summary).toBe("add topic DNS, add topic TLS and 2 more");
});

test("ten thousand topics are added in one change", async () => {
  const steps = Array.from({ length: 10_000 }, (_, index) =>
    makeStep(operations["add-topic"], { name: `Topic ${index}`, phase: `${(index % 9) + 1}`, status: "done" }),
  );
  const takenMs = await processorTimeOfMs(async () => {
    const { results } = await plan(...steps);
    expect(results).toHaveLength(10_000);
  });
  expect(takenMs).toBeLessThan(10_000);
});
