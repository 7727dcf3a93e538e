// New file path: where a file that is not there yet shall be.

import { basename, resolve } from "node:path";
import type { NewFile } from "./create-file.js";

export function newFilePath(path: string, cwd: string): NewFile {
  return { path, absolutePath: resolve(cwd, path), wayOut: "choose another file: `roadmap init FILE`" };
}

/** The name of the folder that it is in; empty at the root of the disk. */
export function folderName({ absolutePath }: NewFile): string {
  return basename(resolve(absolutePath, ".."));
}
