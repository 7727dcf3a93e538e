// The journal of one roadmap on the disk: where it lies, and how it is opened without trusting what lies there.

import { constants, fchmodSync, fstatSync, lstatSync, openSync, type Stats } from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";
import { exitCodes, UserError } from "../model/errors.js";
import { closeQuietly } from "./close-quietly.js";
import { fingerprint } from "./fingerprint.js";

/** What one journal takes of the disk at most. */
export const mostJournalBytes = 20 * 1024 * 1024;

export function journalPath(stateFolder: string, realPath: string): string {
  return join(stateFolder, "journal", `${fingerprint(Buffer.from(realPath))}.jsonl`);
}

export interface OpenJournal {
  readonly descriptor: number;
  readonly stats: Stats;
}

/**
 * @throws UserError when it is a link, no plain file, or another person's; the system's own error when it cannot be
 * opened
 */
export function openJournal(path: string, access: number): OpenJournal {
  refuseOthers(path, lstatSync(dirname(path)), "folder");
  const descriptor = openSync(path, access | constants.O_NOFOLLOW | constants.O_NONBLOCK, 0o600);
  try {
    const stats = fstatSync(descriptor);
    refuseOthers(path, stats, "file");
    if ((stats.mode & 0o077) !== 0) fchmodSync(descriptor, 0o600);
    return { descriptor, stats };
  } catch (error) {
    closeQuietly(descriptor);
    throw error;
  }
}

function refuseOthers(path: string, stats: Stats, kind: "file" | "folder"): void {
  const isKind = kind === "folder" ? stats.isDirectory() : stats.isFile() && stats.nlink === 1;
  if (isKind && stats.uid === (process.geteuid?.() ?? stats.uid)) return;
  throw new UserError({
    code: "JOURNAL_NOT_OURS",
    message: `${kind === "folder" ? dirname(path) : path} is not a ${kind} that only you own`,
    hint: "check it with `ls -ld`, and move it away if you did not create it",
    exitCode: exitCodes.disk,
  });
}
