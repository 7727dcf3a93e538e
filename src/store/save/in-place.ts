// The other way to save, for a file that must keep its inode: overwrites it, with a recovery copy at hand.

import { constants } from "node:fs";
import { UserError } from "../../model/errors.js";
import { quoteForShell } from "../../text/quote-for-shell.js";
import { diskError } from "../disk-error.js";
import { closeQuietly, diskDamages, overwrite, readAll } from "../files.js";
import { dropRecoveryCopy, makeRecoveryCopy, type RecoveryCopy } from "./recover.js";
import { changedMeanwhile, type FileSave, type OpenTarget, openUnchanged, refuseWithoutLock } from "./target.js";

/** If it throws, the file has its old text, or the error says where that is. */
export function saveInPlace(change: FileSave): void {
  const target = openUnchanged(change, constants.O_RDWR);
  try {
    const copy = copyForRecovery(change, target);
    try {
      refuseToOverwriteOthers(change, target);
    } catch (error) {
      dropRecoveryCopy(copy);
      throw error;
    }
    overwriteOrRestore(change, target, copy);
    dropRecoveryCopy(copy);
  } finally {
    closeQuietly(target.descriptor);
  }
}

function copyForRecovery({ base, newBytes, lock }: FileSave, { stats, bytes }: OpenTarget): RecoveryCopy {
  const file = { realPath: base.realPath, inode: stats.ino, device: stats.dev };
  try {
    return makeRecoveryCopy(lock.stateFolder, file, { oldBytes: bytes, newBytes });
  } catch (error) {
    const doing = `cannot save ${base.path}: it needs a recovery copy in ${lock.stateFolder}`;
    throw diskError(error, doing, "the file was not changed");
  }
}

/** Making the copy took a while: by now the file may contain another program's text. */
function refuseToOverwriteOthers(change: FileSave, { descriptor, bytes }: OpenTarget): void {
  if (!readAll(descriptor, bytes.length).equals(bytes)) throw changedMeanwhile(change.base);
  refuseWithoutLock(change);
}

function overwriteOrRestore({ base, newBytes }: FileSave, target: OpenTarget, copy: RecoveryCopy): void {
  let failure: unknown = diskDamages(base.path);
  try {
    if (overwrite(target.descriptor, target.bytes, newBytes)) return;
  } catch (error) {
    failure = error;
  }
  if (!isRestored(target)) throw notRestored(base.path, copy);
  dropRecoveryCopy(copy);
  throw diskError(failure, `cannot save ${base.path}`, "the file was not changed");
}

function isRestored({ descriptor, bytes }: OpenTarget): boolean {
  try {
    return overwrite(descriptor, bytes, bytes);
  } catch {
    return false;
  }
}

function notRestored(path: string, { oldPath }: RecoveryCopy): UserError {
  return new UserError(
    "SAVE_INTERRUPTED",
    `${path} was only partly written, because the disk accepts no more; its previous text is in ${oldPath}`,
    `free some space and run this again to restore it, or replace the file with \`cp ${quoteForShell(oldPath)} ${quoteForShell(path)}\``,
  );
}
