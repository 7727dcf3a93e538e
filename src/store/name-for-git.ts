// The name of a file that git takes: one that leads through no symbolic link.

import { resolve } from "node:path";
import type { RoadmapFile } from "./read-file.js";

/** As the person named it, where that is where the file really is. */
export function nameForGit({ path, realPath }: Pick<RoadmapFile, "path" | "realPath">, cwd: string): string {
  return resolve(cwd, path) === realPath ? path : realPath;
}
