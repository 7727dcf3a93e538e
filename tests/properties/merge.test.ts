// Properties of the merge, over random bases and random changes of both sides.

import { expect, test } from "vitest";
import { checkMerge, isQuicklyRead, type Tally, tally } from "../support/check-merge.js";
import { fc } from "../support/fast-check.js";
import { changed, generateChanges } from "../support/generate-changes.js";
import { generateDistinctRoadmap } from "../support/generate-distinct-roadmap.js";
import { generateRoadmap } from "../support/generate-roadmap.js";
import { mergeTexts } from "../support/merge-texts.js";

const bases = fc.oneof(generateDistinctRoadmap(), generateRoadmap());

test("random merges lose nothing, conflict equally in both orders, and can be read", () => {
  const counts: Tally = tally();
  fc.assert(
    fc.property(bases, generateChanges(4), generateChanges(4), (base, ours, theirs) => {
      checkMerge({ base, ours: changed(base, ours, "o"), theirs: changed(base, theirs, "t") }, counts);
    }),
    { numRuns: Number(process.env.MERGE_RUNS ?? 10_000) },
  );
  if (process.env.SHOW) console.log(counts);
  // Leaving it to git is correct, but it is not a merge: most often, a blank Phase cell would continue another phase.
  expect(counts.leftToGit).toBeLessThan(counts.all / 30);
  expect(counts.clean).toBeGreaterThan(counts.all / 2);
});

test("random merges of inferred tables lose nothing, and conflict equally in both orders", () => {
  const counts: Tally = tally();
  const inferred = generateDistinctRoadmap("inferred");
  fc.assert(
    fc.property(inferred, generateChanges(4), generateChanges(4), (base, ours, theirs) => {
      checkMerge({ base, ours: changed(base, ours, "o"), theirs: changed(base, theirs, "t") }, counts);
    }),
    { numRuns: Number(process.env.MERGE_RUNS ?? 3_000) },
  );
  if (process.env.SHOW) console.log(counts);
  // One side may have changed what a column is.
  expect(counts.leftToGit).toBeLessThan(counts.all / 15);
  expect(counts.clean).toBeGreaterThan(counts.all / 2);
});

test("changes of one side are merged byte for byte, whatever the other side changes far from them", () => {
  fc.assert(
    fc.property(bases, generateChanges(5), (base, changes) => {
      const far = "\n\nbetween\n\nthem\n\nfar from it\n";
      const [before, after] = [base + far, changed(base, changes, "o") + far];
      const elsewhere = (text: string) => text.replace("far from it", "far away");
      if (!isQuicklyRead({ base: before, ours: after, theirs: elsewhere(before) })) return;
      expect(mergeTexts(before, after, elsewhere(before)).text).toBe(elsewhere(after));
      expect(mergeTexts(before, elsewhere(before), after).text).toBe(elsewhere(after));
    }),
    { numRuns: 1_000 },
  );
});
