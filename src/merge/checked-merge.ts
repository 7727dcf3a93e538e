// Checked merge: three texts become one, in steps between which they are read; loaded by the few runs that merge.

import type { Roadmap } from "../model/roadmap.js";
import { type CommonLayout, commonLayout } from "./common-layout.js";
import { linesConflict } from "./lines-conflict.js";
import { mergeRoadmaps } from "./merge-roadmaps.js";
import { type Contest, conflictsIn, markedText, type Piece, settledFor, type Versions } from "./pieces.js";
import { verifyMerge } from "./verify-merge.js";

interface StartedMerge {
  /** What has to be read: the three texts in a common layout. */
  readonly texts: Versions<string>;
  /** @returns null when they cannot be merged without doubt */
  merge(roadmaps: Versions<Roadmap>): UncheckedMerge | null;
  /** What is wrong with a merge without conflicts that another program made, in words. */
  doubt(roadmaps: Versions<Roadmap>, merged: Roadmap): string | null;
  /** One conflict of all that differs. */
  asConflict(): CheckedMerge;
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
    doubt: (roadmaps, merged) => doubtOf(roadmaps, { forOurs: merged, forTheirs: merged }, false),
    asConflict: () => marked(linesConflict(layout.texts), { markers, layout }),
  };
}

interface Drawing {
  readonly markers: MarkerStyle;
  readonly layout: CommonLayout;
}

function marked(pieces: readonly Piece[], { markers, layout }: Drawing): CheckedMerge {
  const conflicts = conflictsIn(pieces);
  const text = layout.finish(markedText(pieces, { ...markers, lineEnding: layout.lineEnding }));
  return { text, conflicts: conflicts.length, contests: conflicts.flatMap(({ contests }) => contests) };
}

function doubtOf(
  roadmaps: Versions<Roadmap>,
  merged: { readonly forOurs: Roadmap; readonly forTheirs: Roadmap },
  hasConflicts: boolean,
): string | null {
  return (
    verifyMerge(roadmaps, merged.forOurs, { side: "ours", hasConflicts }) ??
    verifyMerge(roadmaps, merged.forTheirs, { side: "theirs", hasConflicts })
  );
}

function uncheckedMerge(pieces: readonly Piece[], roadmaps: Versions<Roadmap>, drawing: Drawing): UncheckedMerge {
  return {
    forOurs: settledFor("ours", pieces),
    forTheirs: settledFor("theirs", pieces),
    check(forOurs, forTheirs) {
      return doubtOf(roadmaps, { forOurs, forTheirs }, conflictsIn(pieces).length > 0) ?? marked(pieces, drawing);
    },
  };
}
