// Names of the files that stand beside the roadmap for a moment: its lock and its temporary files.

import { basename, dirname, join } from "node:path";
import { hashBytes } from "./hash-bytes.js";

/** Leaves room for the endings in file systems that allow 143 bytes (encrypted ones) as well as in those with 255. */
const longestNameInBytes = 90;

/** What every side file of this roadmap begins with: hidden, in the roadmap's own folder. */
export function sidePathPrefix(realPath: string): string {
  const name = basename(realPath);
  const isShort = Buffer.byteLength(name) <= longestNameInBytes;
  return join(dirname(realPath), isShort ? `.${name}.roadmap` : `.${hashBytes(name).slice(0, 32)}.roadmap`);
}
