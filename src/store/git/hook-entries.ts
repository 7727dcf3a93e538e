// Hook entries: other files that hooks added to a commit, which the index must contain too.

import type { PathEntry } from "./committed-file.js";
import { gitText } from "./git-process.js";
import type { Repository } from "./repository.js";

/**
 * The other files that differ between two commits, as in the later one, if the index has them as in the earlier one.
 * Without this, git would report files added by a hook as staged deletions.
 */
export function entriesBeside(repository: Repository, from: string, to: string): PathEntry[] {
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

interface Change extends PathEntry {
  /** `100644 0f3c…`; null if it did not exist. */
  readonly before: string | null;
}

function changesIn(text: string): Change[] {
  const tokens = text.split("\0");
  const changes: Change[] = [];
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
