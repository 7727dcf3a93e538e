// New files, and generated files such as pictures: written completely or not at all.

import { constants, linkSync, lstatSync, openSync, renameSync, type Stats, statSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { UserError } from "../model/errors.js";
import { quoteForShell } from "../text/quote-for-shell.js";
import { diskError, systemErrorCode } from "./disk-error.js";
import {
  closeQuietly,
  diskDamages,
  InheritedAclError,
  overwrite,
  readAll,
  removeQuietly,
  syncFolderOf,
  writeNewFile,
  writeTemporary,
} from "./files.js";
import { temporaryPath } from "./paths.js";
import { findRealPath, readAnyFile } from "./read-file.js";
import { mustStayInPlace } from "./save/attributes.js";

// Files that must not exist yet.

interface NewFile {
  /** As the user named it. */
  readonly path: string;
  /** The same, absolute. */
  readonly absolutePath: string;
  /** The hint if the path already exists. */
  readonly wayOut: string;
  /** Its permissions, which the umask reduces (default: 0o666). */
  readonly mode?: number;
}

export function newFilePath(path: string, cwd: string): NewFile {
  return { path, absolutePath: resolve(cwd, path), wayOut: "choose another file: `roadmap init FILE`" };
}

/** The name of its folder; empty at the root of the disk. */
export function folderName({ absolutePath }: NewFile): string {
  return basename(resolve(absolutePath, ".."));
}

/**
 * Never overwrites another file or follows a link. The file is complete from the first moment.
 * @throws UserError if the path exists (exit 1), its folder does not (3), or the disk refuses it (7)
 */
export function createFile(file: NewFile, bytes: Uint8Array): void {
  try {
    writeAside(file, bytes);
  } catch (error) {
    throw refusalReason(file, error);
  }
  try {
    syncFolderOf(file.absolutePath);
  } catch (error) {
    throw diskError(error, `${file.path} was created, but the disk has not confirmed it`);
  }
}

/**
 * The same check without creating the file.
 * @throws the same
 */
export function refuseExisting(file: NewFile): void {
  try {
    if (lstatSync(file.absolutePath, { throwIfNoEntry: false })) throw alreadyExists(file);
    lstatSync(dirname(file.absolutePath));
  } catch (error) {
    throw refusalReason(file, error);
  }
}

function writeAside({ absolutePath: path, mode = 0o666 }: NewFile, bytes: Uint8Array): void {
  const temporary = temporaryPath(path);
  try {
    writeNewFile(temporary, bytes, mode);
    linkSync(temporary, path);
  } catch (error) {
    if (!hasNoLinks(error)) throw error;
    writeNewFile(path, bytes, mode);
  } finally {
    removeQuietly(temporary);
  }
}

/** Some file systems do not support hard links. */
function hasNoLinks(error: unknown): boolean {
  return ["EPERM", "ENOTSUP", "ENOSYS", "EOPNOTSUPP"].includes(systemErrorCode(error) ?? "");
}

function refusalReason(file: NewFile, error: unknown): unknown {
  const code = systemErrorCode(error);
  if (code === "EEXIST" || code === "EISDIR") return alreadyExists(file);
  if (code === "ENOENT") return noFolder(file);
  if (code === "ENOTDIR")
    return new UserError("FOLDER_NOT_FOUND", `${file.path} is inside a file`, "choose another path");
  return diskError(error, `cannot write ${file.path}`, "no file was created");
}

function alreadyExists({ path, absolutePath, wayOut }: NewFile): UserError {
  const stats = lstatSync(absolutePath, { throwIfNoEntry: false });
  const kind = stats?.isDirectory() ? " as a folder" : stats?.isSymbolicLink() ? " as a link" : "";
  return new UserError("FILE_EXISTS", `${path} already exists${kind}; nothing was written`, wayOut);
}

function noFolder({ path }: NewFile): UserError {
  return new UserError(
    "FOLDER_NOT_FOUND",
    `the folder for ${path} does not exist`,
    `create it with \`mkdir -p ${quoteForShell(dirname(path))}\`, then run this again`,
  );
}

// Generated files, which roadmap may replace.

/**
 * The bytes at the path; null if there is no file.
 * @throws UserError if there is something other than a file, or no file can be there
 */
export function readOutput(path: string): Buffer | null {
  try {
    if (lstatSync(path, { throwIfNoEntry: false }) === undefined) return null;
  } catch (error) {
    throw refusalReason({ path, absolutePath: resolve(path), wayOut: "choose another path" }, error);
  }
  return readAnyFile(path);
}

/** Whether both paths, which lead to files, lead to the same one: through links or other names. */
export function isSameFile(path: string, other: string): boolean {
  const [stats, otherStats] = [statSync(path), statSync(other)];
  return stats.ino === otherStats.ino && stats.dev === otherStats.dev;
}

/**
 * The file is complete or, if that fails, unchanged.
 * @param found what `readOutput` returned
 */
export function writeOutput(path: string, bytes: Uint8Array, found: Buffer | null): void {
  if (found === null)
    createFile({ path, absolutePath: resolve(path), wayOut: "it was created in the meantime: run this again" }, bytes);
  else replaceFile(path, bytes);
}

/**
 * For a file that only roadmap writes, such as one that git created for a merge.
 * @throws UserError if it cannot be written (exit 7); the file is then unchanged
 */
export function replaceFile(path: string, bytes: Uint8Array): void {
  const realPath = findRealPath(path);
  try {
    const stats = lstatSync(realPath);
    if (mustStayInPlace(realPath, stats, "nothing") || !isReplaced(realPath, bytes, stats))
      writeInPlace(realPath, bytes);
  } catch (error) {
    throw diskError(error, `cannot write ${path}`);
  }
}

/** False if a new file cannot get the owner and permissions of the old one. */
function isReplaced(realPath: string, bytes: Uint8Array, old: Stats): boolean {
  const temporary = temporaryPath(realPath);
  try {
    writeTemporary(temporary, bytes, old);
    renameSync(temporary, realPath);
    return true;
  } catch (error) {
    removeQuietly(temporary);
    if (systemErrorCode(error) !== "EPERM" && !(error instanceof InheritedAclError)) throw error;
    return false;
  }
}

function writeInPlace(realPath: string, bytes: Uint8Array): void {
  const descriptor = openSync(realPath, constants.O_RDWR | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const old = readAll(descriptor, bytes.length);
    if (!overwrite(descriptor, old, Buffer.from(bytes))) throw diskDamages(realPath);
  } finally {
    closeQuietly(descriptor);
  }
}
