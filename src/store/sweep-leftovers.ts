// Removes what killed runs left beside the roadmap. Only the holder of its lock may do so.

import { readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { removeQuietly } from "./write-new-file.js";

/** A temporary file, a draft or guard of a lock, or the draft of a guard, which has two such endings. */
const leftover = /^(-lock|-temp)?(\.[0-9a-f]{16}\.(new|steal)){1,2}$/;

/** `prefix` is the path that their names begin with. Folders are left alone, and so is every other name. */
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
    // A folder may be open for writing and closed for listing; the leftovers stay then, and do no harm.
    return [];
  }
}
