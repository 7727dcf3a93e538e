// Verify history: compares what commits claim with what they changed.

import { claimsIn, type MessageFinding, verifyMessage } from "../../model/history/commit-message.js";
import { withoutFormerNames } from "../../model/history/former-names.js";
import type { HistoryEntry } from "../../model/history/history.js";
import { blobAt } from "../../store/git/file-history.js";
import { readLog } from "../../store/git/log.js";
import { readBlob } from "../../store/git/read-blobs.js";
import { type Repository, requireRepository } from "../../store/git/repository.js";
import { findHead } from "../../store/git/versions.js";
import { decodeText, defaultMaxBytes } from "../../store/read-file.js";
import { type OpenedRoadmap, type OpenRequest, openRoadmap } from "../open-roadmap.js";
import { parseText } from "../parse-text.js";
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
  const verified: Mismatch[] = [];
  for (const entry of checkable) {
    const [comparison] = entry.comparisons;
    const finding = comparison ? verifyMessage(entry.message, comparison) : null;
    if (finding)
      verified.push({ entry, ...(await withFormerNames(finding, entry, { repository, history, maxBytes })) });
  }
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

interface Versions {
  readonly repository: Repository;
  readonly history: readonly HistoryEntry[];
  readonly maxBytes: number;
}

/** Both versions are read again only if something does not match. */
async function withFormerNames(
  finding: MessageFinding,
  entry: HistoryEntry,
  { repository, history, maxBytes }: Versions,
): Promise<MessageFinding> {
  if (finding.claimed.length === 0 || finding.done.length === 0) return finding;
  const parent = history.find(({ commit }) => commit === entry.parents[0]);
  const read = async (version: HistoryEntry | undefined) => {
    if (!version?.path) return (await parseText("", entry.day)).roadmap;
    const blob = blobAt(repository, version.commit, version.path);
    const { bytes } = blob === null ? { bytes: null } : await readBlob(repository, blob, maxBytes);
    const text = bytes && decodeText(bytes);
    return text ? (await parseText(text, entry.day)).roadmap : null;
  };
  const [before, after] = [await read(parent), await read(entry)];
  return before && after ? withoutFormerNames(finding, { before, after }) : finding;
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
