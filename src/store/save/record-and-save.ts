// Records a change for undo, then saves it; a change that cannot be recorded is still saved.

import { UserError } from "../../model/errors.js";
import type { JournalStep } from "../../model/history/journal.js";
import type { Edit } from "../../text/edit.js";
import { recordChange } from "../journal/write.js";
import type { HeldLock } from "../lock/lock.js";
import { type RoadmapFile, readRoadmapFile } from "../read-file.js";
import { encode, type SaveReport, saveRoadmapFile } from "./save-file.js";

interface NewText {
  readonly text: string;
  /** Empty if the text is unchanged: then nothing is saved, only recorded. */
  readonly edits: readonly Edit[];
  readonly steps: readonly JournalStep[];
}

interface RecordedAndSaved {
  readonly saved: SaveReport | null;
  /** Why the change cannot be undone; null if it can. */
  readonly notRecorded: string | null;
}

/** @throws what `saveRoadmapFile` throws; then nothing is recorded, unless the file has changed nevertheless. */
export async function recordAndSave(base: RoadmapFile, change: NewText, lock: HeldLock): Promise<RecordedAndSaved> {
  const bytes = encode(change.text);
  const recording = await recordChange(base, { ...change, bytes }, lock);
  if (change.edits.length === 0) return { saved: null, notRecorded: recording.problem };
  try {
    return { saved: saveRoadmapFile(base, bytes, lock), notRecorded: recording.problem };
  } catch (error) {
    if (isInPlace(base, bytes)) throw error;
    recording.forget();
    if (change.steps.length === 0 || !isNoRoom(error)) throw error;
    // The journal may have used the last free space.
    return { saved: saveRoadmapFile(base, bytes, lock), notRecorded: "no space left on the disk" };
  }
}

function isNoRoom(error: unknown): boolean {
  return error instanceof UserError && (error.code === "DISK_FULL" || error.code === "QUOTA_FULL");
}

/** Some errors occur after the new text is in place, when the disk has not confirmed it. */
function isInPlace({ path }: RoadmapFile, bytes: Buffer): boolean {
  try {
    return readRoadmapFile(path, { maxBytes: bytes.length }).bytes.equals(bytes);
  } catch {
    return false;
  }
}
