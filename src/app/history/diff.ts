// Diff: what changed between two versions (commits, dates, or the working file), and files that git diffs.

import { exitCodes, UserError, withChanges } from "../../model/errors.js";
import { type Comparison, compareRoadmaps } from "../../model/history/compare.js";
import { isConflicted } from "../../model/problem.js";
import type { Roadmap } from "../../model/roadmap.js";
import { type Repository, requireRepository } from "../../store/git/repository.js";
import { findRevision, mergeBase, type Revision } from "../../store/git/versions.js";
import { defaultMaxBytes, readAnyFile, readRoadmapFile } from "../../store/read-file.js";
import { type OpenedRoadmap, type OpenRequest, openRoadmap } from "../open-roadmap.js";
import { parseForView, parseText } from "../parse-text.js";
import { readVersionBytes, requireFileAt, requireHead, textOfVersion } from "./open-version.js";

export interface DiffReport {
  readonly opened: OpenedRoadmap;
  readonly from: Revision;
  /** Null for the working file. */
  readonly to: Revision | null;
  readonly comparison: Comparison;
  /** Whether the two texts are identical, including whitespace; line breaks may differ between git and the disk. */
  readonly sameness: "equal" | "equal but for line ends" | "other";
  /** Revisions that were committed with conflict markers: only our side of those is compared. */
  readonly conflicted: readonly Revision[];
}

interface DiffRequest extends OpenRequest {
  /**
   * `REV` (against the working file), `REV..REV`, `REV...REV` (from their merge base); either REV may be omitted, or be
   * a date.
   */
  readonly range?: string | undefined;
}

/** @throws UserError if a version does not exist, or the roadmap cannot be read in it */
export async function diffRoadmap(request: DiffRequest): Promise<DiffReport> {
  const opened = await openRoadmap(request);
  const repository = requireRepository(opened.file.realPath, request.lookup.env);
  const head = requireHead(repository);
  const find = (words: string) => findRevision(repository, { words: words || head, today: opened.today });
  const { first, second, isFromFork } = readRange(request.range ?? "");
  const to = second === null ? null : find(second);
  const named = find(first);
  const from = isFromFork && to ? forkOf(repository, named, to) : named;
  const conflicted: Revision[] = [];
  const read = async (version: Revision) => {
    const text = await readTextAt(repository, version, request.maxBytes ?? defaultMaxBytes);
    // Both as of the same day: what only became true with time is not a change.
    const { roadmap, problems } = await parseForView(text, opened.today);
    if (isConflicted(problems)) conflicted.push(version);
    return roadmap;
  };
  const [before, after] = [await read(from), to === null ? opened.roadmap : await read(to)];
  return {
    opened,
    from,
    to,
    comparison: compareRoadmaps(before, after),
    sameness: samenessOf(before.text, after.text),
    conflicted,
  };
}

function samenessOf(before: string, after: string): DiffReport["sameness"] {
  if (before === after) return "equal";
  const withLineFeeds = (text: string) => text.replace(/\r\n?/g, "\n");
  return withLineFeeds(before) === withLineFeeds(after) ? "equal but for line ends" : "other";
}

interface Range {
  readonly first: string;
  /** Null for the working file; empty for HEAD. */
  readonly second: string | null;
  readonly isFromFork: boolean;
}

function readRange(range: string): Range {
  const found = /^(.*?)(\.\.\.?)(.*)$/s.exec(range);
  if (!found) return { first: range, second: null, isFromFork: false };
  const [, first = "", dots, second = ""] = found;
  return { first, second, isFromFork: dots === "..." };
}

function forkOf(repository: Repository, revision: Revision, other: Revision): Revision {
  const commit = mergeBase(repository, revision.commit, other.commit);
  if (commit !== null) return findRevision(repository, { words: commit, today: revision.day });
  throw new UserError(
    "NO_COMMON_VERSION",
    "the two revisions have no common ancestor",
    "use two dots instead of three: REV..REV",
  );
}

async function readTextAt(repository: Repository, version: Revision, maxBytes: number): Promise<string> {
  const { blob } = await requireFileAt(repository, version);
  const bytes = await readVersionBytes(repository, { blob, version, maxBytes });
  return textOfVersion(bytes, version);
}

// A file that git diffs: as a roadmap if possible, otherwise as bytes, because git needs something.

type ReadForDiff =
  | { readonly kind: "roadmap"; readonly roadmap: Roadmap }
  | { readonly kind: "bytes"; readonly bytes: Uint8Array };

/** @throws UserError if there is no such file, or it may not be read */
export async function readForDiff(path: string): Promise<ReadForDiff> {
  try {
    const { text } = readRoadmapFile(path, { maxBytes: defaultMaxBytes });
    const { roadmap, problems } = await parseText(text, null);
    const isRoadmap = roadmap.topics.length + roadmap.tasks.length > 0;
    if (isRoadmap && !isConflicted(problems)) return { kind: "roadmap", roadmap };
  } catch (error) {
    // Not text, too large, too complex, or being written: it can still be shown as it is.
    if (!(error instanceof UserError)) throw error;
    if (!isUnread(error)) throw withChanges(error, { hint: "pass a file: `roadmap textconv roadmap.md`" });
  }
  return { kind: "bytes", bytes: readAnyFile(path) };
}

function isUnread({ code, exitCode }: UserError): boolean {
  return (exitCode === exitCodes.fileProblem && code !== "NOT_A_FILE") || exitCode === exitCodes.changedMeanwhile;
}
