// Read burn-up history: derives from commits how the roadmap grew and was done; empty without git.

import { UserError } from "../model/errors.js";
import { type BurnUpHistory, type BurnUpKey, burnUpHistory } from "../model/pace/burn-up.js";
import { findRepository, isBelowRepository } from "../store/git/repository.js";
import { findHead } from "../store/git/versions.js";
import { defaultMaxBytes } from "../store/read-file.js";
import type { ComparingRequest } from "./compare-versions.js";
import { uncommittedChange } from "./log-roadmap.js";
import type { OpenedRoadmap, OpenRequest } from "./open-roadmap.js";
import { readHistory } from "./read-history.js";

interface BurnUpHistoryRequest extends OpenRequest {
  readonly opened: OpenedRoadmap;
  readonly by: BurnUpKey;
  readonly onProgress?: ComparingRequest["onProgress"];
}

/** Up to the requested version; null if no commit contains the file. Never throws UserError. */
export async function readBurnUpHistory(request: BurnUpHistoryRequest): Promise<BurnUpHistory | null> {
  const { opened, by, whereabouts, maxBytes = defaultMaxBytes, onProgress } = request;
  const { file, version, roadmap, today } = opened;
  // Checking for a folder is a thousand times faster than running git.
  if (!isBelowRepository(file.realPath)) return null;
  try {
    const repository = findRepository(file.realPath, whereabouts.env);
    const from = repository && (version?.commit ?? findHead(repository));
    if (!repository || !from) return null;
    const path = version?.path ?? repository.path;
    const entries = await readHistory({ repository, from, path, maxBytes, onProgress });
    if (entries.length === 0) return null;
    const uncommitted = version ? null : await uncommittedChange(repository, { opened, head: from, maxBytes });
    return burnUpHistory(roadmap, { entries, uncommitted }, { by, today });
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}
