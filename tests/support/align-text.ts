// Aligns the topic tables of a text the way the program does, and checks what it made.

import { expect } from "vitest";
import { applyEdits, parseRoadmap, type Roadmap } from "../../src/index.js";
import { alignmentEdits } from "../../src/operations/align-table.js";
import { verifyAlignment } from "../../src/operations/verify-alignment.js";

/** Every change in it is verified the way the program verifies, and by what the topics mean. */
export function alignText(text: string): string {
  const { roadmap } = parseRoadmap(text);
  const edits = roadmap.tables.flatMap(({ table }) => alignmentEdits(text, table));
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
