// Commit blob: one commit that changes one file, regardless of what else is staged or modified.

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "../../model/errors.js";
import { quoteForShell } from "../../text/quote-for-shell.js";
import { entryIn, type FileEntry } from "./committed-file.js";
import { type GitAnswer, gitTextOrNull, runGit } from "./git-process.js";
import { fillIndex, removeIndex, temporaryIndex } from "./index-lock.js";
import { operationInProgress, type Repository } from "./repository.js";
import { findHead } from "./versions.js";

interface CommitRequest {
  /** The parent of the new commit; null for the first one of a branch. */
  readonly parent: string | null;
  /** The file in the new commit. */
  readonly entry: FileEntry;
  /** The path in the parent, if the commit renames the file. */
  readonly formerName: string | null;
  /** Used verbatim: subject, blank line, body, trailers. */
  readonly message: string;
}

export interface Committed {
  readonly id: string;
  /** Null on a detached HEAD. */
  readonly branch: string | null;
}

/**
 * Makes the commit from a temporary index, with the hooks and the signature that the repository requires. The lock of
 * the work tree's index must be held.
 * @returns null if the branch is locked or got another commit in the meantime: it can be retried from the new HEAD.
 * @throws UserError (exit 8) if git refuses; the file itself is not touched
 */
export function commitBlob(repository: Repository, request: CommitRequest): Committed | null {
  refuseDuringOperation(repository);
  const index = temporaryIndex(repository);
  try {
    const failed = fillIndex(repository, index, request);
    const made = failed ?? runCommit(repository, index, request.message);
    if (made.exitCode === 0 || isCommitted(repository, request)) return confirmCommit(repository, request, idIn(made));
    if (isBusy(made)) return null;
    throw refused(made);
  } catch (error) {
    // A hook that runs after the commit took too long: the commit exists nevertheless.
    if (isCommitted(repository, request)) return confirmCommit(repository, request, null);
    throw error;
  } finally {
    removeIndex(index);
  }
}

/** @throws UserError (exit 8) during a merge, a rebase or the like: a commit would become part of it */
export function refuseDuringOperation(repository: Repository): void {
  const work = operationInProgress(repository);
  if (work === null) return;
  const add = `git add ${quoteForShell(`:/${repository.path}`)}`;
  const continueCommand = work === "bisect" ? "git bisect reset" : `git ${work} --continue`;
  const finish = isUnmerged(repository) ? `${add} && ${continueCommand}` : continueCommand;
  throw new UserError(
    "GIT_IS_BUSY",
    `a ${work} is in progress in this repository`,
    `finish it with \`${finish}\`, then run \`roadmap commit\``,
  );
}

/**
 * Whether the index still has several versions of the file; without conflict markers in it, only git does not know that
 * the conflict is resolved.
 */
function isUnmerged(repository: Repository): boolean {
  const args = ["--literal-pathspecs", "ls-files", "--unmerged", "--", repository.path];
  return Boolean(gitTextOrNull({ ...repository, args, purpose: "read" }));
}

function runCommit(repository: Repository, index: string, message: string): GitAnswer {
  const restore = keepPrepared(repository);
  try {
    return runGit({
      ...repository,
      args: ["-c", "core.abbrev=no", "commit", "--no-edit", "--no-status", "--cleanup=verbatim", "--file=-"],
      stdin: message,
      variables: { GIT_INDEX_FILE: index },
      purpose: "write",
    });
  } finally {
    restore();
  }
}

/** Preserves the message prepared for the user's own next commit, which git deletes at any commit. */
function keepPrepared({ gitFolder }: Repository): () => void {
  const prepared = ["SQUASH_MSG", "MERGE_MSG"].flatMap((name) => {
    const path = join(gitFolder, name);
    return existsSync(path) ? [{ path, bytes: readFileSync(path) }] : [];
  });
  return () => {
    for (const { path, bytes } of prepared) if (!existsSync(path)) writeFileSync(path, bytes);
  };
}

/** The commit as reported by git: `[main 0f3c…] subject`. By now, a hook may have made others. */
function idIn({ stdout }: GitAnswer): string | null {
  return /^\[.*? ([0-9a-f]{40,64})\] /m.exec(stdout.toString("utf8"))?.[1] ?? null;
}

function isCommitted(repository: Repository, { parent, entry }: CommitRequest): boolean {
  const head = findHead(repository);
  return head !== null && head !== parent && entryIn(repository, head)?.blob === entry.blob;
}

/**
 * The new commit, if its parent is the requested one. Git uses whatever HEAD is by then as the parent: ours would undo
 * a commit that came in between, so the branch is reset.
 */
function confirmCommit(repository: Repository, { parent }: CommitRequest, own: string | null): Committed | null {
  const head = findHead(repository) ?? "";
  const actual = parentOf(repository, head);
  // A hook may have added commits on top of ours.
  const isBelow = actual !== parent && own !== null && own !== head;
  if (actual !== parent && !isBelow) {
    runGit({ ...repository, args: ["update-ref", "HEAD", actual ?? "", head], purpose: "write" });
    return null;
  }
  const id = isBelow ? own : head;
  const named = ["symbolic-ref", "--quiet", "--short", "HEAD"];
  return { id, branch: gitTextOrNull({ ...repository, args: named, purpose: "read" }) };
}

function parentOf(repository: Repository, commit: string): string | null {
  const args = ["rev-parse", "--verify", "--quiet", `${commit}^`];
  return gitTextOrNull({ ...repository, args, purpose: "read" });
}

function isBusy({ stderr }: GitAnswer): boolean {
  return /Unable to create '[^']*\.lock'|cannot lock ref|unable to update/i.test(stderr);
}

/** What stopped git, with a hint how to continue. */
function refused({ stderr }: GitAnswer): UserError {
  const known = refusals.find(({ pattern }) => pattern.test(stderr));
  if (known) return new UserError(known.code, known.message, known.hint);
  const errorLines = stderr.split("\n").filter((line) => line.trim() !== "");
  return new UserError(
    "COMMIT_REFUSED",
    errorLines.length === 0
      ? "git refused the commit and gave no reason; a hook may have stopped it"
      : `git refused the commit: ${errorLines.join("; ")}`,
    "fix that, then run `roadmap commit`",
  );
}

const refusals = [
  {
    pattern: /tell me who you are|empty ident name|no email was given|unable to auto-detect email/i,
    code: "NO_IDENTITY",
    message: "git does not know who you are",
    hint: 'set your identity with `git config --global user.name "YOUR NAME"` and `git config --global user.email YOU@EXAMPLE.ORG`, then run `roadmap commit`',
  },
  {
    pattern: /failed to sign|gpg failed|signing failed|user\.signingkey|Couldn't load public key/i,
    code: "NOT_SIGNED",
    message: "git could not sign the commit, which this repository requires",
    hint: "check your signing key (`git config user.signingKey`), then run `roadmap commit`",
  },
] as const;
