// Removes files that killed runs left next to the roadmap. Only the owner of its lock may do so.

import { readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { removeQuietly } from "./write-new-file.js";

/** A temporary file, a draft or guard of a lock, or the draft of a guard, which has two such endings. */
const leftover = /^(-lock|-temp)?(\.[0-9a-f]{16}\.(new|steal)){1,2}$/;

/** `prefix` is the path with which their names begin. Folders and all other names are left alone. */
export function sweepLeftovers(prefix: string): void {
  const [folder, nameStart] = [dirname(prefix), basename(prefix)];
  for (const name of readNames(folder)) {
    const isLeftover = name.startsWith(nameStart) && leftover.test(name.slice(nameStart.length));
    if (isLeftover) removeQuietly(join(folder, name));
  }
}

function readNames(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    // A folder may allow writing but not listing; then the leftovers stay and do no harm.
    return [];
  }
}
