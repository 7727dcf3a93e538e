// Recovery copy: the old and new text, in the state folder while a file is overwritten in place.

import { fsyncSync, openSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { nowInUtc } from "./clock.js";
import { closeQuietly } from "./close-quietly.js";
import { hashBytes } from "./hash-bytes.js";
import { makeTrustedFolder, readPrivateFile, trustedFolder } from "./private-folder.js";
import { hasRecoveryFolder, recoveryFolder } from "./state-folder.js";
import { writeNewFile } from "./write-new-file.js";

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
export function readRecoveryCopies(stateFolder: string): readonly RecoveryCopy[] {
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
