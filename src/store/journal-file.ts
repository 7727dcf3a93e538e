// The journal file of a roadmap: its path, and how to open it without trusting what is there.

import { constants, fchmodSync, fstatSync, openSync, type Stats } from "node:fs";
import { dirname, join } from "node:path";
import { closeQuietly } from "./close-quietly.js";
import { fingerprint } from "./fingerprint.js";
import { refuseUntrusted, trustedFolder } from "./private-folder.js";

/** The maximum size of a journal on disk. */
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
 * @throws UserError if it is a link, not a regular file, owned by another user, or writable by others; the system error
 * if it cannot be opened
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
