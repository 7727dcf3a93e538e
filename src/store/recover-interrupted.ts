// At the start of a change: recovers from an interrupted overwrite, or reports it.

import { constants, fstatSync, openSync, realpathSync, type Stats } from "node:fs";
import { dirname, join } from "node:path";
import { UserError } from "../model/errors.js";
import { quoteForShell } from "../text/quote-for-shell.js";
import { closeQuietly } from "./close-quietly.js";
import { diskError } from "./disk-error.js";
import type { HeldLock } from "./lock.js";
import { makeNonce } from "./lock-record.js";
import { overwrite } from "./overwrite.js";
import { readAll } from "./read-all.js";
import { dropRecoveryCopy, type RecoveryCopy, readRecoveryCopies } from "./recovery-copy.js";
import { isTornWrite } from "./torn-write.js";
import { writeNewFile } from "./write-new-file.js";

export type RecoveryReport =
  | { readonly kind: "nothing" }
  /** The file has its text from before the interrupted save again; the torn text is kept at `tornText`. */
  | { readonly kind: "restored"; readonly tornText: string };

const nothing: RecoveryReport = { kind: "nothing" };

/**
 * Restores the file only if it is provably the result of an interrupted save by roadmap.
 * @throws UserError (exit 4) if there is a recovery copy but the file was edited since.
 */
export function recoverInterrupted({ realPath, stateFolder }: HeldLock): RecoveryReport {
  const copies = readRecoveryCopies(stateFolder);
  if (copies.length === 0) return nothing;
  try {
    return recoverFrom(copies, realPath);
  } catch (error) {
    throw diskError(error, `cannot restore ${realPath} after an interrupted save`);
  }
}

function recoverFrom(copies: readonly RecoveryCopy[], realPath: string): RecoveryReport {
  const file = lookAt(realPath);
  for (const copy of copies) {
    const report = recover(copy, file);
    if (report !== undefined) return report;
  }
  return nothing;
}

/** The copy of the previous text, if the file is the result of an interrupted save. */
export function findTornCopy(path: string, stateFolder: string): RecoveryCopy | undefined {
  const file = lookAt(realpathSync.native(path));
  return readRecoveryCopies(stateFolder).find(
    (copy) =>
      isOfFile(copy, file) &&
      !file.bytes.equals(copy.oldBytes) &&
      !file.bytes.equals(copy.newBytes) &&
      isTornWrite(file.bytes, copy.oldBytes, copy.newBytes),
  );
}

interface FoundFile {
  readonly realPath: string;
  readonly stats: Stats;
  readonly bytes: Buffer;
}

function lookAt(realPath: string): FoundFile {
  const descriptor = openSync(realPath, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const stats = fstatSync(descriptor);
    return { realPath, stats, bytes: readAll(descriptor, stats.size) };
  } finally {
    closeQuietly(descriptor);
  }
}

/** Undefined if the copy belongs to another file, or is no longer needed. */
function recover(copy: RecoveryCopy, file: FoundFile): RecoveryReport | undefined {
  if (!isOfFile(copy, file)) return undefined;
  if (file.bytes.equals(copy.oldBytes) || file.bytes.equals(copy.newBytes)) {
    dropRecoveryCopy(copy);
    return undefined;
  }
  if (isTornWrite(file.bytes, copy.oldBytes, copy.newBytes)) return restore(copy, file);
  // Inode numbers are reused: one that matches without the name may be a different file.
  if (copy.file.realPath !== file.realPath) return undefined;
  throw editedSince(copy, file.realPath);
}

function isOfFile({ file: copied }: RecoveryCopy, { realPath, stats }: FoundFile): boolean {
  return copied.realPath === realPath || (copied.inode === stats.ino && copied.device === stats.dev);
}

function restore(copy: RecoveryCopy, { realPath, bytes }: FoundFile): RecoveryReport {
  const descriptor = openSync(realPath, constants.O_RDWR | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const tornText = join(dirname(copy.folder), `torn-${makeNonce()}.md`);
    writeNewFile(tornText, bytes, 0o600);
    if (!overwrite(descriptor, bytes, copy.oldBytes)) throw editedSince(copy, realPath);
    dropRecoveryCopy(copy);
    return { kind: "restored", tornText };
  } finally {
    closeQuietly(descriptor);
  }
}

function editedSince({ folder, oldPath }: RecoveryCopy, realPath: string): UserError {
  const [old, file] = [quoteForShell(oldPath), quoteForShell(realPath)];
  return new UserError(
    "INTERRUPTED_SAVE",
    `an earlier save of ${realPath} was interrupted, and the file has changed since; its text from before the save is in ${oldPath}`,
    `compare them with \`diff ${old} ${file}\`; when the file is right, delete the old text with \`rm -r ${quoteForShell(folder)}\``,
  );
}
