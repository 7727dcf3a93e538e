// Merging three texts in tests, without files and processes.

import { parseRoadmap } from "../../src/index.js";
import { commonLayout } from "../../src/merge/common-layout.js";
import { mergeRoadmaps } from "../../src/merge/merge-roadmaps.js";
import { type Conflict, conflictsIn, markedText, type Piece, settledFor } from "../../src/merge/pieces.js";

export interface MergedTexts {
  readonly pieces: readonly Piece[];
  readonly conflicts: readonly Conflict[];
  /** With markers around what is in conflict. */
  readonly text: string;
  readonly forOurs: string;
  readonly forTheirs: string;
}

export const labels = { base: "base", ours: "ours", theirs: "theirs" };

/** Null where the program would merge them as lines. */
export function mergeTexts(base: string, ours: string, theirs: string): MergedTexts | null {
  const { texts, lineEnding, finish } = commonLayout({ base, ours, theirs });
  const [b, o, t] = [texts.base, texts.ours, texts.theirs].map((text) => parseRoadmap(text).roadmap);
  const pieces = b && o && t ? mergeRoadmaps({ base: b, ours: o, theirs: t }) : null;
  if (pieces === null) return null;
  return {
    pieces,
    conflicts: conflictsIn(pieces),
    text: finish(markedText(pieces, { size: 7, labels, lineEnding })),
    forOurs: finish(settledFor("ours", pieces)),
    forTheirs: finish(settledFor("theirs", pieces)),
  };
}
