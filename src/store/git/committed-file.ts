// Committed file: a file in commits and in the index, and what its bytes on disk are as a blob.

import { lstatSync } from "node:fs";
import { join } from "node:path";
import { type GitAnswer, type GitCall, type GitPurpose, gitRefused, runGit } from "./git-process.js";
import type { Repository } from "./repository.js";
import { findHead } from "./versions.js";

/** A file in a tree or in the index. */
export interface FileEntry {
  /** In git's notation: `100644`, `100755`; in the index `120000` for a link. */
  readonly mode: string;
  readonly blob: string;
}

/** Any file of a tree or the index; mode `0` removes it. */
export interface PathEntry extends FileEntry {
  /** From the top folder, with `/`. */
  readonly path: string;
}

/** The file in that commit; null if it has none of that name, or a link or folder. */
export function entryIn(repository: Repository, commit: string): FileEntry | null {
  const args = ["ls-tree", "-z", "--full-tree", commit, "--", repository.path];
  const [line] = records(answer({ ...repository, args, purpose: "read" }));
  const found = /^(100\d{3}) blob ([0-9a-f]+)\t/.exec(line ?? "");
  return found ? { mode: found[1] ?? "", blob: found[2] ?? "" } : null;
}

/** The file in the index; null if it is not there, or unmerged. */
export function stagedEntry(repository: Repository): FileEntry | null {
  const args = ["ls-files", "--stage", "-z", "--full-name", "--", repository.path];
  const [line, another] = records(answer({ ...repository, args, purpose: "read" }));
  const found = another === undefined ? /^(\d+) ([0-9a-f]+) 0\t/.exec(line ?? "") : null;
  return found ? { mode: found[1] ?? "", blob: found[2] ?? "" } : null;
}

/** Whether the file is untracked and ignored. */
export function isIgnored(repository: Repository): boolean {
  const args = ["ls-files", "--others", "--ignored", "--exclude-standard", "-z", "--", repository.path];
  return records(answer({ ...repository, args, purpose: "read" })).length > 0;
}

/** The raw bytes of a blob. */
export function blobBytes(repository: Repository, blob: string): Buffer {
  return answer({ ...repository, args: ["cat-file", "blob", blob], purpose: "read" }).stdout;
}

/** The blob for a text read from disk; stored in the repository on request. */
export type BlobMaker = (text: string, keeping: "keep" | "only name") => string;

/**
 * Git keeps CRLF if the file is already committed with CRLF and is only guessed to be text. `hash-object` does not look
 * at the committed file, so this decides it.
 * @param known the file in the index
 * @param purpose `read` must not run a filter named by the configuration, so anything the filter would convert counts
 * as a change
 */
export function blobMaker(repository: Repository, known: FileEntry | null, purpose: GitPurpose): BlobMaker {
  let hasCrlf: boolean | undefined;
  let variables: Readonly<Record<string, string>> | undefined;
  return (text, keeping) => {
    variables ??= purpose === "read" ? withoutFilter(repository) : {};
    hasCrlf ??= text.includes("\r\n") && known !== null && blobBytes(repository, known.blob).includes("\r\n");
    const [settings, conversion] = hasCrlf ? conversionOfCrlf(repository) : [[], `--path=${repository.path}`];
    const args = [...settings, "hash-object", ...(keeping === "keep" ? ["-w"] : []), "--stdin", conversion];
    const made = answer({ ...repository, args, stdin: Buffer.from(text), variables, purpose });
    return made.stdout.toString("utf8").trim();
  };
}

/**
 * Variables that remove the program of the file's filter. Its name may contain anything, so it cannot be passed as an
 * argument.
 */
function withoutFilter(repository: Repository): Readonly<Record<string, string>> {
  const args = ["check-attr", "-z", "filter", "--", repository.path];
  const [, , name = ""] = records(answer({ ...repository, args, purpose: "read" }));
  const settings = [["clean"], ["process"], ["required", "false"]];
  const pairs = settings.flatMap(([key, value = ""], index) => [
    [`GIT_CONFIG_KEY_${index}`, `filter.${name}.${key}`],
    [`GIT_CONFIG_VALUE_${index}`, value],
  ]);
  return { GIT_CONFIG_COUNT: String(settings.length), ...Object.fromEntries(pairs) };
}

/** Settings and an option: attributes that declare the file as text, or set another conversion, take precedence. */
function conversionOfCrlf(repository: Repository): readonly [settings: readonly string[], option: string] {
  const converting = ["filter", "ident", "working-tree-encoding"];
  const args = ["check-attr", "-z", "text", "crlf", "eol", ...converting, "--", repository.path];
  const values = records(answer({ ...repository, args, purpose: "read" }));
  const attribute = (name: string) => values[values.indexOf(name) + 1];
  const isGuessed =
    attribute("text") === "auto" || ["text", "crlf", "eol"].every((name) => attribute(name) === "unspecified");
  const isOnlyText = converting.every((name) => attribute(name) === "unspecified" || attribute(name) === "unset");
  if (isGuessed && isOnlyText) return [[], "--no-filters"];
  return [isGuessed ? ["-c", "core.autocrlf=false"] : [], `--path=${repository.path}`];
}

/** The path in that commit of a file with another path in the index, if git considers it a rename. */
export function stagedRename(repository: Repository, commit: string): string | null {
  const args = ["diff-index", "--cached", "-M", "--raw", "-z", "--no-abbrev", "--diff-filter=R", commit, "--"];
  const tokens = records(answer({ ...repository, args, purpose: "read" }));
  for (let index = 0; index + 2 < tokens.length; index += 3)
    if (tokens[index + 2] === repository.path) return tokens[index + 1] ?? null;
  return null;
}

// The committed name of a file, if it differs only by case.

/** On a case-insensitive disk, the file is committed under the name that git already has. */
export function underKnownName(repository: Repository): Repository {
  if (stagedEntry(repository) !== null) return repository;
  const head = findHead(repository);
  const name = head === null ? null : nameInOtherCase(repository, head);
  if (name === null) return repository;
  const [known, own] = [name, repository.path].map((path) => statsOf(repository, path));
  return known && own && known.ino === own.ino && known.dev === own.dev ? { ...repository, path: name } : repository;
}

/** The path in that commit of a file that now differs only by case; null if there is no such file, or both. */
export function renamedCase(repository: Repository, commit: string): string | null {
  const name = nameInOtherCase(repository, commit);
  return name === null || statsOf(repository, name) ? null : name;
}

function nameInOtherCase(repository: Repository, commit: string): string | null {
  const isOther = (name: string) => name !== repository.path && name.toLowerCase() === repository.path.toLowerCase();
  return treeNames(repository, commit).find(isOther) ?? null;
}

function statsOf({ cwd }: Repository, path: string) {
  return lstatSync(join(cwd, path), { throwIfNoEntry: false });
}

/** The paths in the folder of the file in a commit, from the top folder. */
function treeNames(repository: Repository, commit: string): string[] {
  const folder = repository.path.slice(0, repository.path.lastIndexOf("/") + 1);
  const args = ["ls-tree", "-z", "--name-only", "--full-tree", commit, "--", ...(folder === "" ? [] : [folder])];
  return records(answer({ ...repository, args, purpose: "read" }));
}

function answer(call: GitCall): GitAnswer {
  const found = runGit(call);
  if (found.exitCode !== 0) throw gitRefused(found);
  return found;
}

function records({ stdout }: GitAnswer): string[] {
  return stdout.toString("utf8").split("\0").slice(0, -1);
}
