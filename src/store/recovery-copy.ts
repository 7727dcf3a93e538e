// The copy of the old and the new text that lies in the state folder while a file is overwritten in place.

import { fsyncSync, openSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { nowInUtc } from "./clock.js";
import { closeQuietly } from "./close-quietly.js";
import { hashBytes } from "./hash-bytes.js";
import { makeTrustedFolder, readPrivateFile, trustedFolder } from "./private-folder.js";
import { hasRecoveryFolder, recoveryFolder } from "./state-folder.js";
import { writeNewFile } from "./write-new-file.js";

/** What the copy is of. The inode finds it again when the file is named by another of its hard links. */
interface CopiedFile {
  readonly realPath: string;
  readonly inode: number;
  readonly device: number;
}

export interface RecoveryCopy {
  readonly folder: string;
  readonly file: CopiedFile;
  /** Where the text from before lies. */
  readonly oldPath: string;
  readonly oldBytes: Buffer;
  readonly newBytes: Buffer;
}

interface Texts {
  readonly oldBytes: Buffer;
  readonly newBytes: Buffer;
}

/** Complete and on the disk when it returns; until its last step it does not count. */
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

/** The file is whole again: nothing needs the copy any more. */
export function dropRecoveryCopy({ folder }: RecoveryCopy): void {
  dropFolder(folder);
}

/** Every copy that counts; normally there is none. What another user can have put there does not. */
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

/** Undefined for a copy that was not finished: the file had not been touched then. */
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
    // It will be found at the next change, seen to be needless, and dropped then.
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
