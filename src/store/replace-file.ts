// Replaces a file that no one else writes, such as one that git made for a merge: completely or not at all.

import { constants, lstatSync, openSync, renameSync, type Stats } from "node:fs";
import { closeQuietly } from "./close-quietly.js";
import { diskError, systemErrorCode } from "./disk-error.js";
import { mustStayInPlace } from "./file-attributes.js";
import { makeNonce } from "./lock-record.js";
import { overwrite } from "./overwrite.js";
import { readAll } from "./read-all.js";
import { findRealPath } from "./read-file.js";
import { sidePathPrefix } from "./side-path.js";
import { FolderGivesAcl, writeTemporary } from "./temporary-file.js";
import { diskDamages, removeQuietly } from "./write-new-file.js";

/** @throws UserError when it cannot be written (exit 7); the file is then as it was */
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

/** False when a new file cannot have the owner and the rights of the old one. */
function isReplaced(realPath: string, bytes: Uint8Array, old: Stats): boolean {
  const temporary = `${sidePathPrefix(realPath)}-temp.${makeNonce()}.new`;
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

/** What makes the file longer is written first: a full disk leaves the old text. */
function writeInPlace(realPath: string, bytes: Uint8Array): void {
  const descriptor = openSync(realPath, constants.O_RDWR | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const old = readAll(descriptor, bytes.length);
    if (!overwrite(descriptor, old, Buffer.from(bytes))) throw diskDamages(realPath);
  } finally {
    closeQuietly(descriptor);
  }
}
