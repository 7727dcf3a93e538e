// Temporary file: a new file with the owner, the mode and no more rights than the file that it is to replace.

import { closeSync, constants, fchmodSync, fchownSync, fstatSync, fsyncSync, openSync, type Stats } from "node:fs";
import process from "node:process";
import { closeQuietly } from "./close-quietly.js";
import { removeQuietly, writeFully } from "./write-new-file.js";

/** The folder gives an ACL to its new files: one of them would let other people in than the old file does. */
export class FolderGivesAcl extends Error {}

/** Complete and on the disk when it returns. @throws FolderGivesAcl, or the system's own error; then there is no file */
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

/** For its owner too: unless the folder has a default ACL, in which case the system ignores the umask. */
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
  // Disks that know no rights, as in a camera, keep the ones that they make up.
  if (hasNoRights(descriptor)) throw new FolderGivesAcl();
}

function hasNoRights(descriptor: number): boolean {
  return (fstatSync(descriptor).mode & 0o777) === 0;
}

function copyOwnerAndMode(descriptor: number, old: Stats): void {
  const own = fstatSync(descriptor);
  // The owner first: a change of owner takes set-id bits away.
  if (own.uid !== old.uid || own.gid !== old.gid) fchownSync(descriptor, old.uid, old.gid);
  fchmodSync(descriptor, old.mode & 0o7777);
}
