// Verify history: compares what commits claim with what they changed.

import { claimsIn, type MessageFinding, verifyMessage } from "../../model/history/commit-message.js";
import type { HistoryEntry } from "../../model/history/history.js";
import { readLog } from "../../store/git/log.js";
import { type Repository, requireRepository } from "../../store/git/repository.js";
import { findHead } from "../../store/git/versions.js";
import { defaultMaxBytes } from "../../store/read-file.js";
import { type OpenedRoadmap, type OpenRequest, openRoadmap } from "../open-roadmap.js";
import type { ComparingRequest } from "./compare.js";
import { entryOf, readHistory } from "./read.js";

interface VerifyRequest extends OpenRequest {
  readonly onProgress?: ComparingRequest["onProgress"];
}

interface Mismatch extends MessageFinding {
  readonly entry: HistoryEntry;
}

export interface VerifyReport {
  readonly opened: OpenedRoadmap;
  /** Commits with claims, which were compared. */
  readonly checked: number;
  /** Commits without claims. */
  readonly silent: number;
  /** Newest first. */
  readonly mismatches: readonly Mismatch[];
  readonly unreadable: readonly HistoryEntry[];
}

/** @throws UserError outside a repository */
export async function verifyHistory(request: VerifyRequest): Promise<VerifyReport> {
  const { lookup, maxBytes = defaultMaxBytes, onProgress } = request;
  const opened = await openRoadmap(request);
  const repository = requireRepository(opened.file.realPath, lookup.env);
  const from = findHead(repository);
  const { path } = repository;
  const history = from === null ? [] : await readHistory({ repository, from, path, maxBytes, onProgress });
  const unreadable = history.filter(({ kind }) => kind === "unreadable");
  const checkable = history.filter(({ comparisons }) => comparisons.length > 0).filter(isAfterReadable(unreadable));
  const verified = checkable.flatMap((entry) => {
    const [comparison] = entry.comparisons;
    const finding = comparison ? verifyMessage(entry.message, comparison) : null;
    return finding ? [{ entry, ...finding }] : [];
  });
  const idle = from === null ? [] : await idleClaims(repository, from, history);
  const checked = [...verified, ...idle];
  return {
    opened,
    checked: checked.length,
    silent: checkable.length - verified.length,
    mismatches: checked.filter(({ claimed, done }) => claimed.length + done.length > 0),
    unreadable,
  };
}

/** What a commit changed in an unreadable version is unknown, so it is not compared with its claims. */
function isAfterReadable(unreadable: readonly HistoryEntry[]): (entry: HistoryEntry) => boolean {
  const ids = new Set(unreadable.map(({ commit }) => commit));
  return ({ commit, parents }) => ![commit, ...parents].some((id) => ids.has(id));
}

/**
 * Commits that claim to change a roadmap and change none. Those that touch another Markdown file may refer to that one,
 * and merges repeat the claims of the commits that they join.
 */
async function idleClaims(repository: Repository, from: string, history: readonly HistoryEntry[]): Promise<Mismatch[]> {
  const known = new Set(history.filter(({ path }) => path !== null).map(({ commit }) => commit));
  const claiming = await readLog(repository, { from, paths: [], withMessages: true, grep: "^Roadmap-(Topic|Task): " });
  return claiming
    .filter(({ id, parents }) => !known.has(id) && parents.length < 2)
    .filter(({ changes }) => !changes.some(({ path }) => /\.(?:md|markdown)$/i.test(path)))
    .map((commit) => ({
      entry: entryOf({ ...commit, change: null, renamedFrom: null }, "joined", []),
      claimed: claimsIn(commit.message),
      done: [],
    }));
}
