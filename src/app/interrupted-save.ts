// Interrupted save: whether a file that is only read contains the torn text of an interrupted save.

import { findRoadmapFile, type Whereabouts } from "../store/find-file.js";
import { findStateFolder, hasRecoveryFolder } from "../store/paths.js";

export interface PartlySaved {
  readonly path: string;
  /** The path of its text from before the save. */
  readonly oldPath: string;
}

/** @param paths the files that were read; empty for the roadmap itself */
export async function findPartlySaved(
  { file, env, cwd }: Whereabouts,
  paths: readonly string[],
): Promise<readonly PartlySaved[]> {
  const stateFolder = findStateFolder(env);
  if (!hasRecoveryFolder(stateFolder)) return [];
  const { findTornCopy } = await import("../store/save/recover.js");
  const found = paths.length > 0 ? null : findRoadmapFile({ file, env, cwd });
  const read = found === null ? paths : found.kind === "found" ? [found.path] : found.paths;
  return read.flatMap((path) => {
    const copy = findTornCopy(path, stateFolder);
    return copy ? [{ path, oldPath: copy.oldPath }] : [];
  });
}
