// Files: complete reads and writes of bytes, and new files with no more permissions than the file they replace.

import {
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readSync,
  type Stats,
  unlinkSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import process from "node:process";
import { UserError } from "../model/errors.js";
import { systemErrorCode } from "./disk-error.js";

// Reading.

/**
 * Reads an open file to its end, which may have moved since its size was read: at most one byte more than `maxBytes`,
 * by which the caller detects that there is too much.
 */
export function readAll(descriptor: number, expectedBytes: number, maxBytes = Number.MAX_SAFE_INTEGER - 1): Buffer {
  let buffer = Buffer.allocUnsafe(Math.min(expectedBytes, maxBytes) + 1);
  let length = 0;
  while (length <= maxBytes) {
    if (length === buffer.length) buffer = Buffer.concat([buffer], Math.min(buffer.length * 2, maxBytes + 1));
    const count = readSync(descriptor, buffer, length, buffer.length - length, length);
    if (count === 0) break;
    length += count;
  }
  return buffer.subarray(0, length);
}

/** For a descriptor that was only read or is already synced, so an error cannot lose data. */
export function closeQuietly(descriptor: number): void {
  try {
    closeSync(descriptor);
  } catch {
    // The system has released it anyway.
  }
}

// Writing: all bytes or an error; a partial write is continued.

/** Writes every byte at its position, however few the system takes at a time. */
export function writeFully(descriptor: number, bytes: Uint8Array, start = 0): void {
  let written = 0;
  while (written < bytes.length) {
    const count = writeSync(descriptor, bytes, written, bytes.length - written, start + written);
    if (count <= 0) throw nothingWritten();
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

function finishNewFile(descriptor: number, bytes: Uint8Array): void {
  try {
    writeFully(descriptor, bytes);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
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

/**
 * Overwrites an open file in place: replaces `now`, its whole content, with `next`, and syncs it. Writes the added
 * length first: until there is room for it, the existing text stays unchanged.
 * @returns whether the disk returns the bytes that were written.
 */
export function overwrite(descriptor: number, now: Buffer, next: Buffer): boolean {
  writeFully(descriptor, next.subarray(now.length), Math.min(now.length, next.length));
  writeFully(descriptor, next.subarray(0, now.length));
  ftruncateSync(descriptor, next.length);
  fsyncSync(descriptor);
  return readAll(descriptor, fstatSync(descriptor).size).equals(next);
}

/** The error if the disk returns other bytes than were written. */
export function diskDamages(path: string): UserError {
  return new UserError(
    "DISK_DAMAGES",
    `cannot save ${path}: the disk returned different bytes than were written; the file was not changed`,
    "copy important files to another disk and check `dmesg`",
  );
}

function nothingWritten(): UserError {
  return new UserError(
    "DISK_REFUSED",
    "the disk accepts no more bytes and gives no reason",
    "check the disk with `df -h`, then run this again",
  );
}

/** Syncs the folder of a file, which contains its name: only then does a new name survive a power failure. */
export function syncFolderOf(realPath: string): void {
  let descriptor: number;
  try {
    descriptor = openSync(dirname(realPath), constants.O_RDONLY);
  } catch (error) {
    if (!["EACCES", "EPERM", "EISDIR"].includes(systemErrorCode(error) ?? "")) throw error;
    // A folder that cannot be opened for reading, or Windows: syncing the renamed file itself is the most that is
    // possible.
    descriptor = openSync(realPath, constants.O_RDONLY);
  }
  try {
    fsyncSync(descriptor);
  } catch (error) {
    if (!["EINVAL", "ENOTSUP", "EPERM"].includes(systemErrorCode(error) ?? "")) throw error;
  } finally {
    closeQuietly(descriptor);
  }
}

// Temporary files, which replace another file.

/** The folder gives new files an ACL, which would admit people whom the old file does not. */
export class InheritedAclError extends Error {}

/**
 * A new file with the owner and the mode of the old one; complete and synced when it returns.
 * @throws InheritedAclError, or the system error; then there is no file
 */
export function writeTemporary(path: string, bytes: Uint8Array, old: Stats): void {
  const descriptor = createWithoutPermissions(path);
  try {
    refuseAcl(descriptor);
    writeFully(descriptor, bytes);
    copyOwnerAndMode(descriptor, old);
    fsyncSync(descriptor);
    closeSync(descriptor);
  } catch (error) {
    closeQuietly(descriptor);
    removeQuietly(path);
    throw error;
  }
}

/**
 * The umask removes all permissions, even the owner's; only with a default ACL of the folder does the system ignore it.
 */
function createWithoutPermissions(path: string): number {
  const umask = process.umask(0o777);
  try {
    return openSync(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o700);
  } finally {
    process.umask(umask);
  }
}

function refuseAcl(descriptor: number): void {
  if (process.platform === "win32" || hasNoPermissions(descriptor)) return;
  fchmodSync(descriptor, 0);
  // Disks without permissions, as in a camera, report invented ones.
  if (hasNoPermissions(descriptor)) throw new InheritedAclError();
}

function hasNoPermissions(descriptor: number): boolean {
  return (fstatSync(descriptor).mode & 0o777) === 0;
}

function copyOwnerAndMode(descriptor: number, old: Stats): void {
  const own = fstatSync(descriptor);
  // The owner first, because changing it clears the set-id bits.
  if (own.uid !== old.uid || own.gid !== old.gid) fchownSync(descriptor, old.uid, old.gid);
  fchmodSync(descriptor, old.mode & 0o7777);
}
