// Change roadmap: the one way to change the file. Saving is the last step; before it nothing has changed.

import { exitCodes, reworded, UserError, withRestored } from "../model/errors.js";
import type { JournalStep } from "../model/journal.js";
import { withLock } from "../store/lock.js";
import { findRealPath } from "../store/read-file.js";
import { type RecoveryReport, recoverInterrupted } from "../store/recover-interrupted.js";
import { saveAndRemember } from "../store/save-and-remember.js";
import type { SaveReport } from "../store/save-file.js";
import type { Edit } from "../text/edit.js";
import type { CommitReport } from "./commit-text.js";
import { lockWait } from "./lock-wait.js";
import { type OpenedFile, type OpenedRoadmap, type OpenRequest, readOpened, roadmapPath } from "./open-roadmap.js";

/** What shall become of the text that was read. */
export interface PlannedChange {
  /** Edits of the text as it was read. */
  readonly edits: readonly Edit[];
  /** The text they make. */
  readonly text: string;
  /** The same change as `roadmap undo` shall know it; none when there is nothing to remember. */
  readonly steps: readonly JournalStep[];
  /** What a commit of it is called, where what changed does not say it best. */
  readonly subject?: string;
}

export interface ChangeRequest<Planned extends PlannedChange, Opened extends OpenedFile = OpenedRoadmap>
  extends OpenRequest {
  /** Change nothing, only say what would be changed. */
  readonly isDryRun: boolean;
  /** Whether what is saved is committed too; where it is not said, the front matter says it. */
  readonly isCommitWanted?: boolean | undefined;
  /** Works out what to change in the file as it was just read, under the lock. Throws UserError to refuse. */
  readonly plan: (opened: Opened) => Promise<Planned>;
}

export interface ChangeReport<Planned extends PlannedChange, Opened extends OpenedFile = OpenedRoadmap> {
  readonly opened: Opened;
  readonly planned: Planned;
  /** How it was saved; null when nothing was to be changed, or nothing should be. */
  readonly saved: SaveReport | null;
  /** Why `roadmap undo` does not know the change; null when it does. */
  readonly notRemembered: string | null;
  readonly recovery: RecoveryReport;
  /** What became of the commit; null when none was wanted or there was nothing to commit. */
  readonly commit: CommitReport | UserError | null;
}

/** @throws UserError when it is refused or cannot be saved; the file is then as it was */
export async function changeRoadmap<Planned extends PlannedChange>(
  request: ChangeRequest<Planned>,
): Promise<ChangeReport<Planned>> {
  return changeRead(request, readOpened);
}

/**
 * The same for a plan that needs not all that the file says.
 * @param read the file as far as the plan needs it
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
  const { env } = request.whereabouts;
  return withLock(
    findRealPath(path),
    async (lock) => {
      const recovery = recoverInterrupted(lock);
      try {
        const made = await planAgainIfChanged(request, async () => {
          const opened = await read(path, request);
          const planned = await request.plan(opened);
          return { opened, planned, ...(await saveAndRemember(opened.file, planned, lock)) };
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

const mostTries = 3;

/** Another program may write to the file while the change is worked out; then it is worked out again on the new text. */
async function planAgainIfChanged<Made>({ ifMatch }: OpenRequest, make: () => Promise<Made>): Promise<Made> {
  for (let tries = 1; ; tries++) {
    try {
      return await make();
    } catch (error) {
      const isChanged = error instanceof UserError && error.exitCode === exitCodes.changedMeanwhile;
      if (!isChanged || ifMatch !== undefined || tries === mostTries) throw error;
    }
  }
}

/** The report of a file that was only looked at. */
export function unchanged<Opened extends OpenedFile>(opened: Opened): ChangeReport<PlannedChange, Opened> {
  const planned = { edits: [], text: opened.file.text, steps: [] };
  return { opened, planned, saved: null, notRemembered: null, recovery: { kind: "nothing" }, commit: null };
}

/** The change is saved already: whatever stops the commit is reported, and takes nothing back. */
async function commitIfWanted(
  { whereabouts: { env }, isCommitWanted }: Pick<ChangeRequest<PlannedChange>, "whereabouts" | "isCommitWanted">,
  { file, roadmap }: OpenedFile,
  { text, subject }: PlannedChange,
): Promise<CommitReport | UserError | null> {
  if (!(isCommitWanted ?? roadmap.settings.commit)) return null;
  try {
    const { commitText } = await import("./commit-text.js");
    return await commitText({ realPath: file.realPath, env, base: file.text, text, subject });
  } catch (error) {
    if (error instanceof UserError) return error;
    const message = `the commit failed: ${error instanceof Error ? error.message : error}`;
    const hint = "this is a bug in roadmap: please report it, and commit with `git commit`";
    return reworded(new UserError("BUG", message, hint), { exitCode: exitCodes.savedNotCommitted });
  }
}
