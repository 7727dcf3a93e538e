// The usual way to save: a complete temporary file next to the target is renamed over it.

import { constants, fstatSync, lstatSync, openSync, renameSync, type Stats } from "node:fs";
import { basename, join } from "node:path";
import { platform } from "node:process";
import { UserError } from "../../model/errors.js";
import { diskError, systemErrorCode } from "../disk-error.js";
import {
  closeQuietly,
  diskDamages,
  readAll,
  removeQuietly,
  syncFolderOf,
  writeNewFile,
  writeTemporary,
} from "../files.js";
import { makeNonce } from "../lock/lock-file.js";
import { temporaryPath } from "../paths.js";
import { makeTrustedFolder } from "../private-folder.js";
import { changedMeanwhile, type FileSave, openUnchanged, refuseWithoutLock } from "./target.js";

/**
 * @returns where the text was kept that another program wrote into the old file at the last moment.
 * @throws the system error if this way is not possible; then nothing has changed.
 */
export function saveByRename(change: FileSave): string | undefined {
  const { realPath } = change.base;
  const temporary = temporaryPath(realPath);
  try {
    prepare(temporary, change);
    refuseWithoutLock(change);
    const old = openUnchanged(change, constants.O_RDONLY);
    try {
      refuseIfReplaced(change, old.stats);
      renameInTime(temporary, realPath);
      return confirmAndKeep(change, old.descriptor);
    } finally {
      closeQuietly(old.descriptor);
    }
  } catch (error) {
    removeQuietly(temporary);
    throw error;
  }
}

/** Most editors replace the file: then the open file is no longer the one that the rename would displace. */
function refuseIfReplaced({ base }: FileSave, opened: Stats): void {
  const now = lstatSync(base.realPath, { throwIfNoEntry: false });
  if (now?.ino !== opened.ino || now.dev !== opened.dev) throw changedMeanwhile(base);
}

/** The new text is now in the file: no error may say otherwise, or be taken as a reason to write it again. */
function confirmAndKeep(change: FileSave, oldDescriptor: number): string | undefined {
  const saved = `${change.base.path} was saved`;
  let notConfirmed: unknown;
  try {
    syncFolderOf(change.base.realPath);
  } catch (error) {
    notConfirmed = diskError(error, `${saved}, but the disk has not confirmed it`);
  }
  let kept: string | undefined;
  try {
    kept = keepDisplacedText(change, oldDescriptor);
  } catch (error) {
    throw diskError(error, `${saved}, but another program may have written at the same moment`);
  }
  if (notConfirmed !== undefined) throw notConfirmed;
  return kept;
}

function prepare(temporary: string, { base, newBytes }: FileSave): void {
  const old = lstatSync(base.realPath, { throwIfNoEntry: false });
  if (old === undefined) throw changedMeanwhile(base);
  writeTemporary(temporary, newBytes, old);
  if (!readAgain(temporary).equals(newBytes)) throw diskDamages(base.path);
}

function readAgain(path: string): Buffer {
  const descriptor = openSync(path, constants.O_RDONLY);
  try {
    return readAll(descriptor, fstatSync(descriptor).size);
  } finally {
    closeQuietly(descriptor);
  }
}

/**
 * On Windows, a virus scanner or an indexer may hold the file for a moment: retries up to 12 times, 10 ms to 1 s apart.
 */
function renameInTime(from: string, to: string): void {
  for (let pauseMs = 10, tries = 0; ; pauseMs = Math.min(pauseMs * 2, 1000), tries++) {
    try {
      renameSync(from, to);
      return;
    } catch (error) {
      const isHeld = ["EPERM", "EACCES", "EBUSY"].includes(systemErrorCode(error) ?? "");
      if (platform !== "win32" || !isHeld || tries >= 12) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pauseMs);
    }
  }
}

/**
 * Another program may write to the old file between the last check and the rename.
 * @returns where its text is kept; undefined if, as nearly always, nothing was written
 */
function keepDisplacedText({ base, lock }: FileSave, oldDescriptor: number): string | undefined {
  const bytes = readAll(oldDescriptor, fstatSync(oldDescriptor).size);
  if (bytes.equals(base.bytes)) return undefined;
  const ending = `.kept-${makeNonce()}`;
  const beside = `${base.realPath}${ending}`;
  try {
    writeNewFile(beside, bytes, 0o600);
    return beside;
  } catch (error) {
    if (systemErrorCode(error) === undefined) throw error;
    return keepInStateFolder(`roadmap${ending}`, bytes, { shown: base.path, stateFolder: lock.stateFolder });
  }
}

interface KeepingPlace {
  readonly shown: string;
  readonly stateFolder: string;
}

function keepInStateFolder(name: string, bytes: Buffer, { shown, stateFolder }: KeepingPlace): string {
  try {
    const path = join(makeTrustedFolder(stateFolder, "kept"), name);
    writeNewFile(path, bytes, 0o600);
    return path;
  } catch (error) {
    if (systemErrorCode(error) === undefined && !(error instanceof UserError)) throw error;
    throw new UserError(
      "OTHER_TEXT_LOST",
      `${shown} is saved, but the text that another program wrote at the same moment could not be kept`,
      `save ${basename(shown)} again in that program, and compare both with \`git diff\``,
    );
  }
}
