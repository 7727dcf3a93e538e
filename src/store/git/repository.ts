// Repository: which git repository a file is in, under what name, and what is under way there.

import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { UserError } from "../../model/errors.js";
import type { Environment } from "../state-folder.js";
import { askGit, type GitPlace, gitRefused, gitText } from "./git-process.js";

/** The work tree that a file is in. Git runs in its top folder. */
export interface Repository extends GitPlace {
  /** The folder of this work tree's own state: `.git`, or one of several for further work trees and submodules. */
  readonly gitFolder: string;
  /** The file as git names it: from the top folder, with `/`. */
  readonly path: string;
}

/** Whether a folder above the file holds a `.git`: says no without running git. */
export function isBelowRepository(realPath: string): boolean {
  for (let folder = dirname(realPath); ; folder = dirname(folder)) {
    if (existsSync(join(folder, ".git"))) return true;
    if (dirname(folder) === folder) return false;
  }
}

/**
 * The repository of the file at that real path; null outside of any work tree.
 * @throws UserError when git is missing, or refuses to read the repository
 */
export function findRepository(realPath: string, env: Environment): Repository | null {
  const here: GitPlace = { cwd: dirname(realPath), env };
  const found = askGit({ ...here, args: ["rev-parse", "--is-inside-work-tree"], purpose: "read" });
  if (found.exitCode !== 0) {
    if (/not a git repository/.test(found.stderr)) return null;
    throw gitRefused(found);
  }
  if (found.stdout.toString().trim() !== "true") return null;
  // One path to a call: a folder's name may hold a line break.
  const cwd = gitText({ ...here, args: ["rev-parse", "--show-toplevel"], purpose: "read" });
  const gitFolder = gitText({ ...here, args: ["rev-parse", "--absolute-git-dir"], purpose: "read" });
  return { cwd, env, gitFolder, path: relative(cwd, realPath).split(sep).join("/") };
}

/** @throws UserError (exit 1) outside of any repository */
export function requireRepository(realPath: string, env: Environment): Repository {
  const repository = findRepository(realPath, env);
  if (repository) return repository;
  throw new UserError(
    "NO_REPOSITORY",
    `${realPath} is not in a git repository`,
    "create one with `git init` in its folder, then run `roadmap commit`",
  );
}

/** What git is in the middle of; null when it is at rest. While it is, no commit of ours may come in between. */
export function unfinishedWork({ gitFolder }: Repository): string | null {
  const found = underWay.find(([file]) => existsSync(join(gitFolder, file)));
  if (found?.[0] !== "sequencer") return found?.[1] ?? null;
  // Several commits picked or reverted, while none of them is at hand.
  return /^revert /.test(readIfThere(join(gitFolder, "sequencer", "todo"))) ? "revert" : "cherry-pick";
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

const underWay = [
  ["MERGE_HEAD", "merge"],
  ["rebase-merge", "rebase"],
  ["rebase-apply/applying", "am"],
  ["rebase-apply", "rebase"],
  ["CHERRY_PICK_HEAD", "cherry-pick"],
  ["REVERT_HEAD", "revert"],
  ["sequencer", "cherry-pick"],
  ["BISECT_LOG", "bisect"],
] as const;
