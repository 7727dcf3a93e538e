// Change roadmap: the one way to change the file. Saving is the last step; before it nothing has changed.

import { exitCodes, UserError } from "../model/errors.js";
import { AmbiguousName } from "../model/find.js";
import { withLock } from "../store/lock.js";
import { findRealPath } from "../store/read-file.js";
import { type RecoveryReport, recoverInterrupted } from "../store/recover-interrupted.js";
import { type SaveReport, saveRoadmapFile } from "../store/save-file.js";
import { type OpenedRoadmap, type OpenRequest, readOpened, roadmapPath } from "./open-roadmap.js";
import { type PlannedOperations, planOperations, type Step } from "./plan-operations.js";

export interface ChangeRequest extends OpenRequest {
  readonly steps: readonly Step[];
  /** Change nothing, only say what would be changed. */
  readonly isDryRun: boolean;
}

export interface ChangeReport extends PlannedOperations {
  readonly opened: OpenedRoadmap;
  /** How it was saved; null when nothing was to be changed, or nothing should be. */
  readonly saved: SaveReport | null;
  readonly recovery: RecoveryReport;
}

/** @throws UserError when it is refused or cannot be saved; the file is then as it was */
export async function changeRoadmap(request: ChangeRequest): Promise<ChangeReport> {
  const path = await roadmapPath(request);
  if (request.isDryRun) {
    const opened = await readOpened(path, request);
    const planned = await planChange(opened, request);
    return { opened, ...planned, saved: null, recovery: { kind: "nothing" } };
  }
  const { env } = request.whereabouts;
  return withLock(
    findRealPath(path),
    async (lock) => {
      const recovery = recoverInterrupted(lock);
      const opened = await readOpened(path, request);
      const planned = await planChange(opened, request);
      const saved = planned.edits.length === 0 ? null : saveRoadmapFile(opened.file, planned.text, lock);
      return { opened, ...planned, saved, recovery };
    },
    { env, ...lockWait(env.ROADMAP_LOCK_WAIT_MS) },
  );
}

async function planChange(opened: OpenedRoadmap, { steps }: ChangeRequest): Promise<PlannedOperations> {
  refuseConflict(opened);
  try {
    return await planOperations(opened, steps, opened.today);
  } catch (error) {
    throw error instanceof AmbiguousName ? error.inFile(opened.file.hash) : error;
  }
}

function refuseConflict({ file, problems }: OpenedRoadmap): void {
  const conflict = problems.find(({ code }) => code === "CONFLICT_MARKERS");
  if (!conflict) return;
  throw new UserError({
    code: conflict.code,
    message: `${file.path} holds an unfinished merge`,
    hint: "choose between the two sides in an editor and delete the marker lines",
    exitCode: exitCodes.fileProblem,
  });
}

/** How long to wait for the lock, when the environment says so: scripts may be more patient than people, or less. */
function lockWait(asked: string | undefined): { waitMs?: number } {
  return asked !== undefined && /^\d{1,9}$/.test(asked) ? { waitMs: Number(asked) } : {};
}
