// What must be true of every merge, whatever the three texts are.

import { expect } from "vitest";
import { parseRoadmap } from "../../src/index.js";
import { bodyStart } from "../../src/markdown/front-matter-place.js";
import { scanBlocks } from "../../src/markdown/scan.js";
import { commonLayout } from "../../src/merge/common-layout.js";
import { settledFor, type Versions } from "../../src/merge/pieces.js";
import { verifyMerge } from "../../src/merge/verify-merge.js";
import { type MergedTexts, mergeTexts } from "./merge-texts.js";

export interface Tally {
  all: number;
  clean: number;
  conflicting: number;
  passedOver: number;
  /** Where the program would call git: it cannot merge, or does not trust what it has merged. */
  leftToGit: number;
  readonly reasons: Map<string, number>;
}

export function tally(): Tally {
  return { all: 0, clean: 0, conflicting: 0, passedOver: 0, leftToGit: 0, reasons: new Map() };
}

/** Both orders of the merge. Texts that only the slow reader can tell are passed over. */
export function checkMerge({ base, ours, theirs }: Versions<string>, counts: Tally): void {
  if ([base, ours, theirs].some((text) => scanBlocks(text, bodyStart(text)) === null)) {
    counts.passedOver++;
    return;
  }
  const both = mergeTexts(base, ours, theirs);
  const turned = mergeTexts(base, theirs, ours);
  const shown = JSON.stringify({ base, ours, theirs, merged: both?.text }, null, 1);
  expect(both === null, shown).toBe(turned === null);
  counts.all++;
  if (!both || !turned) {
    counts.leftToGit++;
    counts.reasons.set("null", (counts.reasons.get("null") ?? 0) + 1);
    if (process.env.SHOW) console.log("null", shown);
    return;
  }
  expect(turned.conflicts.length, shown).toBe(both.conflicts.length);
  for (const [merged, first, second] of [
    [both, ours, theirs],
    [turned, theirs, ours],
  ] as const) {
    for (const [text, side] of [
      [merged.text, first],
      [merged.text, second],
      [merged.forOurs, first],
      [merged.forTheirs, second],
    ] as const)
      expect(wordsLost(text, side), shown).toEqual([]);
  }
  const doubt = doubtAbout(both, { base, ours, theirs });
  if (doubt !== null) {
    counts.leftToGit++;
    counts.reasons.set(doubt, (counts.reasons.get(doubt) ?? 0) + 1);
    if (process.env.SHOW) console.log(doubt, shown);
  } else if (both.conflicts.length > 0) counts.conflicting++;
  else counts.clean++;
}

/** Words as `changed` writes them. */
function wordsLost(text: string, side: string): string[] {
  const words = new Set(side.match(/\b[ot]\d+x/g) ?? []);
  const kept = new Set(text.match(/\b[ot]\d+x/g) ?? []);
  return [...words].filter((word) => !kept.has(word));
}

export function doubtAbout({ pieces }: MergedTexts, texts: Versions<string>): string | null {
  const { base, ours, theirs } = commonLayout(texts).texts;
  const versions = {
    base: parseRoadmap(base).roadmap,
    ours: parseRoadmap(ours).roadmap,
    theirs: parseRoadmap(theirs).roadmap,
  };
  const wrong = (side: "ours" | "theirs") =>
    verifyMerge(versions, parseRoadmap(settledFor(side, pieces)).roadmap, { side, hasConflicts: pieces.length > 1 });
  return wrong("ours") ?? wrong("theirs");
}
