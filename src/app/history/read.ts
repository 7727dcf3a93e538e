// Read history: what every commit changed in the roadmap, by topic, newest first.

import type { Day } from "../../model/dates.js";
import { renamesIn } from "../../model/history/commit-message.js";
import { type Comparison, isUnchanged } from "../../model/history/compare.js";
import { type HistoryEntry, ownChanges } from "../../model/history/history.js";
import { withRenames } from "../../model/history/known-renames.js";
import { type FileVersion, readFileHistory } from "../../store/git/file-history.js";
import { shallowCommits } from "../../store/git/versions.js";
import { type ComparedVersions, type ComparingRequest, compareVersions, type VersionPair } from "./compare.js";

interface HistoryRequest extends ComparingRequest {
  /** The full id of the commit to begin with. */
  readonly from: string;
  /** The path of the file in it. */
  readonly path: string;
}

/** Newest first, every commit before its parents; includes merges that changed nothing themselves. */
export async function readHistory(request: HistoryRequest): Promise<HistoryEntry[]> {
  return (await readNewest(request, Number.POSITIVE_INFINITY)).entries;
}

interface NewestHistory {
  readonly entries: HistoryEntry[];
  /** The number of commits before these. */
  readonly older: number;
  /** The date of the very first commit. */
  readonly since: Day | null;
}

/** The same for the last commits only: to compare thousands of versions takes seconds, to list them does not. */
export async function readNewest(request: HistoryRequest, count: number): Promise<NewestHistory> {
  const { repository, from, path } = request;
  const all = await readFileHistory(repository, { from, path, withMessages: true });
  const versions = all.slice(0, count);
  const beginnings = shallowCommits(repository);
  const ids = new Map(all.map((version) => [version.id, version]));
  const isFirst = (version: FileVersion) => beginnings.has(version.id) && version.change?.before[0] === null;
  const compared = await compareVersions(request, (known) =>
    versions.flatMap((version) => (isFirst(version) ? [] : pairsOf(version, { ids, known }))),
  );
  const entries = versions.map((version) =>
    isFirst(version) ? entryOf(version, "earliest", []) : readEntry(version, { ids, known: compared }),
  );
  const first = all.at(-1);
  return { entries, older: all.length - versions.length, since: first ? dayOf(first) : null };
}

interface Context {
  readonly ids: ReadonlyMap<string, FileVersion>;
  readonly known: ComparedVersions;
}

/** A version paired, for each parent, with the last one before it that can be read. */
function pairsOf(version: FileVersion, context: Context): VersionPair[] {
  const { change, parents } = version;
  if (!change) return [];
  return change.before.map((blob, index) => ({
    day: dayOf(version),
    before: isBad(blob, context) ? readableBefore(parents[index] ?? parents[0], context) : blob,
    after: change.after,
  }));
}

function isBad(blob: string | null, { known }: Context): boolean {
  return blob !== null && known.trouble(blob) !== undefined;
}

/** The blob in that commit or, if it cannot be read, in the nearest readable ancestor. */
function readableBefore(commit: string | undefined, context: Context): string | null {
  for (let at = context.ids.get(commit ?? ""); at; at = context.ids.get(at.parents[0] ?? "")) {
    if (at.change && !isBad(at.change.after, context)) return at.change.after;
  }
  return null;
}

function readEntry(version: FileVersion, context: Context): HistoryEntry {
  const { change } = version;
  const isSame = change?.before.every((blob) => blob === change.after) && version.renamedFrom === null;
  if (!change || isSame) return entryOf(version, "joined", []);
  const trouble = change.after === null ? undefined : context.known.trouble(change.after);
  if (trouble !== undefined) return { ...entryOf(version, "unreadable", []), trouble };
  const comparisons = pairsOf(version, context)
    .flatMap((pair) => context.known.comparison(pair) ?? [])
    .map((comparison) => withRenames(comparison, () => renamesIn(version.message)));
  if (change.after === null) return entryOf(version, "removed", comparisons);
  return entryOf(version, change.before.every((blob) => blob === null) ? "added" : "changed", comparisons);
}

/** The local date of its author. */
function dayOf({ authored }: FileVersion): Day | null {
  return /^\d{4}-\d{2}-\d{2}/.exec(authored)?.[0] ?? null;
}

/** Without what only a comparison can tell. */
export function entryOf(
  version: FileVersion,
  kind: HistoryEntry["kind"],
  comparisons: readonly Comparison[],
): HistoryEntry {
  const { id, parents, author, subject, message, renamedFrom, change } = version;
  const comparison = comparisons.length === 0 ? null : ownChanges(comparisons);
  const isMergeOfBoth = comparisons.length > 1 && comparison !== null && isUnchanged(comparison);
  return {
    commit: id,
    parents,
    author,
    day: dayOf(version),
    subject,
    message,
    path: change?.path ?? null,
    renamedFrom,
    kind: isMergeOfBoth ? "joined" : kind,
    comparison,
    comparisons,
    trouble: null,
  };
}
