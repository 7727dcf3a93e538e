// Find file: the roadmap that was named, or the nearest one up to the root of the repository.

import { lstatSync, readdirSync, realpathSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { UserError } from "../model/errors.js";
import { NoRoadmapFound } from "../model/no-roadmap.js";
import { quoteForShell } from "../text/quote-for-shell.js";
import { systemErrorCode } from "./disk-error.js";
import { expandHome } from "./paths.js";

export interface FileLookup {
  /** The value of `--file`. */
  readonly file?: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The current folder; absolute. */
  readonly cwd: string;
  /** The file in the user's settings, which is used if no other is found. */
  readonly defaultFile?: string | undefined;
}

/** Paths are as the user named them, otherwise relative to `cwd`. */
type FoundFile =
  | { readonly kind: "found"; readonly path: string }
  /** No roadmap by name; these files (nearest first, perhaps none) qualify if they contain a topic table. */
  | { readonly kind: "readmes"; readonly paths: readonly string[] };

const roadmapNames = ["roadmap.md", "ROADMAP.md", join("docs", "roadmap.md")];

/** @throws UserError (exit 3) if a file was named and does not exist. */
export function findRoadmapFile({ file, env, cwd }: FileLookup): FoundFile {
  if (file !== undefined) return { kind: "found", path: namedFile(file, { cwd, namedBy: "--file" }) };
  const fromEnvironment = env.ROADMAP_FILE;
  if (fromEnvironment) {
    return { kind: "found", path: namedFile(fromEnvironment, { cwd, namedBy: "$ROADMAP_FILE" }) };
  }
  const folders = foldersUpToRepository(cwd);
  for (const folder of folders) {
    const name = roadmapNames.find((candidate) => isCandidate(join(folder, candidate)));
    if (name !== undefined) return { kind: "found", path: relative(cwd, join(folder, name)) };
  }
  const readmes = folders.map((folder) => join(folder, "README.md")).filter(isCandidate);
  return { kind: "readmes", paths: readmes.map((path) => relative(cwd, path)) };
}

/**
 * The file in the user's settings; null if there is none.
 * @throws UserError (exit 3) if it does not exist
 */
export function defaultFile({ defaultFile: file, env, cwd }: FileLookup): string | null {
  return file === undefined ? null : namedFile(expandHome(file, env), { cwd, namedBy: "your settings" });
}

/**
 * The absolute path of a file to name in the user's settings.
 * @throws UserError (exit 3) if it does not exist
 */
export function fileForSettings(file: string, { env, cwd }: FileLookup): string {
  const path = resolve(cwd, expandHome(file, env));
  if (file !== "" && isThere(path)) return path;
  throw new UserError(
    "FILE_NOT_FOUND",
    `${file} does not exist`,
    "pass an existing file: `roadmap config set file FILE`",
  );
}

/** The paths without those that lead to the same file as one before: `./a.md`, a symbolic link. */
export function distinctFiles(paths: readonly string[], cwd: string): string[] {
  const real = paths.map((path) => realPathOf(resolve(cwd, path)));
  return paths.filter((_, index) => real.indexOf(real[index] ?? "") === index);
}

/** The path itself if it cannot be resolved: reading it reports the problem. */
function realPathOf(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return path;
  }
}

/**
 * The error if no file is named and none is found, or no README.md found has a topic table under a known header. If
 * only one file comes into question, the hint names it.
 * @param readmes those with another topic table
 */
export function noRoadmapFound(cwd: string, readmes: readonly string[]): NoRoadmapFound {
  const [only, another] = readmes.length > 0 ? readmes : otherMarkdownFiles(cwd);
  const top = foldersUpToRepository(cwd).at(-1);
  const candidate = only === undefined || another !== undefined ? null : only;
  return new NoRoadmapFound(
    { upTo: top === undefined || top === resolve(cwd) ? null : top, candidate },
    "no roadmap.md, ROADMAP.md or docs/roadmap.md in this folder or in its parents",
    candidate === null
      ? "create one with `roadmap init`, or select yours with `--file FILE` or ROADMAP_FILE"
      : `use \`roadmap --file ${quoteForShell(candidate)}\` to read that file, or create one with \`roadmap init\``,
  );
}

/** Markdown files of the folder that are no README and have names that can be typed. */
function otherMarkdownFiles(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => /^[\p{L}\p{N}_]\P{C}*\.md$/u.test(name) && !/^readme\./i.test(name));
  } catch {
    return [];
  }
}

const waysOut = {
  "--file": "pass an existing file with `--file FILE`",
  $ROADMAP_FILE: "correct it, or run `unset ROADMAP_FILE`",
  "your settings": "correct it with `roadmap config set file FILE`, or run `roadmap config unset file`",
};

interface Naming {
  readonly cwd: string;
  readonly namedBy: keyof typeof waysOut;
}

function namedFile(file: string, { cwd, namedBy }: Naming): string {
  const path = resolve(cwd, file);
  if (file !== "" && !file.includes("\0") && (isThere(path) || isRefused(path))) return file;
  throw new UserError("FILE_NOT_FOUND", `the file from ${namedBy} does not exist: "${file}"`, waysOut[namedBy]);
}

/** From `cwd` up to the folder that contains `.git`; only `cwd` itself outside a repository. */
function foldersUpToRepository(cwd: string): readonly string[] {
  const folders: string[] = [];
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    folders.push(folder);
    if (isThere(join(folder, ".git"))) return folders;
    if (dirname(folder) === folder) return folders.slice(0, 1);
  }
}

/** A broken link counts too: reading it reports the problem, and skipping it would be a guess. */
function isCandidate(path: string): boolean {
  return isThere(path) && !isFolder(path);
}

function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    // A folder without access, or a file in place of a folder: there is nothing to read here.
    return false;
  }
}

/** Whether a folder on the way gives no access: reading the file reports it. */
function isRefused(path: string): boolean {
  try {
    lstatSync(path);
  } catch (error) {
    return systemErrorCode(error) === "EACCES";
  }
  return false;
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
