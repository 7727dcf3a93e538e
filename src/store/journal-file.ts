// The journal of one roadmap on the disk: where it lies, and how it is opened without trusting what lies there.

import { constants, fchmodSync, fstatSync, openSync, type Stats } from "node:fs";
import { dirname, join } from "node:path";
import { closeQuietly } from "./close-quietly.js";
import { fingerprint } from "./fingerprint.js";
import { refuseUntrusted, trustedFolder } from "./private-folder.js";

/** What one journal takes of the disk at most. */
export const mostJournalBytes = 20 * 1024 * 1024;

export function journalPath(stateFolder: string, realPath: string): string {
  return join(stateFolder, "journal", `${fingerprint(Buffer.from(realPath))}.jsonl`);
}

export function stateFolderOf(path: string): string {
  return dirname(dirname(path));
}

export interface OpenJournal {
  readonly descriptor: number;
  readonly stats: Stats;
}

/**
 * @throws UserError when it is a link, not a regular file, another user's, or writable by others; the system's own error
 * when it cannot be opened
 */
export function openJournal(path: string, access: number): OpenJournal {
  trustedFolder(stateFolderOf(path), "journal");
  const descriptor = openSync(path, access | constants.O_NOFOLLOW | constants.O_NONBLOCK, 0o600);
  try {
    const stats = fstatSync(descriptor);
    refuseUntrusted(path, stats, "file");
    if ((stats.mode & 0o077) !== 0) fchmodSync(descriptor, 0o600);
    return { descriptor, stats };
  } catch (error) {
    closeQuietly(descriptor);
    throw error;
  }
}
