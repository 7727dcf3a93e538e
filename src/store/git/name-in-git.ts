// Name in git: the committed name of a file if it differs only by case.

import { lstatSync } from "node:fs";
import { join } from "node:path";
import { stagedEntry, treeNames } from "./committed-file.js";
import type { Repository } from "./repository.js";
import { findHead } from "./versions.js";

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
