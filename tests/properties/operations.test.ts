// Properties of reading and changing, on thousands of generated roadmaps.

import { expect, test } from "vitest";
import { applyEdits, type Edit, operations, parseRoadmap, type Roadmap, UserError } from "../../src/index.js";
import { cellsOf } from "../../src/model/blocks.js";
import { cellValue, escapeCell } from "../../src/model/inline-text.js";
import { cellText } from "../../src/model/roadmap.js";
import { type AnyOperation, changeEdits, type Plan } from "../../src/operations/operation.js";
import { verifyChanges } from "../../src/operations/verify-changes.js";
import { testDay } from "../support/check-operation.js";
import { fc } from "../support/fast-check.js";
import { generateMarkdown } from "../support/generate-markdown.js";
import { generateRoadmap } from "../support/generate-roadmap.js";

const runs = { numRuns: 2_000 };

test("reading never throws, for any text, and every span is within it", () => {
  const texts = fc.oneof(
    generateMarkdown(),
    generateRoadmap(),
    fc.string({ unit: "binary" }),
    fc.string({ unit: "grapheme" }),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const { roadmap, problems } = parseRoadmap(text);
      const spans = [...problems, ...roadmap.tasks].map(({ span }) => span);
      const all = [...spans, ...roadmap.topics.flatMap(({ row }) => [row, ...cellsOf(row)])];
      expect(all.filter(({ start, end }) => start < 0 || start > end || end > text.length)).toEqual([]);
    }),
    runs,
  );
});

interface Asked {
  readonly op: keyof typeof operations;
  readonly at: number;
  readonly values?: Readonly<Record<string, string>>;
}

const typed = fc.constantFrom(
  "Done",
  "a | b",
  "网络",
  "x\\",
  "*y*",
  "`z|`",
  "<b>",
  "👩‍👩‍👧",
  "1. x",
  "- x",
  "# x",
  "a\nb",
);

const asking: fc.Arbitrary<Asked> = fc.oneof(
  fc.record({
    op: fc.constantFrom("start", "finish", "block", "skip", "reset", "reopen", "check", "uncheck"),
    at: fc.nat(6),
  }),
  fc.record({
    op: fc.constant("set"),
    at: fc.nat(6),
    values: fc
      .tuple(fc.constantFrom("comments", "name", "phase", "resources"), typed)
      .map((pair) => Object.fromEntries([pair])),
  }),
);

function planOf(roadmap: Roadmap, { op, at, values }: Asked): Plan {
  const kind = op === "check" || op === "uncheck" ? "task" : "topic";
  const operation: AnyOperation = operations[op];
  return operation.prepare({ [kind]: `${kind} #${at + 1}`, ...values }).plan(roadmap, testDay);
}

interface Changed {
  readonly text: string;
  readonly edits: readonly Edit[];
}

/** The verified result of the operation; null if it is refused. */
function change(text: string, asked: Asked): Changed | null {
  const { roadmap } = parseRoadmap(text);
  try {
    const { changes } = planOf(roadmap, asked);
    const edits = changeEdits(roadmap, changes);
    const after = applyEdits(text, edits);
    verifyChanges(roadmap, parseRoadmap(after).roadmap, changes);
    return { text: after, edits };
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

test("a change is what was requested, is made once, and changes nothing outside its edits", () => {
  let made = 0;
  fc.assert(
    fc.property(generateRoadmap(), asking, (text, asked) => {
      const once = change(text, asked);
      if (once === null) return;
      made += once.edits.length > 0 ? 1 : 0;
      const twice = change(once.text, asked);
      expect(twice?.text).toBe(once.text);
      // Outside the edits, both texts are the same.
      let [kept, shift] = ["", 0];
      let from = 0;
      for (const { at, text: written } of [...once.edits].sort((a, b) => a.at.start - b.at.start)) {
        const before = text.slice(from, at.start);
        expect(once.text.slice(from + shift, at.start + shift)).toBe(before);
        kept += before;
        shift += written.length - (at.end - at.start);
        from = at.end;
      }
      expect(once.text.slice(from + shift)).toBe(text.slice(from));
      expect(kept.length).toBeLessThanOrEqual(text.length);
    }),
    runs,
  );
  expect(made).toBeGreaterThan(runs.numRuns / 4);
});

test("a change and its reversal restore the same bytes", () => {
  let undone = 0;
  fc.assert(
    fc.property(generateRoadmap(), asking, (text, asked) => {
      const { roadmap } = parseRoadmap(text);
      const once = change(text, asked);
      if (once === null || once.edits.length === 0 || addsPipe(once)) return;
      const back = restore(roadmap, once.text, asked.at);
      undone++;
      expect(back).toBe(text);
    }),
    runs,
  );
  expect(undone).toBeGreaterThan(runs.numRuns / 4);
});

/** A row without outer pipes gets one if a cell at its edge would otherwise be lost; the pipe stays. */
function addsPipe({ edits }: Changed): boolean {
  return edits.some(({ text }) => text.startsWith("| ") || text.endsWith(" |"));
}

/** Restores every cell, and the mark, of the item with that number. */
function restore(before: Roadmap, text: string, at: number): string {
  const { roadmap } = parseRoadmap(text);
  const [topic, now] = [before.topics[at], roadmap.topics[at]];
  const [task, taskNow] = [before.tasks[at], roadmap.tasks[at]];
  const cells = topic && now ? [...now.table.columns.keys()] : [];
  const changes = cells.map((column) => {
    if (!topic || !now) throw new Error("no such topic");
    return { topic: now, column, text: cellText(before, topic, column) };
  });
  const marks = task && taskNow ? [{ task: taskNow, mark: before.text.slice(task.mark.start, task.mark.end) }] : [];
  return applyEdits(text, changeEdits(roadmap, [...changes, ...marks]));
}

test("every cell text survives writing and reading", () => {
  const texts = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.string({ unit: fc.constantFrom("\\", "|", "`", "a", "\n", "<", " ", "网") }),
  );
  fc.assert(
    fc.property(texts, generateRoadmap(), (text, file) => {
      const { roadmap } = parseRoadmap(file);
      const topic = roadmap.topics.find(({ table }) => table.columns.has("comments"));
      if (!topic || /\p{Cc}/u.test(text.replaceAll("\n", ""))) return;
      const after = applyEdits(
        file,
        operations.set.edits(roadmap, { topic: `topic #${topic.number}`, comments: text }, testDay),
      );
      const read = parseRoadmap(after).roadmap;
      const found = read.topics[topic.number - 1] ?? expect.fail("the topic is missing");
      const written = text.trim().replace(/\s*[\n\u2028\u2029]\s*/g, "\n");
      // A typed escape stays one: it represents the character after it.
      const expected = written
        .replace(/\\[\\|]/g, (pair) => (pair === "\\|" ? "|" : pair))
        .replace(/<br *\/?>/gi, "\n");
      expect(cellValue(cellText(read, found, "comments"))).toBe(expected);
      expect(escapeCell(cellText(read, found, "comments"))).toBe(cellText(read, found, "comments"));
    }),
    runs,
  );
});
