// Log roadmap: the history of the roadmap or of one topic, preceded by uncommitted changes.

import { findConflictBlocks } from "../../markdown/conflict-markers.js";
import type { Day } from "../../model/dates.js";
import { UserError } from "../../model/errors.js";
import { AmbiguousName, findTopicOrTask, matchNames } from "../../model/find.js";
import { type Comparison, compareRoadmaps, isUnchanged, noChange } from "../../model/history/compare.js";
import { allNames, changesOf, type HistoryEntry, latestName, type Subject } from "../../model/history/history.js";
import type { Roadmap } from "../../model/roadmap.js";
import { blobAt } from "../../store/git/file-history.js";
import { readBlob } from "../../store/git/read-blobs.js";
import { type Repository, requireRepository } from "../../store/git/repository.js";
import { findHead } from "../../store/git/versions.js";
import { decodeText, defaultMaxBytes } from "../../store/read-file.js";
import { type OpenedRoadmap, type OpenRequest, openRoadmap } from "../open-roadmap.js";
import { parseText } from "../parse-text.js";
import type { ComparingRequest } from "./compare.js";
import { readNewest } from "./read.js";

interface LogRequest extends OpenRequest {
  /** A topic or task by its present or a former name; everything by default. */
  readonly name?: string | undefined;
  /** Reads only this many commits, the last ones; all by default, and for a topic or task. */
  readonly newest?: number | undefined;
  readonly onProgress?: ComparingRequest["onProgress"];
}

export interface LogReport {
  readonly opened: OpenedRoadmap;
  /** The topic or task found; null for the whole roadmap. */
  readonly subject: Subject | null;
  /** The uncommitted changes; null if there are none, or if they are unknown because of unresolved merge conflicts. */
  readonly uncommitted: Comparison | null;
  /** Newest first. For a topic, only entries that concern it. */
  readonly entries: readonly HistoryEntry[];
  /** Commits whose version was skipped. */
  readonly unreadable: readonly HistoryEntry[];
  /** The number of commits before those that were read. */
  readonly older: number;
  /** The date of the first commit of the file; null without commits. */
  readonly since: Day | null;
}

/** @throws UserError outside a repository, and if nothing ever had that name */
export async function logRoadmap(request: LogRequest): Promise<LogReport> {
  const { name, newest = all, lookup, maxBytes = defaultMaxBytes, onProgress } = request;
  const opened = await openRoadmap(request);
  const repository = requireRepository(opened.file.realPath, lookup.env);
  const from = findHead(repository);
  const reading = { repository, path: repository.path, maxBytes, onProgress };
  const {
    entries: history,
    older,
    since,
  } = from === null ? noHistory : await readNewest({ ...reading, from }, name === undefined ? newest : all);
  const pending = await uncommittedChange(repository, { opened, head: from, maxBytes });
  const unreadable = history.filter(({ kind }) => kind === "unreadable");
  if (name === undefined) {
    const entries = history.filter(isShown);
    return { opened, subject: null, uncommitted: pending, entries, unreadable, older, since };
  }
  const subject = subjectOf(opened.roadmap, { name, history, hash: opened.file.hash });
  const entries = changesOf(history, { ...subject, name: committedName(subject, pending) }).map(
    ({ entry, difference }) => only(entry, [difference]),
  );
  return {
    opened,
    subject,
    uncommitted: pending && onlyOf(pending, subject),
    entries: onePerCommit(entries),
    unreadable,
    older,
    since,
  };
}

const all = Number.POSITIVE_INFINITY;
const noHistory = { entries: [], older: 0, since: null };

/** Omits merges that changed nothing themselves, and pure mode changes of the file. */
function isShown({ kind, comparisons, renamedFrom }: HistoryEntry): boolean {
  return (
    kind !== "joined" && kind !== "unreadable" && (kind !== "changed" || comparisons.length > 0 || renamedFrom !== null)
  );
}

/** The uncommitted changes; null if there are none, or if they are unknown because of unresolved merge conflicts. */
export async function uncommittedChange(
  repository: Repository,
  { opened, head, maxBytes }: { opened: OpenedRoadmap; head: string | null; maxBytes: number },
): Promise<Comparison | null> {
  if (findConflictBlocks(opened.file.text).length > 0) return null;
  const blob = head === null ? null : blobAt(repository, head, repository.path);
  const text = blob === null ? "" : await readText(repository, blob, maxBytes);
  if (text === null || text === opened.file.text) return null;
  const comparison = compareRoadmaps((await parseText(text, opened.today)).roadmap, opened.roadmap);
  return isUnchanged(comparison) ? null : comparison;
}

async function readText(repository: Repository, blob: string, maxBytes: number): Promise<string | null> {
  const { bytes } = await readBlob(repository, blob, maxBytes);
  return bytes && decodeText(bytes);
}

/** Its name in the last commit. */
export function committedName({ type, name }: Subject, pending: Comparison | null): string {
  return (
    pending?.differences.find((difference) => difference.type === type && difference.name === name)?.renamedFrom ?? name
  );
}

/** A present name takes precedence over a former one, which is replaced by the latest name. */
function subjectOf(
  roadmap: Roadmap,
  { name, history, hash }: { name: string; history: readonly HistoryEntry[]; hash: string },
): Subject {
  try {
    const found = findTopicOrTask(roadmap, name);
    return "topic" in found ? { type: "topic", name: found.topic.name } : { type: "task", name: found.task.name };
  } catch (error) {
    if (error instanceof AmbiguousName) throw error.inFile(hash);
    if (!(error instanceof UserError)) throw error;
    const found = matchNames(allNames(history), name);
    const subjects = new Map(
      found.map(({ type, name: old }) => {
        const latest = latestName(history, { type, name: old });
        return [`${type} ${latest}`, { type, name: latest }];
      }),
    );
    const [only, another] = subjects.values();
    if (only && another) throw ambiguousInHistory(name, [...subjects.values()]);
    if (only) return only;
    throw error;
  }
}

function ambiguousInHistory(wanted: string, subjects: readonly Subject[]): UserError {
  const shown = subjects.slice(0, 5).map(({ name }) => `"${name}"`);
  return new UserError(
    "NAME_AMBIGUOUS",
    `"${wanted}" matches ${subjects.length} topics or tasks in the history: ${shown.join(", ")}${subjects.length > 5 ? ", …" : ""}`,
    "use more of the name",
  );
}

function only(entry: HistoryEntry, differences: Comparison["differences"]): HistoryEntry {
  return { ...entry, comparison: { ...noChange, differences } };
}

function onlyOf(comparison: Comparison, { type, name }: Subject): Comparison | null {
  const differences = comparison.differences.filter(
    (difference) => difference.type === type && (difference.name === name || difference.renamedFrom === name),
  );
  return differences.length === 0 ? null : { ...noChange, differences };
}

/** One entry per commit. */
function onePerCommit(entries: readonly HistoryEntry[]): HistoryEntry[] {
  const merged = new Map<string, HistoryEntry>();
  for (const entry of entries) {
    const known = merged.get(entry.commit);
    const differences = [...(known?.comparison?.differences ?? []), ...(entry.comparison?.differences ?? [])];
    merged.set(entry.commit, only(entry, differences));
  }
  return [...merged.values()];
}
