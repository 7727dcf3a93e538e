// The lock that serializes changes of a roadmap.

import { lstatSync, readdirSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import process from "node:process";
import { UserError } from "../../model/errors.js";
import { diskError, systemErrorCode } from "../disk-error.js";
import { removeQuietly } from "../files.js";
import { hashBytes } from "../hash.js";
import { type Environment, findStateFolder, sidePathPrefix } from "../paths.js";
import { makeTrustedFolder } from "../private-folder.js";
import {
  isHeldBy,
  type LockState,
  makeLockRecord,
  readLockState,
  releaseLock,
  removeDeadLock,
  takeLock,
} from "./lock-file.js";
import { isProvablyEnded } from "./process-identity.js";
import { releaseAtExit } from "./release-at-exit.js";

/** Proof that the lock was taken: everything that changes the file requires it. */
export interface HeldLock {
  readonly realPath: string;
  readonly stateFolder: string;
  /** False once the lock was removed by force: then nothing may be written. */
  readonly isStillHeld: () => boolean;
}

interface LockOptions {
  readonly env: Environment;
  /** How long to wait for the lock; 10 s by default. */
  readonly waitMs?: number;
}

export const defaultWaitMs = 10_000;
/** How long one look at a lock is valid: after that, its owner may have died. */
const maxObservationMs = 500;

interface Holding {
  readonly isStillHeld: () => boolean;
  readonly release: () => void;
}

/**
 * Runs the work while holding the lock of the file at `realPath`, and releases it even if the work throws.
 * @throws UserError (exit 6) that names the owner if the lock does not become free in time.
 */
export async function withLock<T>(
  realPath: string,
  work: (lock: HeldLock) => T | Promise<T>,
  options: LockOptions,
): Promise<T> {
  const holdings: Holding[] = [];
  const releaseAll = () => {
    for (const { release } of holdings.toReversed()) release();
  };
  const forgetExit = releaseAtExit(releaseAll);
  try {
    await takeAll(realPath, options, holdings);
    const isStillHeld = () => holdings.every((holding) => holding.isStillHeld());
    return await work({ realPath, stateFolder: findStateFolder(options.env), isStillHeld });
  } finally {
    releaseAll();
    forgetExit();
  }
}

async function takeAll(realPath: string, options: LockOptions, holdings: Holding[]): Promise<void> {
  const wait: Wait = { realPath, endsAt: monotonicMs() + (options.waitMs ?? defaultWaitMs) };
  try {
    const { beside, inStateFolder, forAllNames } = findLockPaths(realPath, options.env);
    holdings.push(await takeBesideOr(inStateFolder, beside, wait));
    if (forAllNames !== undefined) holdings.push(await takeInStateFolder(forAllNames, wait));
  } catch (error) {
    throw diskError(error, `cannot lock ${realPath}`, "nothing was changed");
  }
}

interface Wait {
  readonly realPath: string;
  /** In milliseconds of a monotonic clock. */
  readonly endsAt: number;
}

/** The same as `performance.now()`, but without loading a module, which takes 4 ms. */
function monotonicMs(): number {
  return process.uptime() * 1000;
}

async function takeBesideOr(inStateFolder: () => string, beside: string, wait: Wait): Promise<Holding> {
  try {
    const holding = await takeInTime(beside, wait);
    sweepLeftovers(sidePathPrefix(wait.realPath));
    return holding;
  } catch (error) {
    if (!["EACCES", "EPERM", "EROFS"].includes(systemErrorCode(error) ?? "")) throw error;
    return takeInStateFolder(inStateFolder(), wait);
  }
}

async function takeInStateFolder(path: string, wait: Wait): Promise<Holding> {
  makeTrustedFolder(dirname(dirname(path)), basename(dirname(path)));
  const holding = await takeInTime(path, wait);
  sweepLeftovers(path);
  return holding;
}

async function takeInTime(path: string, wait: Wait): Promise<Holding> {
  const record = makeLockRecord();
  const begun = monotonicMs();
  for (;;) {
    const seen = traceOf(path);
    const state = readLockState(path);
    if (state.kind === "free" && takeLock(path, record)) {
      return { isStillHeld: () => isHeldBy(path, record), release: () => releaseLock(path, record) };
    }
    if (state.kind === "held" && isProvablyEnded(state.record, record)) {
      removeDeadLock({ lockPath: path, path, dead: state.record }, record);
    }
    const lookAgainAt = monotonicMs() + maxObservationMs;
    do {
      const now = monotonicMs();
      if (now >= wait.endsAt) throw locked(path, state, wait.realPath);
      await new Promise((resume) => setTimeout(resume, Math.random() * maxPauseMs(now - begun)));
      // While waiting, only check whether the lock is the same one: reading it, and checking its owner, costs much
      // more.
    } while (seen !== "" && traceOf(path) === seen && monotonicMs() < lookAgainAt);
  }
}

/** Identifies a lock without reading it; empty if there is none, or if that is unknown. */
function traceOf(path: string): string {
  try {
    const stats = lstatSync(path, { throwIfNoEntry: false });
    return stats === undefined ? "" : `${stats.ino} ${stats.mtimeMs}`;
  } catch {
    return "";
  }
}

/**
 * Pauses are random, so waiting processes do not stay in step. A few short ones come first, for the common case of a
 * single other command. Then they are long, so that many processes do not keep the machine busy, and become shorter
 * over time: the process that has waited longest checks most often and usually comes next.
 */
function maxPauseMs(waitedMs: number): number {
  if (waitedMs < 40) return 20;
  return Math.max(4, 300 / (1 + (waitedMs / 1000) ** 2));
}

function locked(path: string, state: LockState, realPath: string): UserError {
  if (state.kind === "unreadable") {
    return new UserError(
      "LOCKED",
      `${realPath} is locked by an unknown process: ${path}`,
      "if nothing else is changing the roadmap, remove the lock with `roadmap unlock --force`",
    );
  }
  const holder =
    state.kind === "held"
      ? `process ${state.record.pid} on ${state.record.host} since ${state.record.since}`
      : "a series of other commands";
  return new UserError(
    "LOCKED",
    `${realPath} is being changed by ${holder}`,
    "run this again when it has finished; if it hangs or no longer exists, run `roadmap unlock --force`",
  );
}

// Where the lock of a roadmap may be.

interface LockPaths {
  /** The usual place. */
  readonly beside: string;
  /** For a folder without write access. */
  readonly inStateFolder: () => string;
  /** For a file with several names (hard links), which has a lock next to each name: one more that they share. */
  readonly forAllNames: string | undefined;
}

export function findLockPaths(realPath: string, env: Environment): LockPaths {
  const folder = join(findStateFolder(env), "locks");
  const stats = statSync(realPath, { throwIfNoEntry: false });
  return {
    beside: `${sidePathPrefix(realPath)}-lock`,
    inStateFolder: () => join(folder, `${hashBytes(realPath).slice(0, 32)}.roadmap-lock`),
    forAllNames:
      stats === undefined || stats.nlink < 2 ? undefined : join(folder, `inode-${stats.dev}-${stats.ino}.roadmap-lock`),
  };
}

// Files that killed runs left next to the roadmap. Only the owner of its lock may remove them.

/** A temporary file, a draft or guard of a lock, or the draft of a guard, which has two such endings. */
const leftover = /^(-lock|-temp)?(\.[0-9a-f]{16}\.(new|steal)){1,2}$/;

/** `prefix` is the path with which their names begin. Folders and all other names are left alone. */
function sweepLeftovers(prefix: string): void {
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
