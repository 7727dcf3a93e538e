// Overwrites an open file in place, in an order that is safe when the disk runs full.

import { fstatSync, fsyncSync, ftruncateSync } from "node:fs";
import { readAll } from "./read-all.js";
import { writeFully } from "./write-new-file.js";

/**
 * Replaces `now`, the whole content of the file, with `next`, and syncs it. Writes the added length first: until there
 * is room for it, the existing text stays unchanged.
 * @returns whether the disk returns the bytes that were written.
 */
export function overwrite(descriptor: number, now: Buffer, next: Buffer): boolean {
  writeFully(descriptor, next.subarray(now.length), Math.min(now.length, next.length));
  writeFully(descriptor, next.subarray(0, now.length));
  ftruncateSync(descriptor, next.length);
  fsyncSync(descriptor);
  return readAll(descriptor, fstatSync(descriptor).size).equals(next);
}
