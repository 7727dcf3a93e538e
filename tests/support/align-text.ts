// Aligns the topic tables of a text as the program does, and verifies the result.

import { expect } from "vitest";
import { applyEdits, type Edit, parseRoadmap, type Roadmap } from "../../src/index.js";
import { readTables } from "../../src/markdown/read-roadmap.js";
import { alignmentEdits, verifyAlignment } from "../../src/operations/align-table.js";

/** Every change is verified as in the program, and by the meaning of the topics. */
export function alignText(text: string): string {
  const { roadmap } = parseRoadmap(text);
  const { tables } = readTables(text, roadmap.blocks, roadmap.settings).roadmap;
  expect(tables.map(({ table }) => table)).toEqual(roadmap.tables.map(({ table }) => table));
  const edits: Edit[] = [];
  for (const { table } of tables) alignmentEdits(text, table, edits);
  const aligned = parseRoadmap(applyEdits(text, edits)).roadmap;
  verifyAlignment(roadmap, aligned);
  expect(meaningOf(aligned)).toEqual(meaningOf(roadmap));
  return aligned.text;
}

function meaningOf({ topics, tasks }: Roadmap): unknown[] {
  return [
    ...topics.map(({ name, status, started, finished, phase }) => [name, status, started, finished, phase?.label]),
    ...tasks.map(({ name, status, phase }) => [name, status, phase?.label]),
  ];
}
