// Checked merge: three texts become one, in steps between which they are read; loaded by the few runs that merge.

import type { Roadmap } from "../model/roadmap.js";
import { type CommonLayout, commonLayout } from "./common-layout.js";
import { mergeRoadmaps } from "./merge-roadmaps.js";
import { type Contest, conflictsIn, markedText, type Piece, settledFor, type Versions } from "./pieces.js";
import { verifyMerge } from "./verify-merge.js";

interface StartedMerge {
  /** What has to be read: the three texts in a common layout. */
  readonly texts: Versions<string>;
  /** @returns null when they cannot be merged without doubt */
  merge(roadmaps: Versions<Roadmap>): UncheckedMerge | null;
}

/** The merged text twice, with its conflicts settled for each side: to be read again. */
export interface UncheckedMerge {
  readonly forOurs: string;
  readonly forTheirs: string;
  /** What is wrong with it, in words, or the merge. */
  check(forOurs: Roadmap, forTheirs: Roadmap): string | CheckedMerge;
}

export interface CheckedMerge {
  /** With markers around the conflicts. */
  readonly text: string;
  readonly conflicts: number;
  readonly contests: readonly Contest[];
}

interface MarkerStyle {
  readonly size: number;
  readonly labels: Versions<string>;
}

export function startMerge(original: Versions<string>, markers: MarkerStyle): StartedMerge {
  const layout = commonLayout(original);
  return {
    texts: layout.texts,
    merge(roadmaps) {
      const pieces = mergeRoadmaps(roadmaps);
      return pieces && uncheckedMerge(pieces, roadmaps, { markers, layout });
    },
  };
}

function uncheckedMerge(
  pieces: readonly Piece[],
  roadmaps: Versions<Roadmap>,
  { markers, layout }: { markers: MarkerStyle; layout: CommonLayout },
): UncheckedMerge {
  const conflicts = conflictsIn(pieces);
  const hasConflicts = conflicts.length > 0;
  return {
    forOurs: settledFor("ours", pieces),
    forTheirs: settledFor("theirs", pieces),
    check(forOurs, forTheirs) {
      const wrong =
        verifyMerge(roadmaps, forOurs, { side: "ours", hasConflicts }) ??
        verifyMerge(roadmaps, forTheirs, { side: "theirs", hasConflicts });
      if (wrong !== null) return wrong;
      const text = layout.finish(markedText(pieces, { ...markers, lineEnding: layout.lineEnding }));
      return { text, conflicts: conflicts.length, contests: conflicts.flatMap(({ contests }) => contests) };
    },
  };
}
