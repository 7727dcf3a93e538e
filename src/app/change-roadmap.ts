// Change roadmap: the only way to change the file. Only a commit follows the save.
// Before the save, only the journal is written, and the file restored if an earlier save was interrupted.

import { type ErrorCode, exitCodes, UserError, withChanges, withRestored } from "../model/errors.js";
import type { JournalStep } from "../model/history/journal.js";
import { withLock } from "../store/lock/lock.js";
import type { Environment } from "../store/paths.js";
import { findRealPath } from "../store/read-file.js";
import { recordAndSave } from "../store/save/record-and-save.js";
import { type RecoveryReport, recoverInterrupted } from "../store/save/recover.js";
import type { SaveReport } from "../store/save/save-file.js";
import type { Edit } from "../text/edit.js";
import type { CommitReport } from "./commit-change.js";
import { type OpenedFile, type OpenedRoadmap, type OpenRequest, readOpened, roadmapPath } from "./open-roadmap.js";

/** The planned new text. */
export interface PlannedChange {
  /** Edits of the text as it was read. */
  readonly edits: readonly Edit[];
  /** The resulting text. */
  readonly text: string;
  /** The change as recorded for `roadmap undo`; empty if there is nothing to record. */
  readonly steps: readonly JournalStep[];
  /** The subject of a commit, if the changes do not describe it best. */
  readonly subject?: string;
}

export interface ChangeRequest<Planned extends PlannedChange, Opened extends OpenedFile = OpenedRoadmap>
  extends OpenRequest {
  /** Change nothing; only report what would change. */
  readonly isDryRun: boolean;
  /** Whether to commit what is saved; by default the front matter decides. */
  readonly isCommitWanted?: boolean | undefined;
  /** Plans the change of the file as it was just read, under the lock. Throws UserError to refuse. */
  readonly plan: (opened: Opened) => Promise<Planned>;
}

export interface ChangeReport<Planned extends PlannedChange, Opened extends OpenedFile = OpenedRoadmap> {
  readonly opened: Opened;
  readonly planned: Planned;
  /** How it was saved; null if there was nothing to change, or in a dry run. */
  readonly saved: SaveReport | null;
  /** Why `roadmap undo` cannot undo the change; null if it can. */
  readonly notRecorded: string | null;
  readonly recovery: RecoveryReport;
  /** The result of the commit; null if none was wanted or there was nothing to commit. */
  readonly commit: CommitReport | UserError | null;
}

/** @throws UserError if the change is refused or cannot be saved; the file is then unchanged, or the error says otherwise */
export async function changeRoadmap<Planned extends PlannedChange>(
  request: ChangeRequest<Planned>,
): Promise<ChangeReport<Planned>> {
  return changeRead(request, readOpened);
}

/**
 * The same for a plan that needs only part of the file.
 * @param read reads the part of the file that the plan needs
 * @throws what `changeRoadmap` throws
 */
export async function changeRead<Planned extends PlannedChange, Opened extends OpenedFile>(
  request: ChangeRequest<Planned, Opened>,
  read: (path: string, request: OpenRequest) => Promise<Opened>,
): Promise<ChangeReport<Planned, Opened>> {
  const path = await roadmapPath(request);
  if (request.isDryRun) {
    const opened = await read(path, request);
    return { ...unchanged(opened), planned: await request.plan(opened) };
  }
  const { env } = request.lookup;
  return withLock(
    findRealPath(path),
    async (lock) => {
      const recovery = recoverInterrupted(lock);
      try {
        const made = await planAgainIfChanged(request, async () => {
          const opened = await read(path, request);
          const planned = await request.plan(opened);
          return { opened, planned, ...(await recordAndSave(opened.file, planned, lock)) };
        });
        const commit = made.saved === null ? null : await commitIfWanted(request, made.opened, made.planned);
        return { ...made, recovery, commit };
      } catch (error) {
        throw recovery.kind === "restored" ? withRestored(error, { path, tornText: recovery.tornText }) : error;
      }
    },
    { env, ...lockWait(env) },
  );
}

const maxAttempts = 3;

/** Another program may write to the file during planning; then the change is planned again on the new text. */
async function planAgainIfChanged<Made>({ ifMatch }: OpenRequest, make: () => Promise<Made>): Promise<Made> {
  for (let tries = 1; ; tries++) {
    try {
      return await make();
    } catch (error) {
      const isChanged = error instanceof UserError && error.exitCode === exitCodes.changedMeanwhile;
      if (!isChanged || ifMatch !== undefined || tries === maxAttempts) throw error;
    }
  }
}

/** The report of a file that was only read. */
export function unchanged<Opened extends OpenedFile>(opened: Opened): ChangeReport<PlannedChange, Opened> {
  const planned = { edits: [], text: opened.file.text, steps: [] };
  return { opened, planned, saved: null, notRecorded: null, recovery: { kind: "nothing" }, commit: null };
}

/** The user's settings are for all roadmaps, also for those that git does not have. */
const outsideGit: ReadonlySet<ErrorCode> = new Set(["NO_GIT", "NO_REPOSITORY", "IGNORED_BY_GIT"]);

/** The change is already saved, so a failing commit is reported but reverts nothing. */
async function commitIfWanted(
  { lookup: { env }, isCommitWanted, isCommitDefault }: Omit<ChangeRequest<PlannedChange>, "plan">,
  { file, roadmap }: OpenedFile,
  { text, subject }: PlannedChange,
): Promise<CommitReport | UserError | null> {
  const isRequired = isCommitWanted ?? roadmap.settings.commit;
  if (!(isRequired ?? isCommitDefault)) return null;
  try {
    const { commitText } = await import("./commit-change.js");
    return await commitText({ realPath: file.realPath, env, base: file.text, text, subject });
  } catch (error) {
    if (error instanceof UserError) return isRequired === null && outsideGit.has(error.code) ? null : error;
    const message = `the commit failed: ${error instanceof Error ? error.message : error}`;
    const hint = "this is a bug in roadmap: please report it, and commit with `git commit`";
    return withChanges(new UserError("BUG", message, hint), { exitCode: exitCodes.savedNotCommitted });
  }
}

/** How long to wait for the lock, from the environment: scripts may be more or less patient than people. */
export function lockWait({ ROADMAP_LOCK_WAIT_MS: chosen }: Environment): { waitMs?: number } {
  return chosen !== undefined && /^\d{1,9}$/.test(chosen) ? { waitMs: Number(chosen) } : {};
}
