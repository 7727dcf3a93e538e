// Planning a list of operations as one change: verified as a whole, without needless edits.

import { expect, test } from "vitest";
import { planOperations, type RequestedOperation } from "../../src/app/plan-operations.js";
import { requestOperation } from "../../src/app/requested-operations.js";
import { applyEdits, operations, parseRoadmap, UserError } from "../../src/index.js";
import { page, testDay } from "../support/check-operation.js";
import { processorTimeOfMs } from "../support/processor-time.js";

const text = page("HTTP | 1 |  |  | Not Started |  | old", "REST | 1 |  |  |  |  | ");

const plan = (...requested: RequestedOperation[]) => planOperations(parseRoadmap(text), requested, testDay);

test("an operation whose text would leave its cell is refused before anything is written", async () => {
  const broken: RequestedOperation = {
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
    requestOperation(operations.set, { topic: "HTTP", comments: "new" }),
    requestOperation(operations.set, { topic: "HTTP", comments: "old" }),
  );
  expect(edits).toEqual([]);
  expect(after).toBe(text);
  expect(results.map(({ changed }) => changed.length)).toEqual([1, 1]);
});

test("a later operation finds a topic by the name that an earlier operation gave it", async () => {
  const { text: after } = await plan(
    requestOperation(operations.set, { topic: "HTTP", name: "Web" }),
    requestOperation(operations.finish, { topic: "web" }),
  );
  expect(after).toContain(`| Web | 1 | | ${testDay} | Done |`);
});

test("of several operations only the last names a next command, which fits after all of them", async () => {
  const start = requestOperation(operations.start, { topic: "HTTP" });
  const finish = requestOperation(operations.finish, { topic: "HTTP" });
  expect((await plan(start)).results.map(({ next }) => next)).toEqual(["roadmap finish http --proof URL"]);
  expect((await plan(start, finish)).results.map(({ next }) => next)).toEqual([null, "roadmap next"]);
});

test("topics that are added and changed are one set of edits, in the order of the operations", async () => {
  const planned = await plan(
    requestOperation(operations["add-topic"], { name: "DNS", phase: "1" }),
    requestOperation(operations["add-topic"], { name: "TLS", phase: "1" }),
    requestOperation(operations.start, { topic: "dns" }),
    requestOperation(operations["add-topic"], { name: "QUIC", after: "DNS" }),
    requestOperation(operations["add-topic"], { name: "tls" }),
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
  const requested = Array.from({ length: 10_000 }, (_, index) =>
    requestOperation(operations["add-topic"], { name: `Topic ${index}`, phase: `${(index % 9) + 1}`, status: "done" }),
  );
  const takenMs = await processorTimeOfMs(async () => {
    const { results } = await plan(...requested);
    expect(results).toHaveLength(10_000);
  });
  expect(takenMs).toBeLessThan(10_000);
});
