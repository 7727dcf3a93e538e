// What must be true of every merge, whatever the three texts are.

import { expect } from "vitest";
import { bodyStart } from "../../src/markdown/front-matter-place.js";
import { scanBlocks } from "../../src/markdown/scan/index.js";
import type { Versions } from "../../src/merge/hunks.js";
import { readOnce, type TriedMerge, tryMerge } from "./merge-texts.js";

export interface Tally {
  all: number;
  clean: number;
  conflicting: number;
  /** Texts that only the slow reader can read. */
  passedOver: number;
  /** Merges left to git: it cannot merge, or does not trust its result. */
  leftToGit: number;
}

export function tally(): Tally {
  return { all: 0, clean: 0, conflicting: 0, passedOver: 0, leftToGit: 0 };
}

/** Whether the fast reader reads them all. */
export function isQuicklyRead(texts: Versions<string>): boolean {
  return Object.values(texts).every((text) => scanBlocks(text, bodyStart(text)) !== null);
}

/** Both orders of the merge. */
export function checkMerge(texts: Versions<string>, counts: Tally): void {
  const { base, ours, theirs } = texts;
  counts.all++;
  if (!isQuicklyRead(texts)) {
    counts.passedOver++;
    return;
  }
  const read = readOnce();
  const [merged, turned] = [tryMerge(texts, read), tryMerge({ base, ours: theirs, theirs: ours }, read)];
  const shown = () => JSON.stringify({ ...texts, merged: told(merged), turned: told(turned) }, null, 1);
  for (const [one, own, other] of [
    [merged, ours, theirs],
    [turned, theirs, ours],
  ] as const) {
    if (one.unchecked && (lost(one.unchecked.forOurs, own) || lost(one.unchecked.forTheirs, other)))
      expect.fail(`words are lost: ${shown()}`);
    if (typeof one.checked !== "string" && (lost(one.checked.text, own) || lost(one.checked.text, other)))
      expect.fail(`words are lost between the markers: ${shown()}`);
  }
  if (typeof merged.checked === "string" || typeof turned.checked === "string") {
    counts.leftToGit++;
    if (process.env.SHOW) console.log(merged.checked, turned.checked, shown());
    return;
  }
  if (merged.checked.conflicts !== turned.checked.conflicts) expect.fail(`one order conflicts more: ${shown()}`);
  if (merged.checked.conflicts > 0) counts.conflicting++;
  else counts.clean++;
}

function told({ unchecked, checked }: TriedMerge): object {
  return { forOurs: unchecked?.forOurs, forTheirs: unchecked?.forTheirs, checked };
}

/** A word of the side, as written by `changed`, that the text lacks. */
function lost(text: string, side: string): string | undefined {
  const kept = new Set(text.match(written));
  return side.match(written)?.find((word) => !kept.has(word));
}

const written = /\b[ot]\d+x/g;
