// New file path: the path of a file that does not exist yet.

import { basename, resolve } from "node:path";
import type { NewFile } from "./create-file.js";

export function newFilePath(path: string, cwd: string): NewFile {
  return { path, absolutePath: resolve(cwd, path), wayOut: "choose another file: `roadmap init FILE`" };
}

/** The name of its folder; empty at the root of the disk. */
export function folderName({ absolutePath }: NewFile): string {
  return basename(resolve(absolutePath, ".."));
}
