// Replaces a file that nobody else writes, such as one that git made for a merge: completely or not at all.

import { chmodSync, renameSync, statSync } from "node:fs";
import { diskError } from "./disk-error.js";
import { makeNonce } from "./lock-record.js";
import { findRealPath } from "./read-file.js";
import { sidePathPrefix } from "./side-path.js";
import { removeQuietly, writeNewFile } from "./write-new-file.js";

/** @throws UserError when it cannot be written (exit 7); the file is then as it was */
export function replaceFile(path: string, bytes: Uint8Array): void {
  const realPath = findRealPath(path);
  const temporary = `${sidePathPrefix(realPath)}-temp.${makeNonce()}.new`;
  try {
    writeNewFile(temporary, bytes, 0o600);
    chmodSync(temporary, statSync(realPath).mode & 0o7777);
    renameSync(temporary, realPath);
  } catch (error) {
    removeQuietly(temporary);
    throw diskError(error, `cannot write ${path}`);
  }
}
