// Change roadmap: the one way to change the file. Saving is the last step; before it nothing has changed.

import { withLock } from "../store/lock.js";
import { findRealPath } from "../store/read-file.js";
import { type RecoveryReport, recoverInterrupted } from "../store/recover-interrupted.js";
import { type SaveReport, saveRoadmapFile } from "../store/save-file.js";
import type { Edit } from "../text/edit.js";
import { type OpenedRoadmap, type OpenRequest, readOpened, roadmapPath } from "./open-roadmap.js";

/** What shall become of the text that was read. */
export interface PlannedChange {
  /** Edits of the text as it was read. */
  readonly edits: readonly Edit[];
  /** The text they make. */
  readonly text: string;
}

export interface ChangeRequest<Planned extends PlannedChange> extends OpenRequest {
  /** Change nothing, only say what would be changed. */
  readonly isDryRun: boolean;
  /** Works out what to change in the file as it was just read, under the lock. Throws UserError to refuse. */
  readonly plan: (opened: OpenedRoadmap) => Promise<Planned>;
}

export interface ChangeReport<Planned extends PlannedChange> {
  readonly opened: OpenedRoadmap;
  readonly planned: Planned;
  /** How it was saved; null when nothing was to be changed, or nothing should be. */
  readonly saved: SaveReport | null;
  readonly recovery: RecoveryReport;
}

/** @throws UserError when it is refused or cannot be saved; the file is then as it was */
export async function changeRoadmap<Planned extends PlannedChange>(
  request: ChangeRequest<Planned>,
): Promise<ChangeReport<Planned>> {
  const path = await roadmapPath(request);
  if (request.isDryRun) {
    const opened = await readOpened(path, request);
    return { opened, planned: await request.plan(opened), saved: null, recovery: { kind: "nothing" } };
  }
  const { env } = request.whereabouts;
  return withLock(
    findRealPath(path),
    async (lock) => {
      const recovery = recoverInterrupted(lock);
      const opened = await readOpened(path, request);
      const planned = await request.plan(opened);
      const saved = planned.edits.length === 0 ? null : saveRoadmapFile(opened.file, planned.text, lock);
      return { opened, planned, saved, recovery };
    },
    { env, ...lockWait(env.ROADMAP_LOCK_WAIT_MS) },
  );
}

/** How long to wait for the lock, when the environment says so: scripts may be more patient than people, or less. */
function lockWait(asked: string | undefined): { waitMs?: number } {
  return asked !== undefined && /^\d{1,9}$/.test(asked) ? { waitMs: Number(asked) } : {};
}
