// Hook entries: what hooks have put into commits beside the file that was committed, which the index shall know of too.

import type { PathEntry } from "./committed-file.js";
import { gitText } from "./git-process.js";
import type { Repository } from "./repository.js";

/**
 * The other files that differ between two commits, as the later one has them, where the index has them as the earlier
 * one. Without them git would take what a hook has added for staged to be deleted.
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
  /** `100644 0f3c…`; null where it was not there. */
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
