// A new table in random Markdown: it is read as a topic table, and everything around it as before.

import { expect, test } from "vitest";
import { applyEdits, parseRoadmap, type Roadmap, UserError } from "../../src/index.js";
import { type Blocks, blockList } from "../../src/model/blocks.js";
import { labeledHeadings } from "../../src/model/outline.js";
import { addTable } from "../../src/operations/add-table.js";
import { addTopic } from "../../src/operations/add-topic.js";
import { type Plan, planEdits } from "../../src/operations/operation.js";
import { verifyStructuralEdits } from "../../src/operations/verify-structural-edits.js";
import { testDay } from "../support/check-operation.js";
import { fc } from "../support/fast-check.js";
import { generateMarkdown } from "../support/generate-markdown.js";

const runs = { numRuns: 800 };

const ways: readonly [name: string, plan: (roadmap: Roadmap, nth: number) => Plan | null, newTopics: number][] = [
  ["add table", (roadmap) => addTable.plan(roadmap, { columns: "topic, status" }, testDay), 0],
  [
    "add table --below",
    (roadmap, nth) => {
      const all = labeledHeadings(roadmap);
      const below = all[nth % all.length]?.label;
      return below ? addTable.plan(roadmap, { below, columns: "topic, done, status" }, testDay) : null;
    },
    0,
  ],
  [
    "add topic",
    (roadmap) => (roadmap.tables.length === 0 ? addTopic.plan(roadmap, { name: "New" }, testDay) : null),
    1,
  ],
];

test.each(ways)(
  "%s adds one table to nearly any text, and nothing else is read differently",
  (_, planned, newTopics) => {
    let made = 0;
    let refused = 0;
    fc.assert(
      fc.property(generateMarkdown(), fc.nat(9), (text, nth) => {
        const before = parseRoadmap(text, { today: testDay }).roadmap;
        const plan = unlessAmbiguous(() => planned(before, nth));
        const [edit] = plan ? planEdits(before, plan) : [];
        if (!plan?.structuralEdit || !edit) return;
        const after = applyEdits(text, [edit]);
        const now = parseRoadmap(after, { today: testDay }).roadmap;
        try {
          verifyStructuralEdits(before, now, [plan.structuralEdit]);
        } catch (error) {
          if (!(error instanceof UserError && error.code === "TEXT_WOULD_CHANGE")) throw error;
          refused++;
          return;
        }
        made++;
        expect(now.tables.length).toBe(before.tables.length + 1);
        expect(now.topics.length).toBe(before.topics.length + newTopics);
        const written = { start: edit.at.start, end: edit.at.start + edit.text.length };
        expect(edit.at.start).toBe(edit.at.end);
        expect(blocksOf(after, now.blocks, written)).toEqual(blocksOf(text, before.blocks, edit.at));
      }),
      runs,
    );
    expect(made).toBeGreaterThan(runs.numRuns / 20);
    expect(refused).toBeLessThanOrEqual(made / 20);
  },
);

function unlessAmbiguous<Value>(plan: () => Value): Value | null {
  try {
    return plan();
  } catch (error) {
    if (error instanceof UserError && error.code === "HEADING_NOT_FOUND") return null;
    throw error;
  }
}

/** What begins where, without what was written. */
function blocksOf(text: string, blocks: Blocks, written: { start: number; end: number }): string[] {
  return blockList(blocks)
    .filter(({ at }) => at < written.start || at >= written.end)
    .map(({ kind, at, around }) => {
      const line = /[^\r\n]*/.exec(text.slice(at))?.[0];
      return `${kind} ${line} in ${around && text.slice(around.span.start, around.span.start + 3)}`;
    });
}
