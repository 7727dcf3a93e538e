// Commit change: commits a new text of the file, or one change of it, as a separate commit.

import { exitCodes, UserError, withChanges } from "../model/errors.js";
import { commitMessage, messageText } from "../model/history/commit-message.js";
import { compareRoadmaps, isUnchanged } from "../model/history/compare.js";
import { type KnownRename, renamesOf, withRenames } from "../model/history/known-renames.js";
import type { Roadmap } from "../model/roadmap.js";
import { withTexts } from "../model/ways.js";
import { pauseBriefly, today } from "../store/clock.js";
import { type Committed, commitBlob, refuseDuringOperation } from "../store/git/commit-blob.js";
import {
  type BlobMaker,
  blobBytes,
  blobMaker,
  entryIn,
  type FileEntry,
  isIgnored,
  renamedCase,
  stagedEntry,
  stagedRename,
  underKnownName,
} from "../store/git/committed-file.js";
import { otherChangedEntries, stageEntries, withIndexLock } from "../store/git/index-lock.js";
import { type Repository, requireRepository } from "../store/git/repository.js";
import { findHead } from "../store/git/versions.js";
import { readJournal } from "../store/journal/read.js";
import type { Environment } from "../store/paths.js";
import { decodeText } from "../store/read-file.js";
import { changeOn, separate } from "./commit-alone.js";
import { parseText } from "./parse-text.js";

interface CommitTextRequest {
  /** The path of the file, with every symbolic link resolved. */
  readonly realPath: string;
  readonly env: Environment;
  /** The text to commit, as on disk. */
  readonly text: string;
  /** The text before the change, to commit only the change; null to commit the whole text. */
  readonly base: string | null;
  /** The user's own message, in place of the generated one. */
  readonly message?: string | undefined;
  /** The subject, if the changes do not describe it best. */
  readonly subject?: string | undefined;
  /** The whole message, for a file other than a roadmap. */
  readonly wholeMessage?: string | undefined;
}

export interface CommitReport extends Committed {
  readonly subject: string;
  /** Notes for the user. */
  readonly notes: readonly string[];
}

/** Each try runs the hooks of the repository. */
const maxAttempts = 5;

/**
 * Commits only this file: everything else that is staged or changed, even in this file, stays as it is.
 * @returns null if the last commit already has it
 * @throws UserError (exit 8) if no commit could be made; the file itself is not touched
 */
export async function commitText(request: CommitTextRequest): Promise<CommitReport | null> {
  return inRepository(request, (repository) => withIndexLock(repository, () => commitInTime(repository, request)));
}

/**
 * The message for a commit of the whole text; null if the last commit already has it. Writes nothing.
 * @throws what `commitText` throws
 */
export async function plannedMessage(request: CommitTextRequest): Promise<string | null> {
  return inRepository(request, async (repository) => {
    return (await planCommit(repository, request, "only name"))?.message ?? null;
  });
}

/** Whatever git reports, the change is already saved. */
async function inRepository<Made>(
  { realPath, env }: CommitTextRequest,
  make: (repository: Repository) => Promise<Made>,
): Promise<Made> {
  try {
    const repository = underKnownName(requireRepository(realPath, env));
    refuseDuringOperation(repository);
    return await make(repository);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const hint = withTexts(error.ways, (text) => text.replace(/\brun this again$/, "run `roadmap commit`"));
    throw withChanges(error, { hint, exitCode: exitCodes.savedNotCommitted });
  }
}

async function commitInTime(repository: Repository, request: CommitTextRequest): Promise<CommitReport | null> {
  for (let tries = 0; tries < maxAttempts; tries++) {
    const made = await tryCommit(repository, request);
    if (made !== "busy") return made;
    pauseBriefly();
  }
  throw new UserError(
    "BRANCH_LOCKED",
    "another program keeps changing or locking the branch",
    "wait until it finishes, or look for a stale .lock file under .git/refs; then run `roadmap commit`",
  );
}

