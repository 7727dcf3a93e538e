// Reads an open file to its end, which may have moved since its size was read.

import { readSync } from "node:fs";

/** At most one byte more than `maxBytes`, by which the caller detects that there is too much. */
export function readAll(descriptor: number, expectedBytes: number, maxBytes = Number.MAX_SAFE_INTEGER - 1): Buffer {
  let buffer = Buffer.allocUnsafe(Math.min(expectedBytes, maxBytes) + 1);
  let length = 0;
  while (length <= maxBytes) {
    if (length === buffer.length) buffer = Buffer.concat([buffer], Math.min(buffer.length * 2, maxBytes + 1));
    const count = readSync(descriptor, buffer, length, buffer.length - length, length);
    if (count === 0) break;
    length += count;
  }
  return buffer.subarray(0, length);
}
