// Properties of reading and changing, on thousands of generated roadmaps.

import fc from "fast-check";
import { expect, test } from "vitest";
import { applyEdits, operations, parseRoadmap, type Roadmap, type Topic, UserError } from "../../src/index.js";
import { cellValue, escapeCell } from "../../src/model/cell-text.js";
import { cellText } from "../../src/model/roadmap.js";
import type { AnyOperation } from "../../src/operations/operation.js";
import { verifyChanges } from "../../src/operations/verify-changes.js";
import { testDay } from "../support/check-operation.js";
import { generateMarkdown } from "../support/generate-markdown.js";
import { generateRoadmap } from "../support/generate-roadmap.js";

const runs = { numRuns: 2_000 };

test("reading never throws, whatever the text", () => {
  fc.assert(
    fc.property(fc.oneof(generateMarkdown(), fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" })), (text) => {
      const { roadmap, problems } = parseRoadmap(text);
      for (const { span } of problems) expect(span.end <= text.length && span.start <= span.end).toBe(true);
      for (const topic of roadmap.topics) expect(topic.row.span.end <= text.length).toBe(true);
    }),
    runs,
  );
});

const values = fc.constantFrom("Done", "", "a | b", "网络", "x\\", "*y*", "`z|`", "<b>", "👩‍👩‍👧", "1. x", "- x", "# x");

/** One operation on any topic or task of a roadmap, by number. */
const anyOperation = fc.oneof(
  fc.record({ op: fc.constantFrom("start", "finish", "block", "skip", "reset", "reopen"), at: fc.nat(9) }),
  fc.record({ op: fc.constantFrom("check", "uncheck"), at: fc.nat(9) }),
  fc.record({ op: fc.constant("set"), at: fc.nat(9), column: fc.constantFrom("comments", "name", "phase", "resources"), value: values }),
);

type Asked = typeof anyOperation extends fc.Arbitrary<infer Value> ? Value : never;

function planOf(roadmap: Roadmap, asked: Asked) {
  const isTask = asked.op === "check" || asked.op === "uncheck";
  const input = { [isTask ? "task" : "topic"]: `${isTask ? "task" : "topic"} #${asked.at + 1}` };
  const values = "column" in asked ? { [asked.column]: asked.value } : {};
  const operation: AnyOperation = operations[asked.op as keyof typeof operations];
  const prepared = operation.prepare({ ...input, ...values });
  if (!("plan" in prepared)) throw new Error(`bad input for ${asked.op}`);
  return prepared.plan(roadmap, testDay);
}

/** The text after the operation, or null when it is refused. */
function change(text: string, asked: Asked): { text: string; edits: ReturnType<typeof operations.start.edits> } | null {
  const { roadmap } = parseRoadmap(text);
  try {
    const { changes } = planOf(roadmap, asked);
    const edits = changeEditsOf(roadmap, changes);
    const after = applyEdits(text, edits);
    verifyChanges(roadmap, parseRoadmap(after).roadmap, changes);
    return { text: after, edits };
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}
