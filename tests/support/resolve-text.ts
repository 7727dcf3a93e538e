// Resolves the conflicts in a text, as the program does, without a file.

import { findConflictBlocks } from "../../src/markdown/conflict-markers.js";
import { readRoadmap } from "../../src/markdown/read-roadmap.js";
import { readBlocksWithRemark } from "../../src/markdown/remark.js";
import { scanBlocks } from "../../src/markdown/scan/index.js";
import { type Conflict, type ConflictsReading, readConflicts } from "../../src/merge/conflicts/blocks.js";
import { chooseConflicts, type Resolution } from "../../src/merge/conflicts/choose.js";
import { type Choice, resolveEdits, verifyResolved } from "../../src/merge/conflicts/resolve.js";
import { sideText } from "../../src/merge/conflicts/sides.js";
import type { Roadmap } from "../../src/model/roadmap.js";
import { applyEdits } from "../../src/text/edit.js";

export function roadmapOf(text: string): Roadmap {
  return readRoadmap(text, scanBlocks(text) ?? readBlocksWithRemark(text), { today: null }).roadmap;
}

export function conflictsReading(text: string): ConflictsReading {
  const blocks = findConflictBlocks(text);
  const read = (side: "ours" | "theirs" | "base") => {
    const ofSide = sideText(text, blocks, side);
    return { ...ofSide, roadmap: roadmapOf(ofSide.text) };
  };
  return readConflicts({ text, blocks, ours: read("ours"), theirs: read("theirs"), base: read("base") });
}

export function conflictsOf(text: string): Conflict[] {
  return conflictsReading(text).blocks.flatMap(({ conflicts }) => conflicts);
}

/** Each as `name · field: ours | theirs | base`. */
export function conflictList(text: string): string[] {
  return conflictsOf(text).map(({ kind, name, field, ours, theirs, base }) =>
    kind === "cell" || kind === "row" ? `${name} · ${field}: ${[ours, theirs, base].join(" | ")}` : kind,
  );
}

/** The text after that choice; verified as before saving. */
export function resolvedText(text: string, choice: Choice, selection: Partial<Resolution> = {}): string {
  const before = conflictsReading(text);
  const resolution: Resolution = { words: [], ...selection, choice };
  const choices = chooseConflicts(
    before.blocks.flatMap(({ conflicts }) => conflicts),
    resolution,
  );
  const output = applyEdits(text, resolveEdits(text, before.blocks, choices));
  verifyResolved({ before, choices, left: conflictsOf(output), roadmap: roadmapOf(output) });
  return output;
}
