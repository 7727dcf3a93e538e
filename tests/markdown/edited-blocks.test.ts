// Edited blocks: rows that are read alone are read as in the whole text, and ordinary changes are read like this.

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Operation, operations, parseRoadmap, UserError } from "../../src/index.js";
import { editedBlocks } from "../../src/markdown/edited-blocks.js";
import { bodyStart } from "../../src/markdown/front-matter-place.js";
import { readBlocksWithRemark } from "../../src/markdown/remark.js";
import { scanBlocks } from "../../src/markdown/scan/index.js";
import { type Blocks, cellsOf } from "../../src/model/blocks.js";
import { applyEdits, type Edit } from "../../src/text/edit.js";
import { testDay } from "../support/check-operation.js";
import { comparable } from "../support/check-readers.js";
import { fc } from "../support/fast-check.js";
import { generateRoadmap } from "../support/generate-roadmap.js";

function blocksOf(text: string): Blocks {
  const from = bodyStart(text);
  return scanBlocks(text, from) ?? readBlocksWithRemark(text, from);
}

/** Whether only the rows were read; fails if they were read differently from the whole text. */
function isReadAlone(before: string, edits: readonly Edit[]): boolean {
  const after = applyEdits(before, edits);
  const edited = editedBlocks(blocksOf(before), { before, after, edits });
  if (edited) expect(comparable(edited), JSON.stringify(after)).toStrictEqual(comparable(blocksOf(after)));
  return edited !== null;
}

const pieces = [
  "",
  " ",
  "x",
  "Done",
  "|",
  "\\",
  "\\|",
  "`",
  "``",
  "<b>",
  "<!--",
  "-->",
  "[",
  "](",
  "- ",
  "> ",
  "#",
  "\t",
  "\u00a0",
  "😀",
];

const newText = fc.array(fc.constantFrom(...pieces), { maxLength: 5 }).map((all) => all.join(""));

/** In a slot, a whole row, or anywhere. */
const anyEdit = fc.record({
  table: fc.nat(2),
  row: fc.nat(6),
  cell: fc.nat(6),
  from: fc.nat(12),
  length: fc.nat(12),
  text: newText,
});

type AnyEdit = typeof anyEdit extends fc.Arbitrary<infer Value> ? Value : never;

function slotEdit(text: string, { table, row, cell, text: written }: AnyEdit): Edit[] {
  const found = blocksOf(text).tables[table]?.rows[row];
  const slot = found && cellsOf(found)[cell]?.slot;
  return slot ? [{ at: slot, text: written }] : [];
}

function rowEdit(text: string, { table, row, from, length, text: written }: AnyEdit): Edit[] {
  const found = blocksOf(text).tables[table]?.rows[row];
  if (!found) return [];
  const start = Math.min(found.start + from, text.length);
  return [{ at: { start, end: Math.min(start + length, text.length) }, text: written }];
}

function withoutOverlap(edits: readonly Edit[]): Edit[] {
  const kept: Edit[] = [];
  for (const edit of [...edits].sort((a, b) => a.at.start - b.at.start))
    if (edit.at.start > (kept.at(-1)?.at.end ?? -1)) kept.push(edit);
  return kept;
}

const before = fc.tuple(
  fc.constantFrom("", "---\ntitle: x\n---\n", "| a |\n\n", "- item\n\n  | a | b |\n  |---|---|\n  | 1 | 2 |\n\n"),
  generateRoadmap(),
);

test("any edits of slots are read alone only as they are read in the whole text", () => {
  let alone = 0;
  fc.assert(
    fc.property(before, fc.array(anyEdit, { minLength: 1, maxLength: 3 }), ([head, page], edits) => {
      const text = page.startsWith("\ufeff") ? page : head + page;
      if (isReadAlone(text, withoutOverlap(edits.flatMap((edit) => slotEdit(text, edit))))) alone++;
    }),
    { numRuns: 1500 },
  );
  expect(alone).toBeGreaterThan(500);
});

test("any edits at any place in or next to a row are read alone only as in the whole text", () => {
  let alone = 0;
  fc.assert(
    fc.property(before, fc.array(anyEdit, { minLength: 1, maxLength: 2 }), ([head, page], edits) => {
      const text = page.startsWith("\ufeff") ? page : head + page;
      if (isReadAlone(text, withoutOverlap(edits.flatMap((edit) => rowEdit(text, edit))))) alone++;
    }),
    { numRuns: 1500 },
  );
  expect(alone).toBeGreaterThan(300);
});

// What is read alone.

/** None if the operation refuses, or has nothing to do. */
function editsOf(text: string, operation: Operation<{ topic: string }>, topic: number): Edit[] {
  const { roadmap } = parseRoadmap(text, { today: testDay });
  try {
    return operation.edits(roadmap, { topic: `#${topic}` }, testDay);
  } catch (error) {
    if (error instanceof UserError) return [];
    throw error;
  }
}

const { start, finish, reset } = operations;

test.each(["reference.md", "half-way.md", "in-progress.md"])("every change of a status in %s reads one row", (name) => {
  const text = readFileSync(new URL(`../fixtures/${name}`, import.meta.url), "utf8");
  const { topics } = parseRoadmap(text).roadmap;
  const read = topics.flatMap(({ number }) =>
    [start, finish, reset].flatMap((operation) => {
      const edits = editsOf(text, operation, number);
      return edits.length === 0 ? [] : [isReadAlone(text, edits)];
    }),
  );
  expect(new Set(read)).toEqual(new Set([true]));
  expect(read.length).toBeGreaterThan(topics.length);
});

test("changes of a status among ten thousand topics read one row", () => {
  const rows = Array.from({ length: 10_000 }, (_, index) => `| Skill ${index} | ${index % 7} | | | |\n`).join("");
  const text = `# Plan\n\n| Topic | Phase | Started | Finished | Status |\n|---|---|---|---|---|\n${rows}`;
  expect([1, 5_000, 10_000].map((topic) => isReadAlone(text, editsOf(text, finish, topic)))).toEqual([
    true,
    true,
    true,
  ]);
});

const table = "| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n";

test.each([
  { of: "a header", text: table, find: "b", write: "c" },
  { of: "the line below it", text: table, find: "--|\n", write: "-:|\n" },
  { of: "the beginning of a row", text: table, find: "| 1", write: "1" },
  { of: "a line break in a row", text: table, find: "1 |", write: "1 |\n|" },
  { of: "more than one row", text: table, find: "2 |\n| 3", write: "5 |\n| 6" },
  { of: "a row below the table", text: table, find: "4 |\n", write: "4 |\n| 5 | 6 |\n" },
  { of: "a table in a block quote", text: table.replace(/^/gm, "> "), find: "2", write: "5" },
  { of: "a table in a list item", text: `- x\n\n${table.replace(/^/gm, "  ")}`, find: "2", write: "5" },
  { of: "an indented table", text: table.replace(/^/gm, " "), find: "2", write: "5" },
  { of: "a row without a first pipe", text: table.replace("| 1", "1"), find: "2", write: "5" },
  { of: "lines that end with CR", text: table.replaceAll("\n", "\r"), find: "2", write: "5" },
  { of: "a text below the table", text: `${table}\ntext\n`, find: "text", write: "| 5 |" },
])("a change of $of reads everything", ({ text, find, write }) => {
  const start = text.indexOf(find);
  expect(isReadAlone(text, [{ at: { start, end: start + find.length }, text: write }])).toBe(false);
});
