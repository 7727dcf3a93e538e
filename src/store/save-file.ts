// Saves the changed text: the file on the disk is the old one or the new one at every moment, and never a mixture.

import { lstatSync } from "node:fs";
import type { Change } from "./change.js";
import { diskError, systemErrorCode } from "./disk-error.js";
import { hashBytes } from "./hash-bytes.js";
import type { HeldLock } from "./lock.js";
import type { RoadmapFile } from "./read-file.js";
import { saveByRename } from "./save-by-rename.js";
import { saveInPlace } from "./save-in-place.js";

export interface SaveReport {
  readonly how: "renamed" | "in-place";
  /** SHA-256 of the bytes that are in the file now; worked out when somebody asks. */
  readonly hash: string;
  /** Where the text lies that another program wrote in the last moment, and that ours has displaced. */
  readonly keptBeside: string | undefined;
}

/**
 * Puts `newText` where `base` was read. When it returns, the new text is on the disk.
 * @throws UserError when the file is no longer `base` (exit 5), the lock is lost (6) or the disk refuses (7); the file
 * is as it was then.
 */
export function saveRoadmapFile(base: RoadmapFile, newText: string, lock: HeldLock): SaveReport {
  const change: Change = { base, newBytes: encode(newText), lock };
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

function save(change: Change): Pick<SaveReport, "how" | "keptBeside"> {
  if (!hasOtherNames(change.base.realPath)) {
    try {
      return { how: "renamed", keptBeside: saveByRename(change) };
    } catch (error) {
      if (!isNoWayToRename(error)) throw error;
    }
  }
  saveInPlace(change);
  return { how: "in-place", keptBeside: undefined };
}

/** A rename would leave the file's other names (hard links) with the old text. */
function hasOtherNames(realPath: string): boolean {
  return (lstatSync(realPath, { throwIfNoEntry: false })?.nlink ?? 1) > 1;
}

/** The folder cannot be written, the file is a mount point, or its owner cannot be given to another file. */
function isNoWayToRename(error: unknown): boolean {
  return ["EACCES", "EPERM", "EROFS", "EBUSY", "EXDEV", "ENAMETOOLONG"].includes(systemErrorCode(error) ?? "");
}

function encode(text: string): Buffer {
  if (!text.isWellFormed()) throw new RangeError("the new text has half of a surrogate pair, which UTF-8 cannot hold");
  return Buffer.from(text, "utf8");
}
