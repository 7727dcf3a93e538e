// Creates a file that must not exist yet: it never overwrites another file or follows a link.

import { linkSync, lstatSync } from "node:fs";
import { dirname } from "node:path";
import { UserError } from "../model/errors.js";
import { quoteForShell } from "../text/quote-for-shell.js";
import { diskError, systemErrorCode } from "./disk-error.js";
import { temporaryPath } from "./side-path.js";
import { syncFolderOf } from "./sync-folder.js";
import { removeQuietly, writeNewFile } from "./write-new-file.js";

export interface NewFile {
  /** As the user named it. */
  readonly path: string;
  /** The same, absolute. */
  readonly absolutePath: string;
  /** The hint if the path already exists. */
  readonly wayOut: string;
}

/**
 * The file is complete from the first moment.
 * @throws UserError if the path exists (exit 1), its folder does not (3), or the disk refuses it (7)
 */
export function createFile(file: NewFile, bytes: Uint8Array): void {
  try {
    writeAside(file.absolutePath, bytes);
  } catch (error) {
    throw whyNot(file, error);
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
    throw whyNot(file, error);
  }
}

function writeAside(path: string, bytes: Uint8Array): void {
  const temporary = temporaryPath(path);
  try {
    writeNewFile(temporary, bytes, 0o666);
    linkSync(temporary, path);
  } catch (error) {
    if (!hasNoLinks(error)) throw error;
    writeNewFile(path, bytes, 0o666);
  } finally {
    removeQuietly(temporary);
  }
}

/** Some file systems do not support hard links. */
function hasNoLinks(error: unknown): boolean {
  return ["EPERM", "ENOTSUP", "ENOSYS", "EOPNOTSUPP"].includes(systemErrorCode(error) ?? "");
}

function whyNot(file: NewFile, error: unknown): unknown {
  const code = systemErrorCode(error);
  if (code === "EEXIST" || code === "EISDIR") return alreadyExists(file);
  if (code === "ENOENT" || code === "ENOTDIR") return noFolder(file);
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
