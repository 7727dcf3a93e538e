// At the start of a change: recovers from an interrupted overwrite, or reports it.

import { constants, fstatSync, fsyncSync, openSync, readdirSync, realpathSync, rmSync, type Stats } from "node:fs";
import { dirname, join } from "node:path";
import { UserError } from "../../model/errors.js";
import { quoteForShell } from "../../text/quote-for-shell.js";
import { nowInUtc } from "../clock.js";
import { diskError } from "../disk-error.js";
import { closeQuietly, overwrite, readAll, writeNewFile } from "../files.js";
import { hashBytes } from "../hash.js";
import type { HeldLock } from "../lock/lock.js";
import { makeNonce } from "../lock/lock-file.js";
import { hasRecoveryFolder, recoveryFolder } from "../paths.js";
import { makeTrustedFolder, readPrivateFile, trustedFolder } from "../private-folder.js";

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
  const file = readFound(realPath);
  for (const copy of copies) {
    const report = recover(copy, file);
    if (report !== undefined) return report;
  }
  return nothing;
}

/** The copy of the previous text, if the file is the result of an interrupted save. */
export function findTornCopy(path: string, stateFolder: string): RecoveryCopy | undefined {
  const file = readFound(realpathSync.native(path));
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

function readFound(realPath: string): FoundFile {
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

// The recovery copy: the old and new text, in the state folder while a file is overwritten in place.

/** The copied file. The inode identifies it when the file is opened by another of its hard links. */
interface CopiedFile {
  readonly realPath: string;
  readonly inode: number;
  readonly device: number;
}

export interface RecoveryCopy {
  readonly folder: string;
  readonly file: CopiedFile;
  /** The path of the previous text. */
  readonly oldPath: string;
  readonly oldBytes: Buffer;
  readonly newBytes: Buffer;
}

interface Texts {
  readonly oldBytes: Buffer;
  readonly newBytes: Buffer;
}

/** Complete and synced when it returns; it does not count until its last step. */
export function makeRecoveryCopy(stateFolder: string, file: CopiedFile, { oldBytes, newBytes }: Texts): RecoveryCopy {
  const all = makeTrustedFolder(stateFolder, recoveryFolder);
  const name = hashBytes(file.realPath).slice(0, 32);
  const folder = join(all, name);
  const oldPath = join(folder, "old.md");
  dropFolder(folder);
  makeTrustedFolder(stateFolder, recoveryFolder, name);
  try {
    writeNewFile(oldPath, oldBytes, 0o600);
    writeNewFile(join(folder, "new.md"), newBytes, 0o600);
    const hashes = { oldHash: hashBytes(oldBytes), newHash: hashBytes(newBytes) };
    const label = JSON.stringify({ recoveryCopy: 1, ...file, ...hashes, since: nowInUtc() });
    writeNewFile(join(folder, "label.json"), Buffer.from(label), 0o600);
    for (const made of [folder, all, stateFolder]) syncFolder(made);
  } catch (error) {
    dropFolder(folder);
    throw error;
  }
  return { folder, file, oldPath, oldBytes, newBytes };
}

/** The file is complete again, so the copy is no longer needed. */
export function dropRecoveryCopy({ folder }: RecoveryCopy): void {
  dropFolder(folder);
}

/** Every valid copy; normally there is none. Copies that another user may have put there are ignored. */
function readRecoveryCopies(stateFolder: string): readonly RecoveryCopy[] {
  const copies: RecoveryCopy[] = [];
  for (const name of copyNames(stateFolder)) {
    const copy = readCopy(stateFolder, name);
    if (copy !== undefined) copies.push(copy);
  }
  return copies;
}

function copyNames(stateFolder: string): readonly string[] {
  try {
    return hasRecoveryFolder(stateFolder) ? readdirSync(trustedFolder(stateFolder, recoveryFolder)) : [];
  } catch {
    return [];
  }
}

/** Undefined for an unfinished copy: the file had not been touched yet. */
function readCopy(stateFolder: string, name: string): RecoveryCopy | undefined {
  try {
    const folder = trustedFolder(stateFolder, recoveryFolder, name);
    const label: unknown = JSON.parse(readPrivateFile(join(folder, "label.json")).toString("utf8"));
    const fields = new Map<string, unknown>(typeof label === "object" && label !== null ? Object.entries(label) : []);
    const [realPath, inode, device] = [fields.get("realPath"), fields.get("inode"), fields.get("device")];
    if (typeof realPath !== "string" || typeof inode !== "number" || typeof device !== "number") return undefined;
    const oldPath = join(folder, "old.md");
    const [oldBytes, newBytes] = [readPrivateFile(oldPath), readPrivateFile(join(folder, "new.md"))];
    const isWhole = hashBytes(oldBytes) === fields.get("oldHash") && hashBytes(newBytes) === fields.get("newHash");
    return isWhole ? { folder, file: { realPath, inode, device }, oldPath, oldBytes, newBytes } : undefined;
  } catch {
    return undefined;
  }
}

function dropFolder(folder: string): void {
  try {
    // The label first: without it the rest does not count.
    rmSync(join(folder, "label.json"), { force: true });
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // The next change will find that it is not needed, and remove it.
  }
}

function syncFolder(folder: string): void {
  const descriptor = openSync(folder, "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeQuietly(descriptor);
  }
}

// Torn writes: files whose overwriting was interrupted by a kill or a power failure.

const blockBytes = 4096;

/**
 * Whether `found` can be the result of an interrupted overwrite of `oldBytes` with `newBytes`: each block is one or the
 * other (a disk writes blocks in any order), and at most one block changes from new to old. Beyond the end of the old
 * text there may be zeros: allocated but not yet written.
 */
export function isTornWrite(found: Buffer, oldBytes: Buffer, newBytes: Buffer): boolean {
  const [shorter, longer] = [oldBytes, newBytes].map(({ length }) => length).sort((a, b) => a - b);
  if (found.length < (shorter ?? 0) || found.length > (longer ?? 0)) return false;
  const isOld = (at: number): boolean =>
    at < oldBytes.length ? found[at] === oldBytes[at] : found[at] === 0 || found[at] === newBytes[at];
  const isNew = (at: number): boolean => found[at] === (at < newBytes.length ? newBytes[at] : oldBytes[at]);
  let changeovers = 0;
  for (let start = 0; start < found.length; start += blockBytes) {
    const end = Math.min(start + blockBytes, found.length);
    const oldFrom = findEnd(start, end, isNew);
    if (oldFrom === end || findEnd(start, end, isOld) === end) continue;
    changeovers++;
    if (changeovers > 1 || findEnd(oldFrom, end, isOld) < end) return false;
  }
  return true;
}

/** The first position from `start` on where `holds` is false, otherwise `end`. */
function findEnd(start: number, end: number, holds: (at: number) => boolean): number {
  let at = start;
  while (at < end && holds(at)) at++;
  return at;
}
