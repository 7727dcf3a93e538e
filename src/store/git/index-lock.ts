// Index lock: git's own lock of a work tree's index, held as git holds it while it makes a commit.

import { closeSync, copyFileSync, openSync, renameSync, rmSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "../../model/errors.js";
import { pauseBriefly } from "../clock.js";
import { diskError, systemErrorCode } from "../disk-error.js";
import { makeNonce } from "../lock-record.js";
import { releaseAtExit } from "../release-at-exit.js";
import type { FileEntry, PathEntry } from "./committed-file.js";
import { askGit, type GitAnswer } from "./git-process.js";
import type { Repository } from "./repository.js";

const mostTries = 50;

/**
 * Does the work while no other git command commits, merges or stages in this work tree.
 * @throws UserError (exit 8) when another one holds the lock for longer than a few seconds
 */
export async function withIndexLock<T>(repository: Repository, work: () => Promise<T>): Promise<T> {
  const lock = join(repository.gitFolder, "index.lock");
  takeLock(lock);
  const release = () => rmSync(lock, { force: true });
  const forgetExit = releaseAtExit(release);
  try {
    return await work();
  } finally {
    release();
    forgetExit();
  }
}

function takeLock(lock: string): void {
  for (let tries = 0; tries < mostTries; tries++) {
    try {
      closeSync(openSync(lock, "wx"));
      return;
    } catch (error) {
      if (systemErrorCode(error) !== "EEXIST") throw diskError(error, `cannot lock git's index with ${lock}`);
      pauseBriefly();
    }
  }
  throw new UserError(
    "GIT_LOCKED",
    `another git command has locked the index of this repository: ${lock} exists`,
    "wait until it finishes, or delete that file if no git command is running; then run `roadmap commit`",
  );
}

interface IndexContent {
  readonly parent: string | null;
  readonly entry: FileEntry;
  /** What the parent calls the file, when the commit renames it. */
  readonly formerName: string | null;
}

/**
 * An index of its own for one commit: the tree of `parent`, or nothing, and in it the file. Null when it is made. It
 * begins as a copy, so that git need not read every file of the work tree to know that it is unchanged.
 */
export function fillIndex(
  repository: Repository,
  index: string,
  { parent, entry, formerName }: IndexContent,
): GitAnswer | null {
  if (parent !== null) copyIfThere(join(repository.gitFolder, "index"), index);
  const args = parent === null ? ["read-tree", "--empty"] : ["read-tree", "--reset", parent];
  const read = askGit({ ...repository, args, variables: { GIT_INDEX_FILE: index }, purpose: "write" });
  if (read.exitCode !== 0) return read;
  const gone = formerName === null ? [] : [{ path: formerName, mode: "0", blob: entry.blob }];
  return writeEntries(repository, index, [...gone, { ...entry, path: repository.path }]);
}

/** Makes the work tree's index say so of these files, and nothing else of the others. Its lock has to be held. */
export function stageEntries(repository: Repository, entries: readonly PathEntry[]): GitAnswer | null {
  const index = join(repository.gitFolder, "index");
  const copy = temporaryIndex(repository);
  try {
    copyIfThere(index, copy);
    const failed = writeEntries(repository, copy, entries);
    if (failed === null) renameSync(copy, index);
    return failed;
  } finally {
    removeIndex(copy);
  }
}

export function temporaryIndex({ gitFolder }: Repository): string {
  return join(gitFolder, `roadmap-index.${makeNonce()}`);
}

export function removeIndex(index: string): void {
  rmSync(index, { force: true });
  rmSync(`${index}.lock`, { force: true });
}

/**
 * Git takes a file for unchanged when the index is younger than it and its size is the same. The copy may not look
 * younger than the index is, so it is made to look a little older: then git looks closer.
 */
function copyIfThere(from: string, to: string): void {
  const stats = statSync(from, { throwIfNoEntry: false });
  if (stats === undefined) return;
  copyFileSync(from, to);
  const seconds = Math.floor(stats.mtimeMs / 1000) - 1;
  utimesSync(to, seconds, seconds);
}

function writeEntries(repository: Repository, index: string, entries: readonly PathEntry[]): GitAnswer | null {
  const written = askGit({
    ...repository,
    args: ["update-index", "--add", "-z", "--index-info"],
    stdin: entries.map(({ mode, blob, path }) => `${mode} ${blob}\t${path}\0`).join(""),
    variables: { GIT_INDEX_FILE: index },
    purpose: "write",
  });
  return written.exitCode === 0 ? null : written;
}
