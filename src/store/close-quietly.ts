// Closes a descriptor that was only read or is already synced, so an error cannot lose data.

import { closeSync } from "node:fs";

export function closeQuietly(descriptor: number): void {
  try {
    closeSync(descriptor);
  } catch {
    // The system has released it anyway.
  }
}
