// Closes what was only read, or is synced already: nothing can be lost by it any more.

import { closeSync } from "node:fs";

export function closeQuietly(descriptor: number): void {
  try {
    closeSync(descriptor);
  } catch {
    // The system has let go of it all the same.
  }
}
