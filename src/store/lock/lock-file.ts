// A lock file: inspect it, take it, remove it if its owner is provably dead. No waiting here.

import { closeSync, constants, fstatSync, linkSync, openSync, readSync, unlinkSync } from "node:fs";
import { nowInUtc } from "../clock.js";
import { systemErrorCode } from "../disk-error.js";
import { removeQuietly, writeNewFile } from "../files.js";
import { identifyThisProcess, isProvablyEnded, type ProcessIdentity } from "./process-identity.js";

export interface LockRecord extends ProcessIdentity {
  /** Sixteen hexadecimal digits, unique to every lock ever taken. */
  readonly nonce: string;
  /** UTC, ISO 8601; informational only. */
  readonly since: string;
}

export type LockState =
  | { readonly kind: "free" }
  | { readonly kind: "held"; readonly record: LockRecord }
  /** Empty, corrupt, a link, a folder, or not accessible: nothing proves that its owner is dead. */
  | { readonly kind: "unreadable" };

const maxRecordBytes = 4096;
const recordMode = 0o644;

export function readLockState(path: string): LockState {
  try {
    const record = parseLockRecord(readSmallFile(path));
    return record === undefined ? { kind: "unreadable" } : { kind: "held", record };
  } catch (error) {
    const systemCode = systemErrorCode(error);
    if (systemCode === "ENOENT") return { kind: "free" };
    // A link, a socket, or a lock without access. Any other error is a problem with the disk and proves nothing.
    if (["ELOOP", "EMLINK", "ENXIO", "EACCES", "EPERM"].includes(systemCode ?? "")) return { kind: "unreadable" };
    throw error;
  }
}

export function isHeldBy(path: string, { nonce }: LockRecord): boolean {
  const state = readLockState(path);
  return state.kind === "held" && state.record.nonce === nonce;
}

/** True if the lock is now ours. False if another process was faster: inspect it again. */
export function takeLock(path: string, record: LockRecord): boolean {
  const draft = `${path}.${record.nonce}.new`;
  const bytes = Buffer.from(formatLockRecord(record));
  removeQuietly(draft);
  writeNewFile(draft, bytes, recordMode);
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    const systemCode = systemErrorCode(error) ?? "";
    // EEXIST: taken, but a network disk also reports this if the reply to our own success was lost. ENOENT: the owner
    // swept our draft.
    if (systemCode === "EEXIST" || systemCode === "ENOENT") return isHeldBy(path, record);
    if (!linkIsUnsupported.has(systemCode)) throw error;
    return takeLockWithoutLinks(path, bytes);
  } finally {
    removeQuietly(draft);
  }
}

const linkIsUnsupported = new Set(["EPERM", "ENOSYS", "ENOTSUP", "EOPNOTSUPP", "EMLINK", "EXDEV", "EACCES"]);

function takeLockWithoutLinks(path: string, bytes: Uint8Array): boolean {
  try {
    writeNewFile(path, bytes, recordMode);
    return true;
  } catch (error) {
    if (systemErrorCode(error) === "EEXIST") return false;
    throw error;
  }
}

/** Removes the lock if it is ours. If it cannot be removed, it is provably dead once this process has ended. */
export function releaseLock(path: string, record: LockRecord): void {
  try {
    if (isHeldBy(path, record)) unlinkSync(path);
  } catch (error) {
    if (systemErrorCode(error) === undefined) throw error;
  }
}

interface DeadLock {
  /** The lock that is to be free in the end; `path` may be a guard of it. */
  readonly lockPath: string;
  readonly path: string;
  readonly dead: LockRecord;
}

/**
 * Removes a lock whose owner is provably dead, unless another process is doing so or has done it.
 *
 * Inspecting and removing are two steps; between them, a live lock may have replaced the dead one. So only the owner of
 * a guard, named after the dead lock's nonce, removes it, after inspecting it again. While the guard exists, no other
 * process removes that lock, and once it is gone its nonce never returns, so every late guard is harmless. A guard
 * whose owner was killed is itself such a dead lock.
 */
export function removeDeadLock({ lockPath, path, dead }: DeadLock, own: LockRecord): void {
  const guard = `${lockPath}.${dead.nonce}.steal`;
  if (!takeLock(guard, own)) {
    const state = readLockState(guard);
    if (state.kind !== "held" || !isProvablyEnded(state.record, own)) return;
    removeDeadLock({ lockPath, path: guard, dead: state.record }, own);
    return;
  }
  try {
    if (isHeldBy(path, dead)) removeIfThere(path);
  } finally {
    removeQuietly(guard);
  }
}

function removeIfThere(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    // It was removed by force.
    if (systemErrorCode(error) !== "ENOENT") throw error;
  }
}

function readSmallFile(path: string): string {
  // Do not follow a planted link or block on a planted pipe.
  const descriptor = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    if (!fstatSync(descriptor).isFile()) return "";
    const buffer = Buffer.alloc(maxRecordBytes);
    return buffer.toString("utf8", 0, readSync(descriptor, buffer, 0, buffer.length, 0));
  } finally {
    closeSync(descriptor);
  }
}

// The record in a lock file: who holds the lock, and since when.

export function makeLockRecord(): LockRecord {
  return { ...identifyThisProcess(), nonce: makeNonce(), since: nowInUtc() };
}

export function makeNonce(): string {
  const half = () =>
    Math.floor(Math.random() * 2 ** 32)
      .toString(16)
      .padStart(8, "0");
  return half() + half();
}

export function formatLockRecord(record: LockRecord): string {
  return `${JSON.stringify({ roadmapLock: 1, ...record })}\n`;
}

/** Undefined unless roadmap wrote it completely: such a lock proves nothing about its owner. */
export function parseLockRecord(text: string): LockRecord | undefined {
  const fields = parseFields(text);
  const word = (name: string): string | undefined => {
    const value = fields.get(name);
    return typeof value === "string" ? value : undefined;
  };
  const [host, machineId, bootId] = [word("host"), word("machineId"), word("bootId")];
  const [pidNamespace, startTime, since] = [word("pidNamespace"), word("startTime"), word("since")];
  const pid = fields.get("pid");
  const nonce = word("nonce");
  if (fields.get("roadmapLock") !== 1 || !host || !since || !nonce || !/^[0-9a-f]{16}$/.test(nonce)) return undefined;
  if (machineId === undefined || bootId === undefined || pidNamespace === undefined) return undefined;
  if (startTime === undefined || typeof pid !== "number" || !Number.isSafeInteger(pid) || pid < 1) return undefined;
  return { pid, host, machineId, bootId, pidNamespace, startTime, nonce, since };
}

function parseFields(text: string): ReadonlyMap<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return new Map<string, unknown>(typeof value === "object" && value !== null ? Object.entries(value) : []);
  } catch {
    return new Map();
  }
}
