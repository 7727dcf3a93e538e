// Merges three texts in tests, without files and processes.

import { parseRoadmap, type Roadmap } from "../../src/index.js";
import { type CheckedMerge, startMerge, type UncheckedMerge } from "../../src/merge/checked-merge.js";
import type { Versions } from "../../src/merge/hunks.js";

export const labels = { base: "base", ours: "ours", theirs: "theirs" };

export interface MergedTexts extends CheckedMerge {
  /** With all conflicts resolved for one side; without byte order mark, with a final newline. */
  readonly forOurs: string;
  readonly forTheirs: string;
}

/** The merge before it is verified, and its problem. */
export interface TriedMerge {
  readonly unchecked: UncheckedMerge | null;
  readonly checked: CheckedMerge | string;
  readonly started: ReturnType<typeof startMerge>;
  readonly roadmaps: Versions<Roadmap>;
}

export function tryMerge(versions: Versions<string>, read = readOnce()): TriedMerge {
  const started = startMerge(versions, { size: 7, labels });
  const { base, ours, theirs } = started.texts;
  const roadmaps = { base: read(base), ours: read(ours), theirs: read(theirs) };
  const unchecked = started.merge(roadmaps);
  const checked = unchecked
    ? unchecked.check(read(unchecked.forOurs), read(unchecked.forTheirs))
    : "it cannot be merged without doubt";
  return { unchecked, checked, started, roadmaps };
}

/** Throws if the program would leave it to git. */
export function mergeTexts(base: string, ours: string, theirs: string): MergedTexts {
  const { unchecked, checked } = tryMerge({ base, ours, theirs });
  if (typeof checked === "string" || unchecked === null) throw new Error(`left to git: ${checked}`);
  return { ...checked, forOurs: unchecked.forOurs, forTheirs: unchecked.forTheirs };
}

/** Reads each text once. */
export function readOnce(): (text: string) => Roadmap {
  const known = new Map<string, Roadmap>();
  return (text) => {
    const found = known.get(text) ?? parseRoadmap(text).roadmap;
    known.set(text, found);
    return found;
  };
}
