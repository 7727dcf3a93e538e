// File history: every version of one file across renames, by the commits that made them.

import { type GitPlace, gitText } from "./git-process.js";
import { type FileChange, type LoggedCommit, readLog } from "./log.js";

/** A commit and its change of the file. */
export interface FileVersion extends Omit<LoggedCommit, "changes"> {
  /** Null for a merge that changed nothing in it: it only joins branches. */
  readonly change: FileChange | null;
  /** The previous path, if this commit renamed the file. */
  readonly renamedFrom: string | null;
}

interface FileHistoryRequest {
  /** The full id of the commit to begin with. */
  readonly from: string;
  /** Its path there: from the top folder of the repository, with `/`. */
  readonly path: string;
  readonly withMessages: boolean;
}

/**
 * A path of the file. Commits after it was renamed away from this path, and before it was renamed to it, may touch
 * another file of that path.
 */
interface Name {
  readonly path: string;
  readonly otherFile: Set<string>;
}

interface Renaming {
  readonly commit: string;
  readonly to: string;
  readonly from: string;
  readonly blob: string;
}

/** More renames than this are not followed. */
const maxNames = 50;

/** Newest first, every commit before its parents. */
export async function readFileHistory(place: GitPlace, request: FileHistoryRequest): Promise<FileVersion[]> {
  const names: Name[] = [{ path: request.path, otherFile: new Set() }];
  const renamings: Renaming[] = [];
  const examined = new Set<string>();
  for (;;) {
    const paths = [...new Set(names.map(({ path }) => path))];
    const commits = await readLog(place, { ...request, paths });
    const births = commits.filter((commit) => isBirth(changeIn(commit, names)) && !examined.has(commit.id));
    for (const { id } of births) examined.add(id);
    const found = births.flatMap((commit) => renamingIn(place, commit, names) ?? []);
    if (found.length === 0 || names.length > maxNames)
      return commits.map((commit) => versionOf(place, commit, { names, renamings }));
    for (const renaming of found) {
      renamings.push(renaming);
      names.push(...namesBefore(place, { names, renaming, from: request.from }));
    }
  }
}

/** The change of the file itself among those of other files with its paths. */
function changeIn({ id, changes }: LoggedCommit, names: readonly Name[]): FileChange | null {
  const name = names.find(
    ({ path, otherFile }) => !otherFile.has(id) && changes.some((change) => change.path === path),
  );
  return changes.find(({ path }) => path === name?.path) ?? null;
}

function isBirth(change: FileChange | null): boolean {
  return change !== null && change.after !== null && change.before.length === 1 && change.before[0] === null;
}

/** The rename that gave the file its path in that commit, by git's rule: at least half of the text is the same. */
function renamingIn(place: GitPlace, commit: LoggedCommit, names: readonly Name[]): Renaming | null {
  const to = changeIn(commit, names)?.path;
  const tokens = gitText({
    ...place,
    args: [
      "--no-replace-objects",
      "diff-tree",
      "-r",
      "-M",
      "--raw",
      "-z",
      "--no-abbrev",
      "--no-commit-id",
      "--diff-filter=R",
      "--end-of-options",
      commit.id,
    ],
    purpose: "read",
  }).split("\0");
  for (let index = 0; index + 2 < tokens.length; index += 3) {
    const [head = "", from = "", path] = tokens.slice(index, index + 3);
    if (path === to && to !== undefined) return { commit: commit.id, to, from, blob: head.split(" ")[2] ?? "" };
  }
  return null;
}

function namesBefore(
  place: GitPlace,
  { names, renaming, from }: { names: readonly Name[]; renaming: Renaming; from: string },
): Name[] {
  const { commit } = renaming;
  const touching = (path: string, ...revisions: string[]) =>
    gitText({
      ...place,
      args: ["--no-replace-objects", "rev-list", "--full-history", ...revisions, "--", path],
      purpose: "read",
    }).split("\n");
  const earlier = touching(renaming.to, commit).filter((id) => id !== commit);
  for (const { path, otherFile } of names) {
    if (path === renaming.to) for (const id of earlier) otherFile.add(id);
  }
  const later = touching(renaming.from, "--ancestry-path", from, `^${commit}`);
  return [{ path: renaming.from, otherFile: new Set([commit, ...later]) }];
}

function versionOf(
  place: GitPlace,
  commit: LoggedCommit,
  { names, renamings }: { names: readonly Name[]; renamings: readonly Renaming[] },
): FileVersion {
  const { changes, ...rest } = commit;
  const change = changeIn(commit, names);
  const renaming = renamings.find(({ commit: id, to }) => id === commit.id && to === change?.path);
  if (change && renaming)
    return { ...rest, change: { ...change, before: [renaming.blob] }, renamedFrom: renaming.from };
  return {
    ...rest,
    change: change && names.length > 1 ? underOtherNames(place, { id: rest.id, change, names }) : change,
    renamedFrom: null,
  };
}

/** A merge of a branch where the file has its new path with one where it still has an old one. */
function underOtherNames(
  place: GitPlace,
  { id, change, names }: { id: string; change: FileChange; names: readonly Name[] },
): FileChange {
  if (change.before.length < 2 || !change.before.includes(null)) return change;
  const others = names.map(({ path }) => path).filter((path) => path !== change.path);
  const before = change.before.map((blob, index) => {
    if (blob !== null) return blob;
    return others.map((path) => blobAt(place, `${id}^${index + 1}`, path)).find((found) => found !== null) ?? null;
  });
  return { ...change, before };
}

/** The blob of the file in that commit; null if there is no regular file of that path. */
export function blobAt(place: GitPlace, commit: string, path: string): string | null {
  const line = gitText({
    ...place,
    args: ["--no-replace-objects", "ls-tree", "-z", "--full-tree", "--end-of-options", commit, path],
    purpose: "read",
  });
  const found = /^100\d{3} blob ([0-9a-f]+)\t/.exec(line);
  return found?.[1] ?? null;
}
