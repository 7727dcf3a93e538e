// Write new file: writes all bytes or fails; a partial write is continued.

import { closeSync, constants, fsyncSync, openSync, unlinkSync, writeSync } from "node:fs";
import { UserError } from "../model/errors.js";

/** Writes every byte at its position, however few the system takes at a time. */
export function writeFully(descriptor: number, bytes: Uint8Array, start = 0): void {
  let written = 0;
  while (written < bytes.length) {
    const count = writeSync(descriptor, bytes, written, bytes.length - written, start + written);
    if (count <= 0) throw diskTakesNothing();
    written += count;
  }
}

/**
 * Creates a new file, complete and synced; never an existing one or the target of a link. If it fails, there is no
 * file.
 */
export function writeNewFile(path: string, bytes: Uint8Array, mode: number): void {
  const descriptor = openSync(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, mode);
  try {
    finishNewFile(descriptor, bytes);
  } catch (error) {
    removeQuietly(path);
    throw error;
  }
}

/** Removes a file of ours; failing to do so must not hide the original error. */
export function removeQuietly(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // The next run sweeps it.
  }
}

function finishNewFile(descriptor: number, bytes: Uint8Array): void {
  try {
    writeFully(descriptor, bytes);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** The error if the disk returns other bytes than were written. */
export function diskDamages(path: string): UserError {
  return new UserError(
    "DISK_DAMAGES",
    `cannot save ${path}: the disk returned different bytes than were written; the file was not changed`,
    "copy important files to another disk and check `dmesg`",
  );
}

function diskTakesNothing(): UserError {
  return new UserError(
    "DISK_REFUSED",
    "the disk accepts no more bytes and gives no reason",
    "check the disk with `df -h`, then run this again",
  );
}
