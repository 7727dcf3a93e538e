// Write output: files next to the roadmap that roadmap generates, such as pictures; never the roadmap itself.

import { lstatSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { createFile } from "./create-file.js";
import { readAnyFile } from "./read-file.js";
import { replaceFile } from "./replace-file.js";

/**
 * The bytes at the path; null if there is no file.
 * @throws UserError if there is something other than a file
 */
export function readOutput(path: string): Buffer | null {
  return lstatSync(path, { throwIfNoEntry: false }) === undefined ? null : readAnyFile(path);
}

/** Whether both paths, which lead to files, lead to the same one: through links or other names. */
export function isSameFile(path: string, other: string): boolean {
  const [one, another] = [statSync(path), statSync(other)];
  return one.ino === another.ino && one.dev === another.dev;
}

/**
 * The file is complete or, if that fails, unchanged.
 * @param found what `readOutput` returned
 */
export function writeOutput(path: string, bytes: Uint8Array, found: Buffer | null): void {
  if (found === null)
    createFile({ path, absolutePath: resolve(path), wayOut: "it was created in the meantime: run this again" }, bytes);
  else replaceFile(path, bytes);
}
