// Temporary file: a new file with the owner, the mode and no more permissions than the file it replaces.

import { closeSync, constants, fchmodSync, fchownSync, fstatSync, fsyncSync, openSync, type Stats } from "node:fs";
import process from "node:process";
import { closeQuietly } from "./close-quietly.js";
import { removeQuietly, writeFully } from "./write-new-file.js";

/** The folder gives new files an ACL, which would admit people whom the old file does not. */
export class FolderGivesAcl extends Error {}

/**
 * Complete and synced when it returns.
 * @throws FolderGivesAcl, or the system error; then there is no file
 */
export function writeTemporary(path: string, bytes: Uint8Array, old: Stats): void {
  const descriptor = createWithoutRights(path);
  try {
    refuseAcl(descriptor);
    writeFully(descriptor, bytes);
    copyOwnerAndMode(descriptor, old);
    fsyncSync(descriptor);
    closeSync(descriptor);
  } catch (error) {
    closeQuietly(descriptor);
    removeQuietly(path);
    throw error;
  }
}

/**
 * The umask removes all permissions, even the owner's; only with a default ACL of the folder does the system ignore it.
 */
function createWithoutRights(path: string): number {
  const umask = process.umask(0o777);
  try {
    return openSync(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o700);
  } finally {
    process.umask(umask);
  }
}

function refuseAcl(descriptor: number): void {
  if (process.platform === "win32" || hasNoRights(descriptor)) return;
  fchmodSync(descriptor, 0);
  // Disks without permissions, as in a camera, report invented ones.
  if (hasNoRights(descriptor)) throw new FolderGivesAcl();
}

function hasNoRights(descriptor: number): boolean {
  return (fstatSync(descriptor).mode & 0o777) === 0;
}

function copyOwnerAndMode(descriptor: number, old: Stats): void {
  const own = fstatSync(descriptor);
  // The owner first, because changing it clears the set-id bits.
  if (own.uid !== old.uid || own.gid !== old.gid) fchownSync(descriptor, old.uid, old.gid);
  fchmodSync(descriptor, old.mode & 0o7777);
}
