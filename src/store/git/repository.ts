// Repository: which git repository a file is in, under which path, and which operation is in progress there.

import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { UserError } from "../../model/errors.js";
import type { Environment } from "../paths.js";
import { type GitPlace, gitRefused, gitText, runGit } from "./git-process.js";

/** The work tree of a file. Git runs in its top folder. */
export interface Repository extends GitPlace {
  /** The folder of this work tree's own state: `.git`, or one of several for linked work trees and submodules. */
  readonly gitFolder: string;
  /** The path of the file in git: from the top folder, with `/`. */
  readonly path: string;
}

/** Whether a folder above the file contains `.git`: rules out a repository without running git. */
export function isBelowRepository(realPath: string): boolean {
  for (let folder = dirname(realPath); ; folder = dirname(folder)) {
    if (existsSync(join(folder, ".git"))) return true;
    if (dirname(folder) === folder) return false;
  }
}

/**
 * The repository of the file at that real path; null outside a work tree.
 * @throws UserError if git is missing, or refuses to read the repository
 */
export function findRepository(realPath: string, env: Environment): Repository | null {
  const here: GitPlace = { cwd: dirname(realPath), env };
  const found = runGit({ ...here, args: ["rev-parse", "--is-inside-work-tree"], purpose: "read" });
  if (found.exitCode !== 0) {
    if (/not a git repository/.test(found.stderr)) return null;
    throw gitRefused(found);
  }
  if (found.stdout.toString().trim() !== "true") return null;
  // One path per call, because a folder's name may contain a line break.
  const cwd = gitText({ ...here, args: ["rev-parse", "--show-toplevel"], purpose: "read" });
  const gitFolder = gitText({ ...here, args: ["rev-parse", "--absolute-git-dir"], purpose: "read" });
  return { cwd, env, gitFolder, path: relative(cwd, realPath).split(sep).join("/") };
}

/** @throws UserError (exit 1) outside a repository */
export function requireRepository(realPath: string, env: Environment): Repository {
  const repository = findRepository(realPath, env);
  if (repository) return repository;
  throw new UserError(
    "NO_REPOSITORY",
    `${realPath} is not in a git repository`,
    "create one with `git init` in its folder, then run `roadmap commit`",
  );
}

/** The git operation in progress; null if there is none. Until it ends, roadmap must not commit. */
export function operationInProgress({ gitFolder }: Repository): string | null {
  const found = operationsInProgress.find(([file]) => existsSync(join(gitFolder, file)));
  if (found?.[0] !== "sequencer") return found?.[1] ?? null;
  // Several commits are being picked or reverted, and none of them is current.
  return /^revert /.test(readIfThere(join(gitFolder, "sequencer", "todo"))) ? "revert" : "cherry-pick";
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

const operationsInProgress = [
  ["MERGE_HEAD", "merge"],
  ["rebase-merge", "rebase"],
  ["rebase-apply/applying", "am"],
  ["rebase-apply", "rebase"],
  ["CHERRY_PICK_HEAD", "cherry-pick"],
  ["REVERT_HEAD", "revert"],
  ["sequencer", "cherry-pick"],
  ["BISECT_LOG", "bisect"],
] as const;
