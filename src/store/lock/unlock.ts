// Unlock: shows and removes the locks of a roadmap at the user's request.

import { lstatSync, unlinkSync } from "node:fs";
import { UserError } from "../../model/errors.js";
import { quoteForShell } from "../../text/quote-for-shell.js";
import { diskError, systemErrorCode } from "../disk-error.js";
import type { Environment } from "../paths.js";
import { findLockPaths } from "./lock.js";
import { type LockRecord, makeLockRecord, readLockState, removeDeadLock } from "./lock-file.js";
import { isProvablyEnded } from "./process-identity.js";

interface FoundLock {
  readonly path: string;
  /** The owner; undefined if the lock does not say, because it is empty or not ours. */
  readonly holder: LockRecord | undefined;
  /** True only if that process has certainly ended. */
  readonly isDead: boolean;
}

export type Removal =
  | { readonly kind: "not-locked" }
  | { readonly kind: "removed"; readonly lock: FoundLock }
  /** Its owner may be alive, and `force` was not requested. */
  | { readonly kind: "kept"; readonly lock: FoundLock };

/** The lock that prevents changes of the file, or undefined if it is free. */
export function readLock(realPath: string, env: Environment): FoundLock | undefined {
  const own = makeLockRecord();
  const { beside, inStateFolder, forAllNames } = findLockPaths(realPath, env);
  const paths = forAllNames === undefined ? [beside, inStateFolder()] : [beside, inStateFolder(), forAllNames];
  for (const path of paths) {
    const state = readLockState(path);
    if (state.kind === "free") continue;
    const holder = state.kind === "held" ? state.record : undefined;
    return { path, holder, isDead: holder !== undefined && isProvablyEnded(holder, own) };
  }
  return undefined;
}

interface RemovalOptions {
  readonly env: Environment;
  /** Remove it even if its owner may be alive. */
  readonly force: boolean;
  /** Only report what would be done to the first lock. */
  readonly isDryRun?: boolean;
}

/** Without `force`, removes only provably dead locks. Reports what was done to the last lock found. */
export function removeLock(realPath: string, { env, force, isDryRun }: RemovalOptions): Removal {
  let removal: Removal = { kind: "not-locked" };
  for (let lock = readLock(realPath, env); lock !== undefined; lock = readLock(realPath, env)) {
    if (!force && !lock.isDead) return { kind: "kept", lock };
    if (isDryRun) return { kind: "removed", lock };
    if (force) removeByForce(lock);
    else removeDead(lock);
    // Another process may be removing it, or have taken the lock that became free.
    if (readLockState(lock.path).kind !== "free") return { kind: "kept", lock };
    removal = { kind: "removed", lock };
  }
  return removal;
}

function removeByForce({ path }: FoundLock): void {
  try {
    if (lstatSync(path, { throwIfNoEntry: false })?.isDirectory()) throw folderInPlaceOfLock(path);
    unlinkSync(path);
  } catch (error) {
    if (systemErrorCode(error) !== "ENOENT") throw diskError(error, `cannot remove the lock ${path}`);
  }
}

function removeDead({ path, holder }: FoundLock): void {
  if (holder === undefined) return;
  try {
    removeDeadLock({ lockPath: path, path, dead: holder }, makeLockRecord());
  } catch (error) {
    throw diskError(error, `cannot remove the lock ${path}`);
  }
}

function folderInPlaceOfLock(path: string): UserError {
  return new UserError(
    "LOCK_IS_FOLDER",
    `a folder is in the place of the lock: ${path}`,
    `check its content, and move it away: \`mv ${quoteForShell(path)} FOLDER\``,
  );
}
