// Name in git: what git calls a file whose name differs there by upper and lower case only.

import { lstatSync } from "node:fs";
import { join } from "node:path";
import { stagedEntry, treeNames } from "./committed-file.js";
import type { Repository } from "./repository.js";
import { findHead } from "./versions.js";

/** On a disk that takes both names for one file, the file is committed under the name that git has. */
export function underKnownName(repository: Repository): Repository {
  if (stagedEntry(repository) !== null) return repository;
  const head = findHead(repository);
  const name = head === null ? null : nameInOtherCase(repository, head);
  if (name === null) return repository;
  const [known, own] = [name, repository.path].map((path) => statsOf(repository, path));
  return known && own && known.ino === own.ino && known.dev === own.dev ? { ...repository, path: name } : repository;
}

/** The name in that commit of a file that now has it in another case; null when there is no such file, or both. */
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
