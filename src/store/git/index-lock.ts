// The index of a work tree: git's own lock of it, held as git does for a commit, and copies of it.

import { closeSync, copyFileSync, openSync, renameSync, rmSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "../../model/errors.js";
import { pauseBriefly } from "../clock.js";
import { diskError, systemErrorCode } from "../disk-error.js";
import { makeNonce } from "../lock/lock-file.js";
import { releaseAtExit } from "../lock/release-at-exit.js";
import type { FileEntry, PathEntry } from "./committed-file.js";
import { type GitAnswer, gitText, runGit } from "./git-process.js";
import type { Repository } from "./repository.js";

const maxAttempts = 50;

/**
 * Runs the work while no other git command can commit, merge or stage in this work tree.
 * @throws UserError (exit 8) if another one holds the lock for longer than a few seconds
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
  for (let tries = 0; tries < maxAttempts; tries++) {
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
  /** The path in the parent, if the commit renames the file. */
  readonly formerName: string | null;
}

/**
 * Fills a temporary index for one commit: the tree of `parent`, or nothing, with the file added. Returns null on
 * success. It begins as a copy, so git need not read every file of the work tree to see that it is unchanged.
 */
export function fillIndex(
  repository: Repository,
  index: string,
  { parent, entry, formerName }: IndexContent,
): GitAnswer | null {
  if (parent !== null) copyIfThere(join(repository.gitFolder, "index"), index);
  const args = parent === null ? ["read-tree", "--empty"] : ["read-tree", "--reset", parent];
  const read = runGit({ ...repository, args, variables: { GIT_INDEX_FILE: index }, purpose: "write" });
  if (read.exitCode !== 0) return read;
  const removedEntries = formerName === null ? [] : [{ path: formerName, mode: "0", blob: entry.blob }];
  return writeEntries(repository, index, [...removedEntries, { ...entry, path: repository.path }]);
}

/** Records these files in the work tree's index, and nothing else. Its lock must be held. */
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
 * Git considers a file unchanged if the index is newer and the size is the same. The copy must not look newer than the
 * original, so it is dated slightly earlier: then git compares the content.
 */
function copyIfThere(from: string, to: string): void {
  const stats = statSync(from, { throwIfNoEntry: false });
  if (stats === undefined) return;
  copyFileSync(from, to);
  const seconds = Math.floor(stats.mtimeMs / 1000) - 1;
  utimesSync(to, seconds, seconds);
}

function writeEntries(repository: Repository, index: string, entries: readonly PathEntry[]): GitAnswer | null {
  const written = runGit({
    ...repository,
    args: ["update-index", "--add", "-z", "--index-info"],
    stdin: entries.map(({ mode, blob, path }) => `${mode} ${blob}\t${path}\0`).join(""),
    variables: { GIT_INDEX_FILE: index },
    purpose: "write",
  });
  return written.exitCode === 0 ? null : written;
}

// Files that hooks added to a commit, which the index must contain too.

/**
 * The other files that differ between two commits, as in the later one, if the index has them as in the earlier one.
 * Without this, git would report files added by a hook as staged deletions.
 */
export function otherChangedEntries(repository: Repository, from: string, to: string): PathEntry[] {
  const args = ["diff-tree", "-r", "-z", "--raw", "--no-renames", "--no-abbrev", from, to];
  const changes = changesIn(gitText({ ...repository, args, purpose: "read" })).filter(
    ({ path }) => path !== repository.path,
  );
  if (changes.length === 0) return [];
  const staged = stagedEntries(
    repository,
    changes.map(({ path }) => path),
  );
  return changes.filter(({ path, before }) => (staged.get(path) ?? null) === before);
}

interface StagedChange extends PathEntry {
  /** `100644 0f3c…`; null if it did not exist. */
  readonly before: string | null;
}

function changesIn(text: string): StagedChange[] {
  const tokens = text.split("\0");
  const changes: StagedChange[] = [];
  for (let index = 0; index + 1 < tokens.length; index += 2) {
    const [oldMode = "", mode = "", oldBlob = "", blob = ""] = (tokens[index] ?? "").slice(1).split(" ");
    const before = oldMode === "000000" ? null : `${oldMode} ${oldBlob}`;
    changes.push({ path: tokens[index + 1] ?? "", mode: mode === "000000" ? "0" : mode, blob, before });
  }
  return changes;
}

function stagedEntries(repository: Repository, paths: readonly string[]): ReadonlyMap<string, string> {
  const args = ["ls-files", "--stage", "-z", "--full-name", "--", ...paths];
  const lines = gitText({ ...repository, args, purpose: "read" }).split("\0");
  const entries = lines.flatMap((line) => {
    const found = /^(\d+ [0-9a-f]+) 0\t(.*)$/s.exec(line);
    return found ? [[found[2] ?? "", found[1] ?? ""] as const] : [];
  });
  return new Map(entries);
}
