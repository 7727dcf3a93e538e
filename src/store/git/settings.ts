// Git settings: values of git's configuration, and lines of a gitattributes file.

import { lstatSync, mkdirSync, unlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { exitCodes, UserError, withChanges } from "../../model/errors.js";
import { endingAt } from "../../text/lines.js";
import { diskError } from "../disk-error.js";
import { writeNewFile } from "../files.js";
import { withLock } from "../lock/lock.js";
import type { Environment } from "../paths.js";
import { defaultMaxBytes, findRealPath, readRoadmapFile } from "../read-file.js";
import { recoverInterrupted } from "../save/recover.js";
import { saveRoadmapFile } from "../save/save-file.js";
import { type GitPlace, gitRefused, gitText, gitTextOrNull, runGit } from "./git-process.js";

// Values of the configuration, read and written by git itself.

/** `local` is the configuration of one repository, `global` that of the user. */
export type ConfigScope = "local" | "global";

export interface ConfigValue {
  readonly scope: string;
  /** Its source as reported by git: `file:.git/config`. */
  readonly origin: string;
  readonly value: string;
}

/**
 * All values of the key in the order in which git reads them: the last one counts. For `global`, only the user's own.
 */
export function configValues(place: GitPlace, scope: ConfigScope, key: string): ConfigValue[] {
  const where = scope === "global" ? ["--global", "--includes"] : [];
  const args = ["config", ...where, "-z", "--show-scope", "--show-origin", "--get-all", key];
  const found = runGit({ ...place, args, purpose: "read" });
  // Exit code 1 means that there is no value.
  if (found.exitCode === 1) return [];
  if (found.exitCode !== 0) throw gitRefused(found);
  const parts = found.stdout.toString("utf8").split("\0");
  const values: ConfigValue[] = [];
  for (let index = 0; index + 2 < parts.length; index += 3) {
    const [valueScope = "", origin = "", value = ""] = parts.slice(index, index + 3);
    values.push({ scope: valueScope, origin, value });
  }
  return values;
}

/** @throws UserError with git's message: the file is locked, or may not be written */
export function setConfigValue(
  place: GitPlace,
  scope: ConfigScope,
  { key, value }: { key: string; value: string },
): void {
  gitText({ ...place, args: ["config", `--${scope}`, "--replace-all", key, value], purpose: "write" });
}

/** Removes each value of the key that equals this one, in the file of that scope only. */
export function unsetConfigValue(
  place: GitPlace,
  scope: ConfigScope,
  { key, value }: { key: string; value: string },
): void {
  const args = ["config", `--${scope}`, "--fixed-value", "--unset-all", key, value];
  const done = runGit({ ...place, args, purpose: "write" });
  // Exit code 5 means that there is no value.
  if (done.exitCode !== 0 && done.exitCode !== 5) throw gitRefused(done);
}

/** The path of the repository's configuration, relative to the top of its work tree if it is inside. */
export function configFile(place: GitPlace): string {
  return join(gitText({ ...place, args: ["rev-parse", "--git-common-dir"], purpose: "read" }), "config");
}

// Attributes: lines are added and removed without touching the others.

/** The user's own attributes file, as gitattributes(5) defines it: configured, or next to the user's other settings. */
export function globalAttributesFile(place: GitPlace): string | null {
  const args = ["config", "--global", "--includes", "--type=path", "--get", "core.attributesFile"];
  const configured = gitTextOrNull({ ...place, args, purpose: "read" });
  if (configured !== null) return configured;
  const { XDG_CONFIG_HOME: settings, HOME: home } = place.env;
  if (settings) return join(settings, "git", "attributes");
  return home ? join(home, ".config", "git", "attributes") : null;
}

/** The values of these attributes for a file: a value, `set`, `unset` or `unspecified`. */
export function attributesOf(place: GitPlace & { readonly path: string }, names: readonly string[]): string[] {
  // Without the user's own attributes, which no one else with the repository has.
  const args = ["-c", "core.attributesFile=/dev/null", "check-attr", "-z", ...names, "--", place.path];
  const parts = gitText({ ...place, args, purpose: "read" }).split("\0");
  return names.map((_, index) => parts[index * 3 + 2] ?? "unspecified");
}

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
    throw withChanges(error, { hint: "replace it with a text file, or move it away, then run this again" });
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

/** The text with the line at its end, where it takes precedence; in the layout of the text. */
export function withLine(text: string, line: string): string {
  const ending = endingAt(text, 0) === "\r\n" ? "\r\n" : "\n";
  if (text === "" || text.endsWith("\n")) return `${text}${line}${ending}`;
  return `${text}${ending}${line}`;
}

/** The text without that line: the inverse of `withLine`. */
export function withoutLine(text: string, line: string): string {
  const lines = text.match(/[^\n]*\n|[^\n]+/g) ?? [];
  const kept = lines.filter((candidate) => !isLine(candidate, line)).join("");
  const last = lines.at(-1) ?? "";
  return isLine(last, line) && !last.endsWith("\n") ? kept.replace(/\r?\n$/, "") : kept;
}

export function hasLine(text: string, line: string): boolean {
  return text.split("\n").some((candidate) => isLine(candidate, line));
}

function isLine(candidate: string, line: string): boolean {
  return candidate.replace(/[ \t\r\n]+$/, "") === line;
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
