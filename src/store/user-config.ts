// User config: the file with the settings of a person, which only that person can have written.

import { constants, fstatSync, lstatSync, openSync, type Stats } from "node:fs";
import { dirname } from "node:path";
import process from "node:process";
import { UserError } from "../model/errors.js";
import { diskError } from "./disk-error.js";
import { closeQuietly, readAll } from "./files.js";
import { createFile, replaceFile } from "./new-file.js";
import { makePrivateFolder, refuseOpenAncestors } from "./private-folder.js";
import { decodeText } from "./read-file.js";

const maxBytes = 64 * 1024;

const hint = "check it with `ls -lL`, and move it away if you did not write it";

/**
 * The text of the file, which may be a symbolic link into a folder of dotfiles; null if there is none.
 * @throws UserError if someone else can have written it, or if it cannot be read
 */
export function readUserConfig(path: string): string | null {
  let descriptor = -1;
  try {
    if (lstatSync(path, { throwIfNoEntry: false }) === undefined) return null;
    refuseOpenAncestors(dirname(path), "set XDG_CONFIG_HOME to a folder that only you can write");
    descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
    const stats = fstatSync(descriptor);
    refuseForeign(path, stats);
    const text = stats.size > maxBytes ? null : decodeText(readAll(descriptor, stats.size, maxBytes));
    if (text !== null) return text;
    throw new UserError("NOT_UTF8", `${path} is not a UTF-8 text of at most 64 KiB`, "fix it in an editor");
  } catch (error) {
    throw diskError(error, `cannot read ${path}`);
  } finally {
    if (descriptor !== -1) closeQuietly(descriptor);
  }
}

/** Package managers own the files that they link to as root. */
function refuseForeign(path: string, stats: Stats): void {
  if (!stats.isFile()) throw new UserError("NOT_A_FILE", `${path} is not a file`, "move it away");
  const user = process.geteuid?.();
  // Windows has no such bits; Node invents them.
  if (user === undefined) return;
  const isForeign = stats.uid !== user && stats.uid !== 0;
  if (isForeign || (stats.mode & 0o002) !== 0)
    throw new UserError("NOT_PRIVATE", `it ${isForeign ? "belongs to" : "can be changed by"} another user`, hint);
}

/** The folder of the file, which only the user can change. @throws UserError if it cannot be created */
export function makeConfigFolder(path: string): void {
  try {
    makePrivateFolder(dirname(path));
  } catch (error) {
    throw diskError(error, `cannot create ${dirname(path)}`);
  }
}

/**
 * Replaces the text of the file, or of the file that it links to; a new one can only be read by the user.
 * @param found what `readUserConfig` returned
 * @throws UserError if it cannot be written; it is then unchanged
 */
export function writeUserConfig(path: string, text: string, found: string | null): void {
  if (found !== null) {
    replaceFile(path, Buffer.from(text));
    return;
  }
  createFile({ path, absolutePath: path, wayOut: "run this again", mode: 0o600 }, Buffer.from(text));
}
