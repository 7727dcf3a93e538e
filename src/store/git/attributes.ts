// Attributes: adds and removes lines of a gitattributes file without touching the others.

import { lstatSync, mkdirSync, unlinkSync } from "node:fs";
import { dirname } from "node:path";
import { exitCodes, reworded, UserError } from "../../model/errors.js";
import { layoutOf } from "../../text/layout.js";
import { diskError } from "../disk-error.js";
import { withLock } from "../lock.js";
import { defaultMaxBytes, findRealPath, readRoadmapFile } from "../read-file.js";
import { recoverInterrupted } from "../recover-interrupted.js";
import { saveRoadmapFile } from "../save-file.js";
import type { Environment } from "../state-folder.js";
import { writeNewFile } from "../write-new-file.js";

/** A file with attributes, which may not exist. */
export interface AttributesPlace {
  readonly path: string;
  /** Git follows links to the user's own file, but not to one in a work tree. */
  readonly isInWorkTree: boolean;
  readonly env: Environment;
}

/**
 * The text of the file; null if it does not exist.
 * @throws UserError if git could not read it as a file either
 */
export function readAttributes(place: AttributesPlace): string | null {
  if (!isThere(place)) return null;
  try {
    return readRoadmapFile(place.path, { maxBytes: defaultMaxBytes }).text;
  } catch (error) {
    if (!(error instanceof UserError) || error.exitCode === exitCodes.disk) throw error;
    throw reworded(error, { hint: "replace it with a text file, or move it away, then run this again" });
  }
}

/**
 * Saves the result of `change`. Creates a missing file, and removes one that becomes empty.
 * @throws UserError if the disk refuses; then the file is unchanged
 */
export async function changeAttributes(place: AttributesPlace, change: (text: string) => string): Promise<void> {
  const { path, env } = place;
  if (readAttributes(place) === null) {
    const text = change("");
    if (text !== "") makeFile(path, text);
    return;
  }
  await withLock(
    findRealPath(path),
    (lock) => {
      recoverInterrupted(lock);
      const file = readRoadmapFile(path, { maxBytes: defaultMaxBytes });
      const text = change(file.text);
      if (text === file.text) return;
      if (text === "" && !lstatSync(path).isSymbolicLink()) unlinkSync(path);
      else saveRoadmapFile(file, text, lock);
    },
    { env },
  );
}

/** The text with the line at its end, where it takes precedence; in the layout of the text. */
export function withLine(text: string, line: string): string {
  const ending = layoutOf(text).lineEnding === "\r\n" ? "\r\n" : "\n";
  if (text === "" || text.endsWith("\n")) return `${text}${line}${ending}`;
  return `${text}${ending}${line}`;
}

/** The text without that line: the inverse of `withLine`. */
export function withoutLine(text: string, line: string): string {
  const lines = text.match(/[^\n]*\n|[^\n]+/g) ?? [];
  const kept = lines.filter((one) => !isLine(one, line)).join("");
  const last = lines.at(-1) ?? "";
  return isLine(last, line) && !last.endsWith("\n") ? kept.replace(/\r?\n$/, "") : kept;
}

export function hasLine(text: string, line: string): boolean {
  return text.split("\n").some((one) => isLine(one, line));
}

function isLine(one: string, line: string): boolean {
  return one.replace(/[ \t\r\n]+$/, "") === line;
}

/**
 * The pattern that matches only this file, anchored at the top of the work tree with `/`; see gitattributes(5): special
 * characters get a backslash, and a pattern with spaces is quoted like a C string.
 */
export function attributesPattern(path: string): string {
  const pattern = `/${path.replace(/[\\*?[]/g, "\\$&")}`;
  if (!/[\s"\p{Cc}]/u.test(pattern)) return pattern;
  const quoted = pattern.replace(/[\\"]/g, "\\$&").replace(/\p{Cc}/gu, (character) => {
    return character.codePointAt(0) === 10 ? "\\n" : octal(character);
  });
  return `"${quoted}"`;
}

function octal(character: string): string {
  return [...Buffer.from(character, "utf8")].map((byte) => `\\${byte.toString(8).padStart(3, "0")}`).join("");
}

function isThere({ path, isInWorkTree }: AttributesPlace): boolean {
  try {
    const stats = lstatSync(path, { throwIfNoEntry: false });
    if (!stats?.isSymbolicLink() || !isInWorkTree) return stats !== undefined;
  } catch (error) {
    throw diskError(error, `cannot read ${path}`);
  }
  throw new UserError(
    "ATTRIBUTES_LINK",
    `${path} is a symbolic link, which git does not follow`,
    "replace it with a regular file, then run this again",
  );
}

function makeFile(path: string, text: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeNewFile(path, Buffer.from(text, "utf8"), 0o666);
  } catch (error) {
    throw diskError(error, `cannot write ${path}`);
  }
}
