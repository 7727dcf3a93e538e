// A change of the file's bytes that is about to be saved, and the checks that both ways of saving share.

import { closeSync, constants, fstatSync, openSync, realpathSync, type Stats } from "node:fs";
import { UserError } from "../../model/errors.js";
import { systemErrorCode } from "../disk-error.js";
import { readAll } from "../files.js";
import type { HeldLock } from "../lock/lock.js";
import type { RoadmapFile } from "../read-file.js";

export interface FileSave {
  /** The file on which the change is based. */
  readonly base: RoadmapFile;
  readonly newBytes: Buffer;
  readonly lock: HeldLock;
}

/** The open target, with the bytes read from it. */
export interface OpenTarget {
  readonly descriptor: number;
  readonly stats: Stats;
  readonly bytes: Buffer;
}

/**
 * Opens the target and verifies that it is still the file on which the change is based.
 * @throws UserError (exit 5) if it is not.
 */
export function openUnchanged({ base }: FileSave, access: number): OpenTarget {
  if (leadsElsewhere(base)) throw changedMeanwhile(base);
  const descriptor = openTarget(base, access);
  try {
    const stats = fstatSync(descriptor);
    if (!stats.isFile() || stats.size !== base.bytes.length) throw changedMeanwhile(base);
    const bytes = readAll(descriptor, stats.size);
    if (!bytes.equals(base.bytes)) throw changedMeanwhile(base);
    return { descriptor, stats, bytes };
  } catch (error) {
    closeSync(descriptor);
    throw error;
  }
}

/** @throws UserError (exit 6) if the lock was removed by force. */
export function refuseWithoutLock({ base, lock }: FileSave): void {
  if (lock.isStillHeld()) return;
  throw new UserError(
    "LOCK_LOST",
    `the lock on ${base.path} was removed during the change; nothing was written`,
    "run the same command again",
  );
}

export function changedMeanwhile({ path }: RoadmapFile): UserError {
  return new UserError(
    "CHANGED_MEANWHILE",
    `${path} was changed by another program in the meantime; nothing was written`,
    "run the same command again to apply it to the new text",
  );
}

function leadsElsewhere({ path, realPath }: RoadmapFile): boolean {
  try {
    return realpathSync.native(path) !== realPath;
  } catch (error) {
    if (systemErrorCode(error) === undefined) throw error;
    return true;
  }
}

function openTarget(base: RoadmapFile, access: number): number {
  try {
    return openSync(base.realPath, access | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (error) {
    // The file is gone, or replaced by a link, a folder or a pipe.
    const isOther = ["ENOENT", "ENOTDIR", "ELOOP", "EISDIR", "ENXIO"].includes(systemErrorCode(error) ?? "");
    throw isOther ? changedMeanwhile(base) : error;
  }
}
