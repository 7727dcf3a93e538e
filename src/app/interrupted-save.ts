// Interrupted save: whether a file that is only read has the text of a save that was cut off.

import { findRoadmapFile, type Whereabouts } from "../store/find-file.js";
import { findStateFolder, hasRecoveryFolder } from "../store/state-folder.js";

export interface PartlySaved {
  readonly path: string;
  /** Where its text from before the save is. */
  readonly oldPath: string;
}

/** @param paths the files that were read; none for the roadmap itself */
export async function findPartlySaved(
  { file, env, cwd }: Whereabouts,
  paths: readonly string[],
): Promise<readonly PartlySaved[]> {
  const stateFolder = findStateFolder(env);
  if (!hasRecoveryFolder(stateFolder)) return [];
  const { findTornCopy } = await import("../store/recover-interrupted.js");
  const found = paths.length > 0 ? null : findRoadmapFile({ file, env, cwd });
  const read = found === null ? paths : found.kind === "found" ? [found.path] : found.paths;
  return read.flatMap((path) => {
    const copy = findTornCopy(path, stateFolder);
    return copy ? [{ path, oldPath: copy.oldPath }] : [];
  });
}
