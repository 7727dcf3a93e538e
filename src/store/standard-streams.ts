// Standard streams: text to stdout and stderr, all of it, and what comes in on stdin.

import { isUtf8 } from "node:buffer";
import { fstatSync, readFileSync, statSync, writeSync } from "node:fs";
import process from "node:process";
import { UserError } from "../model/errors.js";
import { visibleOutput } from "../text/visible.js";
import { diskError, systemErrorCode } from "./disk-error.js";
import { findInvalidUtf8 } from "./invalid-utf8.js";

const descriptors = { stdin: 0, stdout: 1, stderr: 2 } as const;

type Stream = keyof typeof descriptors;

export function isTerminal(stream: Stream): boolean {
  // Loading node:tty takes a tenth of a bare start, and files and pipes need not be asked about.
  return mayBeTerminal(descriptors[stream]) && process.getBuiltinModule("node:tty").isatty(descriptors[stream]);
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
 * Writes all of the text; to a terminal with everything spelled out that could steer it. A pipe or a file gets it as
 * it is. A string is lines of our own, which keep their colors; bytes are somebody else's.
 * @returns false when nobody reads any more: that is no error, there is only nobody to tell
 * @throws UserError (exit 7) when the text could not be written
 */
export function writeStandard(stream: "stdout" | "stderr", text: string | Uint8Array): boolean {
  if (!isTerminal(stream)) return writeUnchecked(stream, text);
  const isOurs = typeof text === "string";
  return writeUnchecked(
    stream,
    isOurs ? visibleOutput(text, "painted") : visibleOutput(Buffer.from(text).toString("utf8"), "plain"),
  );
}

/** Replaces the last line that was written to stderr, a terminal, by this one. */
export function redrawLine(line: string): void {
  writeUnchecked("stderr", `\r\u001b[K${visibleOutput(line, "painted")}`);
}

/** For sequences that steer the terminal on purpose; nothing from a file may be in it that was not made visible. */
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

/** All that comes in. @throws UserError when it cannot be read (exit 7) or is not UTF-8 (2): nothing is replaced. */
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
