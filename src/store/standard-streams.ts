// Standard streams: complete output to stdout and stderr, and input from stdin.

import { isUtf8 } from "node:buffer";
import { fstatSync, readFileSync, statSync, writeSync } from "node:fs";
import process from "node:process";
import { UserError } from "../model/errors.js";
import { visibleOutput } from "../text/visible.js";
import { diskError, systemErrorCode } from "./disk-error.js";
import { findInvalidUtf8 } from "./read-file.js";

const descriptors = { stdin: 0, stdout: 1, stderr: 2 } as const;

type Stream = keyof typeof descriptors;

/** Asked often, and does not change. */
const terminals = new Map<Stream, boolean>();

export function isTerminal(stream: Stream): boolean {
  const known = terminals.get(stream);
  if (known !== undefined) return known;
  const descriptor = descriptors[stream];
  // Loading node:tty takes a tenth of a minimal start, and is not needed for files and pipes.
  const isOne = mayBeTerminal(descriptor) && process.getBuiltinModule("node:tty").isatty(descriptor);
  terminals.set(stream, isOne);
  return isOne;
}

function mayBeTerminal(descriptor: number): boolean {
  try {
    const stats = fstatSync(descriptor);
    return stats.isCharacterDevice() && stats.rdev !== statSync("/dev/null").rdev;
  } catch {
    return true;
  }
}

const pauseMs = 2;

/**
 * Writes all of the text; to a terminal with control characters made visible, to a pipe or a file unchanged. A string
 * is the program's own lines, which keep their colors; bytes are foreign text.
 * @returns false if the reader has closed the pipe, which is not an error
 * @throws UserError (exit 7) if the text could not be written
 */
export function writeStandard(stream: "stdout" | "stderr", text: string | Uint8Array): boolean {
  if (!isTerminal(stream)) return writeUnchecked(stream, text);
  const isOurs = typeof text === "string";
  return writeUnchecked(
    stream,
    isOurs ? visibleOutput(text, "painted") : visibleOutput(Buffer.from(text).toString("utf8"), "plain"),
  );
}

/** Replaces the last line written to stderr, which is a terminal. */
export function redrawLine(line: string): void {
  writeUnchecked("stderr", `\r\u001b[K${visibleOutput(line, "painted")}`);
}

/** For intended escape sequences; text from a file must have been made visible before. */
export function writeUnchecked(stream: "stdout" | "stderr", text: string | Uint8Array): boolean {
  const bytes = typeof text === "string" ? Buffer.from(text, "utf8") : text;
  for (let written = 0; written < bytes.length; ) {
    try {
      written += writeSync(descriptors[stream], bytes, written, bytes.length - written);
    } catch (error) {
      const code = systemErrorCode(error);
      if (code === "EPIPE") return false;
      // A pipe that another process made non-blocking is full for the moment.
      if (code !== "EAGAIN") throw diskError(error, "cannot write the output");
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pauseMs);
    }
  }
  return true;
}

/**
 * All of the input.
 * @throws UserError if it cannot be read (exit 7) or is not UTF-8 (2): nothing is replaced.
 */
export function readStandardInput(): string {
  const bytes = readInputBytes();
  if (isUtf8(bytes)) return bytes.toString("utf8");
  throw new UserError(
    "INPUT_NOT_UTF8",
    `stdin is not UTF-8: invalid byte at offset ${findInvalidUtf8(bytes)}`,
    "convert it with `iconv -t UTF-8` first",
  );
}

function readInputBytes(): Buffer {
  try {
    return readFileSync(descriptors.stdin);
  } catch (error) {
    throw diskError(error, "cannot read stdin");
  }
}
