// Reads the bytes of a roadmap: strict UTF-8, from a regular file, within a limit, without loss.

import { isAscii, isUtf8 } from "node:buffer";
import { constants, fstatSync, lstatSync, openSync, realpathSync, type Stats, statSync } from "node:fs";
import { resolve } from "node:path";
import { UserError } from "../model/errors.js";
import { lazy } from "../text/memoize.js";
import { quoteForShell } from "../text/quote-for-shell.js";
import { diskError, systemErrorCode } from "./disk-error.js";
import { closeQuietly, readAll } from "./files.js";
import { hashBytes } from "./hash.js";

/** A roadmap file as it was at one moment. */
export interface RoadmapFile {
  /** As the user named it. */
  readonly path: string;
  /** With every symbolic link resolved. */
  readonly realPath: string;
  /** The whole text; a byte order mark is its first character (U+FEFF). */
  readonly text: string;
  readonly bytes: Buffer;
  /** SHA-256 of the bytes, in hexadecimal; computed on first use. */
  readonly hash: string;
}

export const defaultMaxBytes = 16 * 1024 * 1024;

const readingsBeforeGivingUp = 5;

/**
 * @throws UserError if it is missing (exit 3), is not a text that roadmap reads (4), keeps changing (5) or may not be
 * read (7).
 */
export function readRoadmapFile(path: string, { maxBytes }: { readonly maxBytes: number }): RoadmapFile {
  const realPath = findRealPath(path);
  const bytes = readBytes(path, { realPath, maxBytes });
  const hash = lazy(() => hashBytes(bytes));
  return {
    path,
    realPath,
    text: decode(path, bytes),
    bytes,
    get hash() {
      return hash();
    },
  };
}

/**
 * The bytes of any file.
 * @throws UserError if it is missing, not a file, or may not be read
 */
export function readAnyFile(path: string): Buffer {
  return readBytes(path, { realPath: findRealPath(path), maxBytes: Number.POSITIVE_INFINITY });
}

/**
 * The path with every symbolic link resolved.
 * @throws UserError if the link is broken, or leads to something other than a file.
 */
export function findRealPath(path: string): string {
  try {
    const realPath = realpathSync.native(path);
    refuseUnreadableKind(path, statSync(realPath));
    return realPath;
  } catch (error) {
    throw unreachable(path, error);
  }
}

function unreachable(path: string, error: unknown): unknown {
  if (error instanceof UserError) return error;
  const systemCode = systemErrorCode(error);
  const hint = "select the roadmap with `--file FILE`";
  if (systemCode === "ELOOP") {
    const message = `${path} is a loop of symbolic links`;
    return new UserError("LINK_LOOP", message, hint);
  }
  const isMissing = systemCode === "ENOENT" || systemCode === "ENOTDIR" || systemCode === "ENAMETOOLONG";
  if (!isMissing && !path.includes("\0")) return diskError(error, `cannot read ${path}`);
  if (isMissing && isLink(path)) {
    const message = `${path} is a broken symbolic link`;
    return new UserError("DANGLING_LINK", message, hint);
  }
  return new UserError("FILE_NOT_FOUND", `${path} does not exist`, hint);
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}

interface Wanted {
  readonly realPath: string;
  readonly maxBytes: number;
}

function readBytes(path: string, { realPath, maxBytes }: Wanted): Buffer {
  let descriptor = -1;
  try {
    // Non-blocking, because a pipe may have replaced the file since the check.
    descriptor = openSync(realPath, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
    refuseUnreadableKind(path, fstatSync(descriptor));
    return readWhileUnchanged(path, { descriptor, maxBytes });
  } catch (error) {
    throw systemErrorCode(error) === "ENOENT" ? unreachable(path, error) : diskError(error, `cannot read ${path}`);
  } finally {
    if (descriptor !== -1) closeQuietly(descriptor);
  }
}

function refuseUnreadableKind(path: string, stats: Stats): void {
  if (stats.isFile()) return;
  const kind = stats.isDirectory() ? "a folder" : stats.isFIFO() ? "a pipe" : "a device";
  const message = `${path} is ${kind}, not a file`;
  const hint = "select the roadmap itself with `--file FILE`";
  throw new UserError("NOT_A_FILE", message, hint);
}

interface OpenFile {
  readonly descriptor: number;
  readonly maxBytes: number;
}

function readWhileUnchanged(path: string, file: OpenFile): Buffer {
  for (let reading = 0; reading < readingsBeforeGivingUp; reading++) {
    const before = fstatSync(file.descriptor);
    if (before.size > file.maxBytes) throw tooLarge(path, file.maxBytes);
    const bytes = readAll(file.descriptor, before.size, file.maxBytes);
    if (bytes.length > file.maxBytes) throw tooLarge(path, file.maxBytes);
    const after = fstatSync(file.descriptor);
    if (before.mtimeMs === after.mtimeMs && before.size === after.size) return bytes;
  }
  throw new UserError(
    "FILE_KEEPS_CHANGING",
    `${path} is being written by another program`,
    "wait until it finishes, then run this again",
  );
}

function tooLarge(path: string, maxBytes: number): UserError {
  return new UserError(
    "FILE_TOO_LARGE",
    `${path} is larger than ${maxBytes} bytes`,
    "if it really is a roadmap, raise the limit with `--max-size BYTES`",
  );
}

/** The bytes as text; null if they are not strict UTF-8. A byte order mark is its first character. */
export function decodeText(bytes: Buffer): string | null {
  if (isAscii(bytes)) return bytes.toString("latin1");
  return isUtf8(bytes) ? bytes.toString("utf8") : null;
}

function decode(path: string, bytes: Buffer): string {
  const text = decodeText(bytes);
  if (text !== null) return text;
  const offset = findInvalidUtf8(bytes);
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const problem = isUtf16 ? "is UTF-16, not UTF-8" : "is not UTF-8";
  throw new UserError(
    "NOT_UTF8",
    `${path} ${problem}: invalid byte 0x${(bytes[offset] ?? 0).toString(16).toUpperCase()} at offset ${offset}`,
    `convert it into another file with \`iconv -f ${isUtf16 ? "UTF-16" : "LATIN1"} -t UTF-8 ${quoteForShell(path)} > FILE\`, and check the result`,
  );
}

const replacement = Buffer.from("\ufffd");

/** The offset of the first byte of an invalid UTF-8 sequence, or -1. Only for error messages, so it may be slow. */
export function findInvalidUtf8(bytes: Buffer): number {
  let offset = 0;
  // Decoding replaces invalid bytes; a replacement character that is in the bytes themselves is valid.
  for (const valid of bytes.toString("utf8").split("\ufffd")) {
    offset += Buffer.byteLength(valid);
    if (!replacement.equals(bytes.subarray(offset, offset + replacement.length))) break;
    offset += replacement.length;
  }
  return offset < bytes.length ? offset : -1;
}

/** The path for git, which follows no symbolic links: as the user named it if that is the real path. */
export function nameForGit({ path, realPath }: Pick<RoadmapFile, "path" | "realPath">, cwd: string): string {
  return resolve(cwd, path) === realPath ? path : realPath;
}
