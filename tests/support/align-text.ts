// Aligns the topic tables of a text the way the program does, and checks what it made.

import { applyEdits, parseRoadmap } from "../../src/index.js";
import { alignmentEdits } from "../../src/operations/align-table.js";
import { verifyAlignment } from "../../src/operations/verify-alignment.js";

/** Every change in it is verified the way the program verifies. */
export function alignText(text: string): string {
  const { roadmap } = parseRoadmap(text);
  const edits = roadmap.tables.flatMap(({ table }) => alignmentEdits(text, table));
  const after = applyEdits(text, edits);
  verifyAlignment(roadmap, parseRoadmap(after).roadmap);
  return after;
}
