// File attributes: whether a file has an ACL or extended attributes that a replacement would lack.

import { lstatSync, type Stats, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { removeQuietly } from "../files.js";
import { fingerprint } from "../hash.js";
import { makeTrustedFolder, readPrivateFile, trustedFolder } from "../private-folder.js";

/** The result of an earlier check, if the file had neither. */
type KnownAttributes = "nothing" | "plain" | "plain, and written since";

/**
 * Whether only overwriting in place is sure to keep the file's permissions: it has an ACL or extended attributes, or
 * that is unknown. Node reads neither, so this may run a program, which takes some milliseconds.
 */
export function mustStayInPlace(path: string, stats: Stats, known: KnownAttributes): boolean {
  if (process.platform === "win32" || known === "plain") return false;
  return (mayGrow(stats) || known === "nothing") && hasAttributes(path);
}

/**
 * In a file with an ACL, the group bits are the mask: no entry grants more. If others may do all of that, a file
 * without the ACL grants no one more than before, except those whom an entry denied access.
 */
function mayGrow({ mode }: Stats): boolean {
  return ((mode >> 3) & ~mode & 0o7) !== 0;
}

function hasAttributes(path: string): boolean {
  const attributes = answer("getfattr", "--no-dereference", "--match=-", "--absolute-names", "--", path);
  if (attributes !== null) return /^(?!#|security\.selinux$)./m.test(attributes);
  // GNU `ls` marks an ACL with `+`; `ls` on macOS marks extended attributes with `@`. Other versions may do neither,
  // and only GNU's knows the option.
  const options = process.platform === "linux" ? ["-ld", "--time-style=+"] : ["-ld"];
  const listing = answer("ls", ...options, "--", path);
  return listing === null || /^-[-rwxsStT]{9}[+@]/.test(listing);
}

/** Null if the program does not exist or fails. */
function answer(command: string, ...args: readonly string[]): string | null {
  // Loading it takes as long as the rest of saving.
  const { spawnSync } = process.getBuiltinModule("node:child_process");
  const options = { env: { ...process.env, LC_ALL: "C" }, timeout: 5000, encoding: "utf8" } as const;
  const { status, stdout } = spawnSync(command, args, options);
  return status === 0 ? stdout : null;
}

// What is known from earlier checks.

const folderName = "plain";
const maxBytes = 200;

/** Judged by time stamps: writing sets both at the same time, and changing attributes sets only one. */
export function knownAttributes(stateFolder: string, realPath: string, stats: Stats): KnownAttributes {
  try {
    const path = join(trustedFolder(stateFolder, folderName), recordName(realPath));
    const [identity, changeTime] = readPrivateFile(path, maxBytes).toString("utf8").split(" ");
    if (identity !== identityOf(stats)) return "nothing";
    if (changeTime === String(stats.ctimeMs)) return "plain";
    return stats.ctimeMs === stats.mtimeMs ? "plain, and written since" : "nothing";
  } catch {
    return "nothing";
  }
}

/** Records that a file saved by renaming has neither. Never throws: what is not stored is checked again. */
export function rememberPlain(stateFolder: string, realPath: string): void {
  try {
    const stats = lstatSync(realPath);
    const path = join(makeTrustedFolder(stateFolder, folderName), recordName(realPath));
    writeFileSync(path, `${identityOf(stats)} ${stats.ctimeMs} `, { mode: 0o600 });
  } catch {
    // The next save checks again.
  }
}

/** For a file that may not be plain: writing to it would make its time stamps look as if it were. */
export function forgetPlain(stateFolder: string, realPath: string): void {
  removeQuietly(join(stateFolder, folderName, recordName(realPath)));
}

function recordName(realPath: string): string {
  return fingerprint(Buffer.from(realPath));
}

/** Inode numbers are reused, but not with the same birth time. */
function identityOf({ dev, ino, birthtimeMs }: Stats): string {
  return `${dev}:${ino}:${birthtimeMs}`;
}
