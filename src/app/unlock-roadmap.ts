// Unlock roadmap: shows the lock of the file, and removes it if it is stale or the user insists.

import { type Removal, removeLock } from "../store/lock/unlock.js";
import { findRealPath } from "../store/read-file.js";
import { type OpenRequest, roadmapPath } from "./open-roadmap.js";

export interface UnlockReport {
  readonly path: string;
  readonly removal: Removal;
}

interface UnlockRequest extends OpenRequest {
  readonly isForced: boolean;
  /** Only show it. */
  readonly isDryRun: boolean;
}

export async function unlockRoadmap(request: UnlockRequest): Promise<UnlockReport> {
  const path = await roadmapPath(request);
  const { isForced: force, isDryRun, lookup } = request;
  const removal = removeLock(findRealPath(path), { env: lookup.env, force, isDryRun });
  return { path, removal };
}
