// Verify changes: accepts what was requested, and nothing else.

import { expect, test } from "vitest";
import { operations, parseRoadmap, UserError } from "../../src/index.js";
import { verifyChanges } from "../../src/operations/verify-changes.js";
import { page, testDay } from "../support/check-operation.js";

const before = `${page("HTTP | 1 |  |  | Not Started |  | old", "REST | 1 |  |  | Done |  | ")}\n## Later\n\n- [ ] one\n- [x] two\n`;
const after = before.replace("| HTTP | 1 | | | Not Started |", `| HTTP | 1 | ${testDay} | | In Progress |`);

/** Verifies a text as the result of starting HTTP. */
function verify(text: string): void {
  const { roadmap } = parseRoadmap(before);
  const { changes } = operations.start.plan(roadmap, { topic: "HTTP" }, testDay);
  verifyChanges(roadmap, parseRoadmap(text).roadmap, changes);
}

test("the requested text passes", () => {
  expect(after).not.toBe(before);
  expect(() => verify(after)).not.toThrow();
});

test.each([
  ["nothing was changed", before],
  ["another state was written", after.replace("In Progress", "Blocked")],
  ["the date was left out", after.replace(testDay, "")],
  ["a further cell of the topic changed", after.replace("| old |", "| new |")],
  ["another topic changed", after.replace("| Done |", "| Blocked |")],
  ["another topic was renamed", after.replace("REST", "RPC")],
  ["a topic was lost", after.replace(/\| REST .*\n/, "")],
  ["a topic was added", after.replace("| REST", "| NEW | 1 | | | | | |\n| REST")],
  ["a task was checked", after.replace("- [ ] one", "- [x] one")],
  ["a task was reworded", after.replace("one", "won")],
  ["a task was lost", after.replace("- [x] two\n", "")],
  ["a heading was reworded", after.replace("## Later", "## Sooner")],
  ["the title was reworded", after.replace("# Plan", "# Plans")],
])("if %s, it is a bug in roadmap", (_, text) => {
  expect(text).not.toBe(after);
  expect(() => verify(text)).toThrow(Error);
  expect(() => verify(text)).not.toThrow(UserError);
});
