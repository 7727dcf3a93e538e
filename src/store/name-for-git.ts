// Name for git: the path of a file without symbolic links.

import { resolve } from "node:path";
import type { RoadmapFile } from "./read-file.js";

/** As the user named it, if that is the real path. */
export function nameForGit({ path, realPath }: Pick<RoadmapFile, "path" | "realPath">, cwd: string): string {
  return resolve(cwd, path) === realPath ? path : realPath;
}
