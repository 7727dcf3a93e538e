// Syncs the folder of a file, so its name is on disk as well as its bytes.

import { constants, fsyncSync, openSync } from "node:fs";
import { dirname } from "node:path";
import { closeQuietly } from "./close-quietly.js";
import { systemErrorCode } from "./disk-error.js";

/** A new name survives a power failure only once the folder, which contains the name, is synced too. */
export function syncFolderOf(realPath: string): void {
  let descriptor: number;
  try {
    descriptor = openSync(dirname(realPath), constants.O_RDONLY);
  } catch (error) {
    if (!["EACCES", "EPERM", "EISDIR"].includes(systemErrorCode(error) ?? "")) throw error;
    // A folder that cannot be opened for reading, or Windows: syncing the renamed file itself is the most that is
    // possible.
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
