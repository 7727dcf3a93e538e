// Committed file: what git has of a file, in a commit and in the index, and what the bytes on the disk are for git.

import { askGit, type GitAnswer, type GitCall, gitRefused } from "./git-process.js";
import type { Repository } from "./repository.js";

/** A file in a tree or in the index. */
export interface FileEntry {
  /** As git writes it: `100644`, `100755`; in the index `120000` for a link. */
  readonly mode: string;
  readonly blob: string;
}

/** The file as that commit has it; null when it has none of that name, or a link or folder. */
export function entryIn(repository: Repository, commit: string): FileEntry | null {
  const args = ["ls-tree", "-z", "--full-tree", commit, "--", repository.path];
  const [line] = records(answer({ ...repository, args, purpose: "read" }));
  const found = /^(100\d{3}) blob ([0-9a-f]+)\t/.exec(line ?? "");
  return found ? { mode: found[1] ?? "", blob: found[2] ?? "" } : null;
}

/** The file as the index has it; null when it does not, or has the two sides of a merge. */
export function stagedEntry(repository: Repository): FileEntry | null {
  const args = ["ls-files", "--stage", "-z", "--full-name", "--", repository.path];
  const [line, another] = records(answer({ ...repository, args, purpose: "read" }));
  const found = another === undefined ? /^(\d+) ([0-9a-f]+) 0\t/.exec(line ?? "") : null;
  return found ? { mode: found[1] ?? "", blob: found[2] ?? "" } : null;
}

/** Whether git does not know the file and is told to leave it out. */
export function isIgnored(repository: Repository): boolean {
  const args = ["ls-files", "--others", "--ignored", "--exclude-standard", "-z", "--", repository.path];
  return records(answer({ ...repository, args, purpose: "read" })).length > 0;
}

/** The bytes of a blob as git has them. */
export function blobBytes(repository: Repository, blob: string): Buffer {
  return answer({ ...repository, args: ["cat-file", "blob", blob], purpose: "read" }).stdout;
}

/** The blob that those bytes, read from the disk, are for git; kept in the repository if asked. */
export function blobOf(repository: Repository, bytes: Uint8Array, keeping: "keep" | "only name"): string {
  const keep = keeping === "keep" ? ["-w"] : [];
  const args = ["hash-object", ...keep, "--stdin", `--path=${repository.path}`];
  return answer({ ...repository, args, stdin: bytes, purpose: "write" })
    .stdout.toString("utf8")
    .trim();
}

function answer(call: GitCall): GitAnswer {
  const found = askGit(call);
  if (found.exitCode !== 0) throw gitRefused(found);
  return found;
}

function records({ stdout }: GitAnswer): string[] {
  return stdout.toString("utf8").split("\0").slice(0, -1);
}
