// Hash bytes: the hash that tells whether two reads of a file gave the same bytes.

import process from "node:process";

/** SHA-256 of the bytes, in lower-case hexadecimal. */
export function hashBytes(bytes: Uint8Array | string): string {
  // Loading node:crypto takes a tenth of a minimal start, and most commands never need a hash.
  return process.getBuiltinModule("node:crypto").hash("sha256", bytes, "hex");
}
