// Commit roadmap: commits the working file, with a message generated from the changes.

import { type Restored, withRestored } from "../model/errors.js";
import { withLock } from "../store/lock/lock.js";
import { findRealPath } from "../store/read-file.js";
import { recoverInterrupted } from "../store/save/recover.js";
import { lockWait } from "./change-roadmap.js";
import { type CommitReport, commitText, plannedMessage } from "./commit-change.js";
import { type OpenedRoadmap, type OpenRequest, readOpened, roadmapPath } from "./open-roadmap.js";
import { refuseConflict } from "./requested-operations.js";

interface CommitRoadmapRequest extends OpenRequest {
  /** Replaces the generated message. */
  readonly message?: string | undefined;
  /** Commit nothing; only report the message. */
  readonly isDryRun: boolean;
}

export interface RoadmapCommit {
  readonly opened: OpenedRoadmap;
  /** Null if the last commit already has the file as it is. */
  readonly commit: CommitReport | null;
  /** In a dry run, the message of the commit. */
  readonly planned: string | null;
  /** Null unless an interrupted save was found, and undone before the commit. */
  readonly restored: Restored | null;
}

/** @throws UserError if the file has unresolved merge conflicts (exit 4), or git refuses to commit (8) */
export async function commitRoadmap(request: CommitRoadmapRequest): Promise<RoadmapCommit> {
  const { env } = request.lookup;
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

/** The whole file, including changes by other programs. */
function commitOf(opened: OpenedRoadmap, { lookup: { env }, message }: CommitRoadmapRequest) {
  refuseConflict(opened);
  const { realPath, text } = opened.file;
  return { realPath, env, text, base: null, message };
}
