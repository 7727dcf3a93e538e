// Commit text: puts a new text of the file, or one change of it, into a commit of its own.

import { commitMessage, messageText } from "../model/commit-message.js";
import { compareRoadmaps } from "../model/compare.js";
import { UserError } from "../model/errors.js";
import type { Roadmap } from "../model/roadmap.js";
import { pauseBriefly } from "../store/clock.js";
import { type Committed, commitBlob, notCommitted, refuseUnfinishedWork } from "../store/git/commit-blob.js";
import {
  blobBytes,
  blobOf,
  entryIn,
  type FileEntry,
  headCommit,
  isIgnored,
  stagedEntry,
} from "../store/git/committed-file.js";
import { stageEntry, withIndexLock } from "../store/git/index-lock.js";
import { type Repository, requireRepository } from "../store/git/repository.js";
import { decodeText } from "../store/read-file.js";
import type { Environment } from "../store/state-folder.js";
import { parseText } from "./parse-text.js";

export interface CommitTextRequest {
  /** Of the file, with no link in it. */
  readonly realPath: string;
  readonly env: Environment;
  /** The text that shall be committed, as it stands on the disk. */
  readonly text: string;
  /** The text that the change was made on: then only the change is committed. Null: all of the text. */
  readonly base: string | null;
  /** The person's own words, in place of those made from the change. */
  readonly message?: string | undefined;
}

export interface CommitReport extends Committed {
  readonly subject: string;
  /** What a person should know besides. */
  readonly notes: readonly string[];
}

/** Each runs the hooks of the repository. */
const mostTries = 5;

/**
 * Commits the file alone: what else is staged or changed, in this file too, stays as it is.
 * @returns null when the last commit says it all already
 * @throws UserError (exit 8) when no commit could be made; the file itself is not touched
 */
export async function commitText(request: CommitTextRequest): Promise<CommitReport | null> {
  try {
    const repository = requireRepository(request.realPath, request.env);
    refuseUnfinishedWork(repository);
    return await withIndexLock(repository, () => commitInTime(repository, request));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { code, message, hint } = error;
    throw notCommitted({ code, message, hint });
  }
}

async function commitInTime(repository: Repository, request: CommitTextRequest): Promise<CommitReport | null> {
  for (let tries = 0; tries < mostTries; tries++) {
    const made = await tryCommit(repository, request);
    if (made !== "busy") return made;
    pauseBriefly();
  }
  throw notCommitted({
    code: "BRANCH_LOCKED",
    message: "another program keeps changing or locking the branch",
    hint: "wait until it is done, or look for a left-over .lock file under .git/refs; then `roadmap commit`",
  });
}

async function tryCommit(repository: Repository, request: CommitTextRequest): Promise<CommitReport | null | "busy"> {
  const parent = headCommit(repository);
  const old = parent === null ? null : entryIn(repository, parent);
  const staged = stagedEntry(repository);
  if (old === null && isIgnored(repository)) throw ignored(repository);
  const text = await textToCommit(repository, request, old);
  const entry = { mode: old?.mode ?? "100644", blob: blobOf(repository, Buffer.from(text), "keep") };
  if (entry.blob === old?.blob) return null;
  const message = await messageFor(repository, { old, text, said: request.message });
  const committed = commitBlob(repository, { parent, entry, message });
  if (committed === null) return "busy";
  const notes = stageToo(repository, { old, staged, entry: entryIn(repository, committed.id) ?? entry }, request);
  return { ...committed, subject: message.split("\n")[0] ?? "", notes };
}

/** The change alone, on top of what the last commit has: what else the person changed in the file is not ours to commit. */
async function textToCommit(
  repository: Repository,
  { base, text }: CommitTextRequest,
  old: FileEntry | null,
): Promise<string> {
  if (base === null || old === null) return text;
  const isCommitted = (version: string) => blobOf(repository, Buffer.from(version), "only name") === old.blob;
  // Committed already: by another program, since the change was saved.
  if (isCommitted(base) || isCommitted(text)) return text;
  throw notCommitted({
    code: "OTHER_CHANGES",
    message: "the file has changes of yours that are not committed, in the same places",
    hint: "`roadmap commit` commits all of the file",
  });
}

async function messageFor(
  repository: Repository,
  { old, text, said }: { old: FileEntry | null; text: string; said: string | undefined },
): Promise<string> {
  const before = old === null ? null : await roadmapIn(blobBytes(repository, old.blob));
  const words =
    (said === undefined ? "" : withoutControls(said)) ||
    (before ? undefined : `roadmap: ${old === null ? "add" : "mend"} ${repository.path}`);
  if (before === null) return `${words}\n`;
  const comparison = compareRoadmaps(before, (await parseText(text)).roadmap);
  return messageText(
    words === undefined ? commitMessage(comparison) : { ...commitMessage(comparison), body: [], subject: words },
  );
}

/** Line ends stay; what else could steer a terminal goes. */
function withoutControls(text: string): string {
  return text.replace(/[^\P{Cc}\n]/gu, "").trim();
}

function ignored({ path }: Repository): UserError {
  return notCommitted({
    code: "IGNORED_BY_GIT",
    message: `git is told to ignore ${path}`,
    hint: "take it out of .gitignore, or add it once with `git add --force`; then `roadmap commit`",
  });
}

/** Null for a text that cannot be read: then there is nothing to compare with. */
async function roadmapIn(bytes: Buffer): Promise<Roadmap | null> {
  const text = decodeText(bytes);
  return text === null ? null : (await parseText(text)).roadmap;
}

interface Versions {
  readonly old: FileEntry | null;
  readonly staged: FileEntry | null;
  readonly entry: FileEntry;
}

/** Staged work of the person's in this file stays staged; where there is none, the index follows the commit. */
function stageToo(repository: Repository, { old, staged, entry }: Versions, { base }: CommitTextRequest): string[] {
  const isOurs = base === null || old === null || staged?.blob === old.blob;
  if (!isOurs) return ["the index has another version of the file, which is left as it is"];
  return stageEntry(repository, entry) === null
    ? []
    : ["git's index was not brought up to date: `git reset -- FILE` does"];
}
