// Overwrites an open file in place, in an order that a disk running full cannot hurt.

import { fstatSync, fsyncSync, ftruncateSync } from "node:fs";
import { readAll } from "./read-all.js";
import { writeFully } from "./write-new-file.js";

/**
 * Replaces `now`, which is all that the file holds, by `next`, and makes sure that the disk has it.
 * What makes the file longer is written first: until there is room for it the text there stays as it is.
 * @returns whether the disk gives back what it was given.
 */
export function overwrite(descriptor: number, now: Buffer, next: Buffer): boolean {
  writeFully(descriptor, next.subarray(now.length), Math.min(now.length, next.length));
  writeFully(descriptor, next.subarray(0, now.length));
  ftruncateSync(descriptor, next.length);
  fsyncSync(descriptor);
  return readAll(descriptor, fstatSync(descriptor).size).equals(next);
}
