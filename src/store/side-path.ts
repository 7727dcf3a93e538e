// Side path: the names of temporary files next to the roadmap: its lock and drafts.

import { basename, dirname, join } from "node:path";
import { hashBytes } from "./hash-bytes.js";
import { makeNonce } from "./lock-record.js";

/** Leaves room for the endings, both in file systems that allow 143 bytes (encrypted ones) and 255. */
const longestNameInBytes = 90;

/** The prefix of every side file of this roadmap: hidden, in the roadmap's own folder. */
export function sidePathPrefix(realPath: string): string {
  const name = basename(realPath);
  const isShort = Buffer.byteLength(name) <= longestNameInBytes;
  return join(dirname(realPath), isShort ? `.${name}.roadmap` : `.${hashBytes(name).slice(0, 32)}.roadmap`);
}

/** A path for a draft of the file, different every time; the sweep of leftovers knows its form. */
export function temporaryPath(realPath: string): string {
  return `${sidePathPrefix(realPath)}-temp.${makeNonce()}.new`;
}
