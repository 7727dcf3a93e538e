// Saves the changed text. Whatever interrupts it, the file has its old or its new text, or can be restored to the old one.

import { lstatSync, type Stats } from "node:fs";
import { diskError, systemErrorCode } from "../disk-error.js";
import { InheritedAclError } from "../files.js";
import { hashBytes } from "../hash.js";
import type { HeldLock } from "../lock/lock.js";
import type { RoadmapFile } from "../read-file.js";
import { forgetPlain, knownAttributes, mustStayInPlace, rememberPlain } from "./attributes.js";
import { saveByRename } from "./by-rename.js";
import { saveInPlace } from "./in-place.js";
import type { FileSave } from "./target.js";

export interface SaveReport {
  readonly how: "renamed" | "in-place";
  /** SHA-256 of the bytes now in the file; computed on first use. */
  readonly hash: string;
  /** Where the text is kept that another program wrote at the last moment and that was displaced. */
  readonly keptBeside: string | undefined;
}

/**
 * Replaces `base` with `newText`, or its UTF-8. When it returns, the new text is synced.
 * @throws UserError if the file is no longer `base` (exit 5), the lock is lost (6) or the disk refuses (7); then the
 * file is unchanged, unless the message says otherwise.
 */
export function saveRoadmapFile(base: RoadmapFile, newText: string | Buffer, lock: HeldLock): SaveReport {
  const change: FileSave = { base, newBytes: typeof newText === "string" ? encode(newText) : newText, lock };
  try {
    return {
      ...save(change),
      get hash() {
        return hashBytes(change.newBytes);
      },
    };
  } catch (error) {
    throw diskError(error, `cannot save ${base.path}`, "the file was not changed");
  }
}

function save(change: FileSave): Pick<SaveReport, "how" | "keptBeside"> {
  const { realPath } = change.base;
  const { stateFolder } = change.lock;
  const stats = lstatSync(realPath, { throwIfNoEntry: false });
  if (!stats || mayBeReplaced(stats, realPath, stateFolder)) {
    try {
      const keptBeside = saveByRename(change);
      rememberPlain(stateFolder, realPath);
      return { how: "renamed", keptBeside };
    } catch (error) {
      if (!isNoWayToRename(error) && !(error instanceof InheritedAclError)) throw error;
    }
  }
  forgetPlain(stateFolder, realPath);
  saveInPlace(change);
  return { how: "in-place", keptBeside: undefined };
}

/** A rename would leave the file's other names (hard links) with the old text, and drop its ACL. */
function mayBeReplaced(stats: Stats, realPath: string, stateFolder: string): boolean {
  return stats.nlink === 1 && !mustStayInPlace(realPath, stats, knownAttributes(stateFolder, realPath, stats));
}

/** The folder is not writable, the file is a mount point, or its owner cannot be given to another file. */
function isNoWayToRename(error: unknown): boolean {
  return ["EACCES", "EPERM", "EROFS", "EBUSY", "EXDEV", "ENAMETOOLONG"].includes(systemErrorCode(error) ?? "");
}

/** @throws RangeError if UTF-8 cannot hold the text */
export function encode(text: string): Buffer {
  if (!text.isWellFormed()) throw new RangeError("the new text has half of a surrogate pair, which UTF-8 cannot hold");
  return Buffer.from(text, "utf8");
}
