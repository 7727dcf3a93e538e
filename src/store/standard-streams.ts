// Standard streams: text to stdout and stderr, all of it, and what comes in on stdin.

import { fstatSync, readFileSync, statSync, writeSync } from "node:fs";
import process from "node:process";
import { diskError, systemErrorCode } from "./disk-error.js";

const descriptors = { stdin: 0, stdout: 1, stderr: 2 } as const;

export type Stream = keyof typeof descriptors;

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
 * Writes all of the text. Says `false` when nobody reads any more: that is no error, there is only nobody to tell.
 * @throws UserError (exit 7) when the text could not be written
 */
export function writeStandard(stream: "stdout" | "stderr", text: string): boolean {
  const bytes = Buffer.from(text, "utf8");
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

/** All that comes in, as UTF-8. @throws UserError (exit 7) when it cannot be read. */
export function readStandardInput(): string {
  try {
    return readFileSync(descriptors.stdin, "utf8");
  } catch (error) {
    throw diskError(error, "cannot read what comes in on stdin");
  }
}
