// Lock paths: where the lock of a roadmap may be.

import { statSync } from "node:fs";
import { join } from "node:path";
import { hashBytes } from "./hash-bytes.js";
import { sidePathPrefix } from "./side-path.js";
import { type Environment, findStateFolder } from "./state-folder.js";

interface LockPaths {
  /** The usual place. */
  readonly beside: string;
  /** For a folder without write access. */
  readonly inStateFolder: () => string;
  /** For a file with several names (hard links), which has a lock next to each name: one more that they share. */
  readonly forAllNames: string | undefined;
}

export function findLockPaths(realPath: string, env: Environment): LockPaths {
  const folder = join(findStateFolder(env), "locks");
  const stats = statSync(realPath, { throwIfNoEntry: false });
  return {
    beside: `${sidePathPrefix(realPath)}-lock`,
    inStateFolder: () => join(folder, `${hashBytes(realPath).slice(0, 32)}.roadmap-lock`),
    forAllNames:
      stats === undefined || stats.nlink < 2 ? undefined : join(folder, `inode-${stats.dev}-${stats.ino}.roadmap-lock`),
  };
}
