// Commit roadmap: commits the file as it lies on the disk, with a message made from what changed.

import { withLock } from "../store/lock.js";
import { findRealPath } from "../store/read-file.js";
import { recoverInterrupted } from "../store/recover-interrupted.js";
import { type CommitReport, commitText } from "./commit-text.js";
import { lockWait } from "./lock-wait.js";
import { type OpenedRoadmap, type OpenRequest, readOpened, roadmapPath } from "./open-roadmap.js";
import { refuseConflict } from "./plan-steps.js";

interface CommitRoadmapRequest extends OpenRequest {
  /** In place of the message made from the change. */
  readonly message?: string | undefined;
}

interface RoadmapCommit {
  readonly opened: OpenedRoadmap;
  /** Null when the last commit has the file as it is. */
  readonly commit: CommitReport | null;
}

/** @throws UserError when the file holds an unfinished merge (exit 4), or git makes no commit (8) */
export async function commitRoadmap(request: CommitRoadmapRequest): Promise<RoadmapCommit> {
  const { env } = request.whereabouts;
  const path = await roadmapPath(request);
  return withLock(
    findRealPath(path),
    async (lock) => {
      recoverInterrupted(lock);
      const opened = await readOpened(path, request);
      refuseConflict(opened);
      const { realPath, text } = opened.file;
      const commit = await commitText({ realPath, env, text, base: null, message: request.message });
      return { opened, commit };
    },
    { env, ...lockWait(env) },
  );
}
