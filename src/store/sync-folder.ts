// Syncs the folder of a file, so that its name is on the disk like its bytes.

import { constants, fsyncSync, openSync } from "node:fs";
import { dirname } from "node:path";
import { closeQuietly } from "./close-quietly.js";
import { systemErrorCode } from "./disk-error.js";

/** A new name outlives a power cut only when the folder, which holds the name, is on the disk too. */
export function syncFolderOf(realPath: string): void {
  let descriptor: number;
  try {
    descriptor = openSync(dirname(realPath), constants.O_RDONLY);
  } catch (error) {
    if (!["EACCES", "EPERM", "EISDIR"].includes(systemErrorCode(error) ?? "")) throw error;
    // A folder closed for listing, or Windows: syncing the renamed file itself is the most there is.
    descriptor = openSync(realPath, constants.O_RDONLY);
  }
  try {
    fsyncSync(descriptor);
  } catch (error) {
    if (!["EINVAL", "ENOTSUP", "EPERM"].includes(systemErrorCode(error) ?? "")) throw error;
  } finally {
    closeQuietly(descriptor);
  }
}
