// Commit roadmap: commits the file as it lies on the disk, with a message made from what changed.

import { type Restored, withRestored } from "../model/errors.js";
import { withLock } from "../store/lock.js";
import { findRealPath } from "../store/read-file.js";
import { recoverInterrupted } from "../store/recover-interrupted.js";
import { type CommitReport, commitText, plannedMessage } from "./commit-text.js";
import { lockWait } from "./lock-wait.js";
import { type OpenedRoadmap, type OpenRequest, readOpened, roadmapPath } from "./open-roadmap.js";
import { refuseConflict } from "./plan-steps.js";

interface CommitRoadmapRequest extends OpenRequest {
  /** In place of the message made from the change. */
  readonly message?: string | undefined;
  /** Commit nothing, only say with what message. */
  readonly isDryRun: boolean;
}

interface RoadmapCommit {
  readonly opened: OpenedRoadmap;
  /** Null when the last commit has the file as it is. */
  readonly commit: CommitReport | null;
  /** Of a dry run, the message that the commit would get. */
  readonly planned: string | null;
  /** Null unless an interrupted save was found, and taken back before the commit. */
  readonly restored: Restored | null;
}

/** @throws UserError when the file holds an unfinished merge (exit 4), or git makes no commit (8) */
export async function commitRoadmap(request: CommitRoadmapRequest): Promise<RoadmapCommit> {
  const { env } = request.whereabouts;
  const path = await roadmapPath(request);
  if (request.isDryRun) {
    const opened = await readOpened(path, request);
    return { opened, commit: null, planned: await plannedMessage(commitOf(opened, request)), restored: null };
  }
  return withLock(
    findRealPath(path),
    async (lock) => {
      const recovery = recoverInterrupted(lock);
      const restored = recovery.kind === "restored" ? { path, tornText: recovery.tornText } : null;
      try {
        const opened = await readOpened(path, request);
        return { opened, commit: await commitText(commitOf(opened, request)), planned: null, restored };
      } catch (error) {
        throw restored ? withRestored(error, restored) : error;
      }
    },
    { env, ...lockWait(env) },
  );
}

/** All of the file, whoever changed it. */
function commitOf(opened: OpenedRoadmap, { whereabouts: { env }, message }: CommitRoadmapRequest) {
  refuseConflict(opened);
  const { realPath, text } = opened.file;
  return { realPath, env, text, base: null, message };
}
