// The fingerprint that says whether two readings of a file are the same bytes.

import { hash } from "node:crypto";

/** SHA-256 of the bytes, in lower-case hexadecimal. */
export function hashBytes(bytes: Uint8Array | string): string {
  return hash("sha256", bytes, "hex");
}
