// Partly saved: finds interrupted saves in files that are only read.

import { type FileLookup, findRoadmapFile } from "../store/find-file.js";
import { findStateFolder, hasRecoveryFolder } from "../store/paths.js";

export interface PartlySaved {
  readonly path: string;
  /** The path of its text from before the save. */
  readonly oldPath: string;
}

/**
 * The files that contain the torn text of an interrupted save.
 * @param paths the files that were read; empty for the roadmap itself
 */
export async function findPartlySaved(
  { file, env, cwd }: FileLookup,
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
