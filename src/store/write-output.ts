// Write output: files beside the roadmap that the program makes, such as pictures; never the roadmap itself.

import { linkSync, lstatSync, renameSync, statSync } from "node:fs";
import { diskError, systemErrorCode } from "./disk-error.js";
import { makeNonce } from "./lock-record.js";
import { readAnyFile } from "./read-file.js";
import { replaceFile } from "./replace-file.js";
import { sidePathPrefix } from "./side-path.js";
import { removeQuietly, writeNewFile } from "./write-new-file.js";

/** The bytes at the path; null when there is nothing. @throws UserError when there is something that is no file */
export function readOutput(path: string): Buffer | null {
  return lstatSync(path, { throwIfNoEntry: false }) === undefined ? null : readAnyFile(path);
}

/** Whether both paths, which lead to files, lead to the same one: by links or by other names too. */
export function isSameFile(path: string, other: string): boolean {
  const [one, another] = [statSync(path), statSync(other)];
  return one.ino === another.ino && one.dev === another.dev;
}

/** The file is complete or, when that fails, as it was. @param found what `readOutput` gave */
export function writeOutput(path: string, bytes: Uint8Array, found: Buffer | null): void {
  if (found === null) createFile(path, bytes);
  else replaceFile(path, bytes);
}

/** Complete from the first moment, and never in the place of a file that came meanwhile. */
function createFile(path: string, bytes: Uint8Array): void {
  const temporary = `${sidePathPrefix(path)}-temp.${makeNonce()}.new`;
  try {
    writeNewFile(temporary, bytes, 0o666);
    nameNewFile(temporary, path);
  } catch (error) {
    throw diskError(error, `cannot write ${path}`, "nothing was written");
  } finally {
    removeQuietly(temporary);
  }
}

function nameNewFile(temporary: string, path: string): void {
  try {
    linkSync(temporary, path);
  } catch (error) {
    // Some file systems have no second names.
    if (!["EPERM", "ENOTSUP", "ENOSYS", "EOPNOTSUPP"].includes(systemErrorCode(error) ?? "")) throw error;
    renameSync(temporary, path);
  }
}