async function tryCommit(repository: Repository, request: CommitTextRequest): Promise<CommitReport | null | "busy"> {
  const planned = await planCommit(repository, request, "keep");
  if (planned === null) return null;
  const committed = commitBlob(repository, planned);
  if (committed === null) return "busy";
  const notes = [...earlierNotes(planned), ...(await stageQuietly(repository, planned, request))];
  return { ...committed, subject: planned.message.split("\n")[0] ?? "", notes };
}

function earlierNotes({ earlier }: PlannedCommit): string[] {
  if (earlier.length === 0) return [];
  const shown = earlier.length > 3 ? [...earlier.slice(0, 2), `${earlier.length - 2} more`] : earlier;
  return [`the commit includes earlier changes that were not committed: ${shown.join(", ")}`];
}

interface Versions {
  readonly parent: string | null;
  readonly old: FileEntry | null;
  readonly staged: FileEntry | null;
  readonly entry: FileEntry;
  readonly blobOf: BlobMaker;
  /** The committed text, in the form it would have on disk. */
  readonly text: string;
}

interface PlannedCommit extends Versions {
  /** Descriptions of the journal's changes that the last commit lacked. */
  readonly earlier: readonly string[];
  readonly parent: string | null;
  readonly formerName: string | null;
  readonly message: string;
}

/** Null if the last commit already has it. */
async function planCommit(
  repository: Repository,
  request: CommitTextRequest,
  keeping: "keep" | "only name",
): Promise<PlannedCommit | null> {
  const parent = findHead(repository);
  const own = parent === null ? null : entryIn(repository, parent);
  const formerName = parent === null || own !== null ? null : formerNameIn(repository, parent);
  const old = parent === null || formerName === null ? own : entryIn({ ...repository, path: formerName }, parent);
  if (old === null && isIgnored(repository)) throw ignored(repository);
  const staged = stagedEntry(repository);
  const blobOf = blobMaker(repository, staged ?? old, keeping === "keep" ? "write" : "read");
  const { text, earlier } = await textToCommit(repository, { ...request, blobOf }, old);
  const entry = { mode: old?.mode ?? "100644", blob: blobOf(text, keeping) };
  if (entry.blob === old?.blob && formerName === null) return null;
  // The commit contains the text as converted by a filter.
  const committed = keeping === "keep" ? blobBytes(repository, entry.blob) : Buffer.from(text);
  const renames = () => renamesOf(readJournal(request.env, request).segments);
  const message =
    request.wholeMessage ??
    (await messageFor(repository, { ...request, old, content: committed, formerName, renames }));
  return { parent, old, staged, entry, formerName, message, blobOf, text, earlier };
}

function formerNameIn(repository: Repository, parent: string): string | null {
  return stagedRename(repository, parent) ?? renamedCase(repository, parent);
}

/** The last commit's text with the journal's changes: changes that a person made in the file are not ours to commit. */
async function textToCommit(
  repository: Repository,
  { base, text, blobOf, realPath, env }: CommitTextRequest & { readonly blobOf: BlobMaker },
  old: FileEntry | null,
): Promise<{ readonly text: string; readonly earlier: readonly string[] }> {
  const whole = { text, earlier: [] };
  if (base === null || old === null) return whole;
  const isCommitted = (version: string) => blobOf(version, "only name") === old.blob;
  // Already committed by another program, since the change was saved.
  if (isCommitted(base) || isCommitted(text)) return whole;
  const head = blobText(repository, old);
  const separated =
    head === null ? null : await separate(head, { base, text }, readJournal(env, { realPath, text }).segments);
  if (separated !== null) return separated;
  throw new UserError(
    "OTHER_CHANGES",
    "this change builds on other uncommitted changes in the file",
    "run `roadmap commit` to commit the whole file",
  );
}

/** Null if it is not UTF-8. */
function blobText(repository: Repository, { blob }: FileEntry): string | null {
  return decodeText(blobBytes(repository, blob));
}

function ignored({ path }: Repository): UserError {
  return new UserError(
    "IGNORED_BY_GIT",
    `git ignores ${path}`,
    "remove it from .gitignore, or add it once with `git add --force`; then run `roadmap commit`",
  );
}

