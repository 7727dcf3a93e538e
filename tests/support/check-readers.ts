// The differential check: the fast reader abstains or sees exactly what remark sees.

import { expect } from "vitest";
import { readBlocksWithRemark } from "../../src/markdown/remark.js";
import { scanBlocks } from "../../src/markdown/scan.js";

/** Returns whether the fast reader read the text, and fails when the two readers disagree on it. */
export function checkReaders(text: string, from = 0): boolean {
  const scanned = scanBlocks(text, from);
  if (scanned === null) return false;
  expect(scanned, JSON.stringify(text.slice(0, 2000))).toStrictEqual(readBlocksWithRemark(text, from));
  return true;
}
