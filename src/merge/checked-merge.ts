// Checked merge: merges three texts that the caller reads, and verifies the result; loaded late, since few runs merge.

import type { Roadmap } from "../model/roadmap.js";
import {
  type CommonLayout,
  type ConflictDetail,
  commonLayout,
  conflictHunks,
  linesConflict,
  type MergeHunk,
  markedText,
  resolvedFor,
  type Versions,
} from "./hunks.js";
import { mergeRoadmaps } from "./merge-roadmaps.js";
import { verifyMerge } from "./verify-merge.js";

interface StartedMerge {
  /** The texts to read: all three in a common layout. */
  readonly texts: Versions<string>;
  /** @returns null if a safe merge is not possible */
  merge(roadmaps: Versions<Roadmap>): UncheckedMerge | null;
  /** The problem with another program's merge without conflicts, as text; null if there is none. */
  doubt(roadmaps: Versions<Roadmap>, merged: Roadmap): string | null;
  /** One conflict that contains everything that differs. */
  asConflict(): CheckedMerge;
}

/** The merged text with its conflicts resolved for each side, to be read again. */
export interface UncheckedMerge {
  readonly forOurs: string;
  readonly forTheirs: string;
  /** The problem as text, or the verified merge. */
  check(forOurs: Roadmap, forTheirs: Roadmap): string | CheckedMerge;
}

export interface CheckedMerge {
  /** With markers around the conflicts. */
  readonly text: string;
  readonly conflicts: number;
  readonly details: readonly ConflictDetail[];
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
      const hunks = mergeRoadmaps(roadmaps);
      return hunks && uncheckedMerge(hunks, roadmaps, { markers, layout });
    },
    doubt: (roadmaps, merged) => doubtOf(roadmaps, { forOurs: merged, forTheirs: merged }, false),
    asConflict: () => marked(linesConflict(layout.texts), { markers, layout }),
  };
}

interface MarkingContext {
  readonly markers: MarkerStyle;
  readonly layout: CommonLayout;
}

function marked(hunks: readonly MergeHunk[], { markers, layout }: MarkingContext): CheckedMerge {
  const conflicts = conflictHunks(hunks);
  const text = layout.finish(markedText(hunks, { ...markers, lineEnding: layout.lineEnding }));
  return { text, conflicts: conflicts.length, details: conflicts.flatMap(({ details }) => details) };
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

function uncheckedMerge(
  hunks: readonly MergeHunk[],
  roadmaps: Versions<Roadmap>,
  context: MarkingContext,
): UncheckedMerge {
  return {
    forOurs: resolvedFor("ours", hunks),
    forTheirs: resolvedFor("theirs", hunks),
    check(forOurs, forTheirs) {
      return doubtOf(roadmaps, { forOurs, forTheirs }, conflictHunks(hunks).length > 0) ?? marked(hunks, context);
    },
  };
}