// The index, which follows the commit.

const indexIsBehind =
  "git's index could not be updated; `git reset -- FILE` updates it and drops what is staged of that file";

/** The commit has been made: no later error may say otherwise. */
async function stageQuietly(repository: Repository, versions: Versions, request: CommitTextRequest): Promise<string[]> {
  try {
    return await stageToo(repository, versions, request);
  } catch {
    return [indexIsBehind];
  }
}

/** If the index contains the user's other changes in this file, the change is added to them. */
async function stageToo(
  repository: Repository,
  { parent, old, staged, entry: planned, blobOf, text }: Versions,
  { base }: CommitTextRequest,
): Promise<string[]> {
  // Hooks may have changed the text in the commit, and added other files and further commits.
  const head = findHead(repository);
  const entry = (head === null ? null : entryIn(repository, head)) ?? planned;
  const others = parent === null || head === null ? [] : otherChangedEntries(repository, parent, head);
  const isOnlyOurs = base === null || old === null || staged?.blob === old.blob;
  const mergedBytes = isOnlyOurs || staged === null ? null : await mergedLines(repository, { old, staged, text });
  const isLeft = !isOnlyOurs && mergedBytes === null;
  const blob = mergedBytes === null ? entry.blob : blobOf(mergedBytes, "keep");
  const entries = [...(isLeft ? [] : [{ ...entry, blob, path: repository.path }]), ...others];
  if (entries.length > 0 && stageEntries(repository, entries) !== null) return [indexIsBehind];
  return isLeft ? ["the staged version of the file was left unchanged and does not include this change"] : [];
}

/** The staged text with the change of the commit; null if the two overlap. */
async function mergedLines(
  repository: Repository,
  { old, staged, text }: { old: FileEntry; staged: FileEntry; text: string },
): Promise<string | null> {
  const [before, other] = [blobText(repository, old), blobText(repository, staged)];
  return before === null || other === null ? null : changeOn(other, { base: before, text });
}

// The message, generated from the changes in the file.

interface MessageRequest {
  /** The file in the parent; null if it is new. */
  readonly old: FileEntry | null;
  /** The content of the file in the commit. */
  readonly content: Buffer;
  /** The path in the parent, if the commit renames the file. */
  readonly formerName: string | null;
  /** The user's own message, in place of the generated one. */
  readonly message?: string | undefined;
  /** The subject, if the changes do not describe it best. */
  readonly subject?: string | undefined;
  /** The renames recorded in the journal. */
  readonly renames: () => readonly KnownRename[];
}

/** Used verbatim: subject, blank line, body, trailers. */
async function messageFor(
  repository: Repository,
  { old, content, formerName, message, subject, renames }: MessageRequest,
): Promise<string> {
  const day = today(repository.env);
  const before = old === null ? null : await roadmapIn(blobBytes(repository, old.blob), day);
  const after = await roadmapIn(content, day);
  const words = message === undefined ? "" : withoutControls(message);
  if (before === null || after === null)
    return `${words || `roadmap: ${old === null ? "add" : "fix"} ${repository.path}`}\n`;
  const comparison = withRenames(compareRoadmaps(before, after), renames);
  const isOnlyRenamed = formerName !== null && isUnchanged(comparison);
  const renamed = isOnlyRenamed ? `roadmap: rename ${formerName} to ${repository.path}` : undefined;
  const made = commitMessage(comparison, { subject: subject ?? renamed });
  return messageText(words === "" ? made : { ...made, body: [], subject: words });
}

/** Line breaks stay; other control characters are removed. */
function withoutControls(text: string): string {
  return text.replace(/[^\P{Cc}\n]/gu, "").trim();
}

/** Null for a text that cannot be read, because there is nothing to compare with. */
async function roadmapIn(bytes: Buffer, day: string): Promise<Roadmap | null> {
  const text = decodeText(bytes);
  return text === null ? null : (await parseText(text, day)).roadmap;
}
