// The fingerprint that says whether two readings of a file are the same bytes.

import process from "node:process";

/** SHA-256 of the bytes, in lower-case hexadecimal. */
export function hashBytes(bytes: Uint8Array | string): string {
  // Loading node:crypto takes a tenth of a bare start: most commands never ask for a hash.
  return process.getBuiltinModule("node:crypto").hash("sha256", bytes, "hex");
}
