// Known plain: remembers that a file saved by renaming has no ACL and no extended attributes.

import { lstatSync, type Stats, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Known } from "./file-attributes.js";
import { fingerprint } from "./fingerprint.js";
import { makeTrustedFolder, readPrivateFile, trustedFolder } from "./private-folder.js";
import { removeQuietly } from "./write-new-file.js";

const folderName = "plain";
const mostBytes = 200;

/** Judged by time stamps: writing sets both at the same time, and changing attributes sets only one. */
export function whatIsKnown(stateFolder: string, realPath: string, stats: Stats): Known {
  try {
    const path = join(trustedFolder(stateFolder, folderName), recordName(realPath));
    const [identity, changeTime] = readPrivateFile(path, mostBytes).toString("utf8").split(" ");
    if (identity !== identityOf(stats)) return "nothing";
    if (changeTime === String(stats.ctimeMs)) return "plain";
    return stats.ctimeMs === stats.mtimeMs ? "plain, and written since" : "nothing";
  } catch {
    return "nothing";
  }
}

/** Never throws: what is not stored is checked again. */
export function rememberPlain(stateFolder: string, realPath: string): void {
  try {
    const stats = lstatSync(realPath);
    const path = join(makeTrustedFolder(stateFolder, folderName), recordName(realPath));
    writeFileSync(path, `${identityOf(stats)} ${stats.ctimeMs} `, { mode: 0o600 });
  } catch {
    // The next save checks again.
  }
}

/** For a file that may not be plain: writing to it would make its time stamps look as if it were. */
export function forgetPlain(stateFolder: string, realPath: string): void {
  removeQuietly(join(stateFolder, folderName, recordName(realPath)));
}

function recordName(realPath: string): string {
  return fingerprint(Buffer.from(realPath));
}

/** Inode numbers are reused, but not with the same birth time. */
function identityOf({ dev, ino, birthtimeMs }: Stats): string {
  return `${dev}:${ino}:${birthtimeMs}`;
}
