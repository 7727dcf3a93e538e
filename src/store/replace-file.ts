// Replaces a file that only roadmap writes, such as one that git created for a merge: completely or not at all.

import { constants, lstatSync, openSync, renameSync, type Stats } from "node:fs";
import { closeQuietly } from "./close-quietly.js";
import { diskError, systemErrorCode } from "./disk-error.js";
import { mustStayInPlace } from "./file-attributes.js";
import { overwrite } from "./overwrite.js";
import { readAll } from "./read-all.js";
import { findRealPath } from "./read-file.js";
import { temporaryPath } from "./side-path.js";
import { FolderGivesAcl, writeTemporary } from "./temporary-file.js";
import { diskDamages, removeQuietly } from "./write-new-file.js";

/** @throws UserError if it cannot be written (exit 7); the file is then unchanged */
export function replaceFile(path: string, bytes: Uint8Array): void {
  const realPath = findRealPath(path);
  try {
    const stats = lstatSync(realPath);
    if (mustStayInPlace(realPath, stats, "nothing") || !isReplaced(realPath, bytes, stats))
      writeInPlace(realPath, bytes);
  } catch (error) {
    throw diskError(error, `cannot write ${path}`);
  }
}

/** False if a new file cannot get the owner and permissions of the old one. */
function isReplaced(realPath: string, bytes: Uint8Array, old: Stats): boolean {
  const temporary = temporaryPath(realPath);
  try {
    writeTemporary(temporary, bytes, old);
    renameSync(temporary, realPath);
    return true;
  } catch (error) {
    removeQuietly(temporary);
    if (systemErrorCode(error) !== "EPERM" && !(error instanceof FolderGivesAcl)) throw error;
    return false;
  }
}

/** Writes the added length first: a full disk leaves the old text. */
function writeInPlace(realPath: string, bytes: Uint8Array): void {
  const descriptor = openSync(realPath, constants.O_RDWR | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const old = readAll(descriptor, bytes.length);
    if (!overwrite(descriptor, old, Buffer.from(bytes))) throw diskDamages(realPath);
  } finally {
    closeQuietly(descriptor);
  }
}
