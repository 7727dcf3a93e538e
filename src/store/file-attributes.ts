// File attributes: whether a file has an ACL or extended attributes that a replacement would lack.

import type { Stats } from "node:fs";
import process from "node:process";

/** The result of an earlier check, if the file had neither. */
export type Known = "nothing" | "plain" | "plain, and written since";

/**
 * Whether only overwriting in place is sure to keep the file's permissions: it has an ACL or extended attributes, or
 * that is unknown. Node reads neither, so this may run a program, which takes some milliseconds.
 */
export function mustStayInPlace(path: string, stats: Stats, known: Known): boolean {
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
