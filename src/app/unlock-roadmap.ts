// Unlock roadmap: looks at the lock of the file, and removes it when it is dead or when a person insists.

import { findRealPath } from "../store/read-file.js";
import { type Removal, removeLock } from "../store/unlock.js";
import { type OpenRequest, roadmapPath } from "./open-roadmap.js";

export interface UnlockReport {
  readonly path: string;
  readonly removal: Removal;
}

export async function unlockRoadmap(request: OpenRequest & { readonly isForced: boolean }): Promise<UnlockReport> {
  const path = await roadmapPath(request);
  const removal = removeLock(findRealPath(path), { env: request.whereabouts.env, force: request.isForced });
  return { path, removal };
}
