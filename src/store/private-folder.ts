// Private folders: state and cache folders are trusted only if no other user can have written to them.

import { constants, fstatSync, lstatSync, mkdirSync, openSync, realpathSync, type Stats, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import process from "node:process";
import { UserError } from "../model/errors.js";
import { quoteForShell } from "../text/quote-for-shell.js";
import { closeQuietly, readAll } from "./files.js";

/**
 * Creates the folder and its parents, readable only by the user. Does nothing if it exists. One level at a time: Node's
 * recursive mode loops forever where the system denies that an existing folder exists, as in /proc.
 */
export function makePrivateFolder(folder: string): void {
  if (isFolder(folder)) return;
  if (dirname(folder) !== folder) makePrivateFolder(dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Another process has created it in the meantime.
    if (!isFolder(folder)) throw error;
  }
}

/**
 * Creates nested folders `names` inside `root`.
 * @throws what `trustedFolder` throws
 */
export function makeTrustedFolder(root: string, ...names: readonly string[]): string {
  makePrivateFolder(join(root, ...names));
  return trustedFolder(root, ...names);
}

/**
 * The path of `names` inside `root`, the state or cache folder.
 * @throws UserError if any of these folders is a link, owned by another user, or writable by others; the system error
 * if one does not exist
 */
export function trustedFolder(root: string, ...names: readonly string[]): string {
  refuseOpenAncestors(root, choose);
  let folder = root;
  refuseUntrusted(folder, lstatSync(folder), "folder");
  for (const name of names) {
    folder = join(folder, name);
    refuseUntrusted(folder, lstatSync(folder), "folder");
  }
  return folder;
}

/**
 * The bytes of a file in a trusted folder.
 * @throws UserError if it is a link, owned by another user, or writable by others; the system error if it cannot be
 * read
 */
export function readPrivateFile(path: string, maxBytes?: number): Buffer {
  const descriptor = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const stats = fstatSync(descriptor);
    refuseUntrusted(path, stats, "file");
    return readAll(descriptor, stats.size, maxBytes);
  } finally {
    closeQuietly(descriptor);
  }
}

/** @throws UserError if other users can have created or changed it */
export function refuseUntrusted(path: string, stats: Stats, kind: "file" | "folder"): void {
  const isKind = kind === "folder" ? stats.isDirectory() : stats.isFile() && stats.nlink === 1;
  if (!isKind || stats.uid !== (process.geteuid?.() ?? stats.uid)) {
    const hint = `check it with \`ls -ld ${quoteForShell(path)}\`, and move it away if you did not create it`;
    throw notPrivate(`${path} is not a ${kind} that only you own`, hint);
  }
  // Windows has no such bits; Node invents them.
  if (process.geteuid === undefined || (stats.mode & 0o022) === 0) return;
  const hint = `run \`chmod go-w ${quoteForShell(path)}\` if you trust what is in it, and move it away otherwise`;
  throw notPrivate(`${path} can be changed by other users`, hint);
}

/**
 * In a folder writable by everyone, anyone can have created the next level, and without a sticky bit replace it.
 * @throws UserError with this hint
 */
export function refuseOpenAncestors(root: string, hint: string): void {
  if (process.geteuid === undefined) return;
  const own = [0, process.geteuid()];
  let child = join(realpathSync.native(dirname(root)), basename(root));
  for (let parent = dirname(child); parent !== child; child = parent, parent = dirname(child)) {
    const { mode } = statSync(parent);
    if ((mode & 0o002) === 0) continue;
    if ((mode & 0o1000) === 0) throw notPrivate(`${parent} can be changed by other users`, hint);
    if (!own.includes(lstatSync(child).uid)) throw notPrivate(`${child} belongs to another user`, hint);
  }
}

const choose = "set XDG_STATE_HOME and XDG_CACHE_HOME to folders that only you can write";

function notPrivate(message: string, hint: string): UserError {
  return new UserError("NOT_PRIVATE", message, hint);
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
