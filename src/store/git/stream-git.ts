// Stream git: the answer of a git that runs for long or says much, read as it comes, so that memory stays bounded.

import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { UserError } from "../../model/errors.js";
import { systemErrorCode } from "../disk-error.js";
import { askGit, type GitCall, gitRefused, startGit } from "./git-process.js";

interface GitStream extends Omit<GitCall, "stdin" | "purpose"> {
  /** Written to git as fast as it reads. */
  readonly stdin?: Iterable<string>;
}

/** A git that says nothing for so long is hung; how long it talks does not matter. */
const longestSilenceMs = 60_000;
const keptErrorLength = 4_000;

/**
 * What git says, piece by piece; for reading only. Git is ended when the caller stops listening.
 * @throws UserError when git is missing, says no, or falls silent
 */
export async function* gitPieces({ stdin = [], ...call }: GitStream): AsyncGenerator<Buffer, void, undefined> {
  const child = startGit({ ...call, purpose: "read" });
  const ended = endOf(child, call);
  const watch = setTimeout(() => child.kill("SIGKILL"), longestSilenceMs);
  try {
    feed(child, stdin);
    for await (const piece of child.stdout ?? []) {
      watch.refresh();
      yield piece;
    }
    await ended;
  } finally {
    clearTimeout(watch);
    child.kill("SIGKILL");
    // An error that nobody waits for any more is not one of the program.
    ended.catch(() => {});
  }
}

async function endOf(child: ChildProcess, call: Omit<GitCall, "purpose">): Promise<void> {
  let stderr = "";
  child.stderr?.on("data", (piece: Buffer) => {
    stderr = (stderr + piece.toString("utf8")).slice(0, keptErrorLength);
  });
  try {
    const [exitCode, signal] = await once(child, "close");
    if (signal === "SIGKILL") throw silent();
    if (exitCode !== 0) throw gitRefused({ stderr });
  } catch (error) {
    // Says the same of a missing git as every other call.
    if (systemErrorCode(error) === "ENOENT") askGit({ ...call, purpose: "read" });
    throw error;
  }
}

function silent(): UserError {
  return new UserError(
    "GIT_TOO_SLOW",
    `git printed nothing for ${longestSilenceMs / 1000} seconds`,
    "check what it is waiting for: a slow disk, a network folder",
  );
}

/** A git that has ended closes its input before all is written: what it said tells why. */
function feed({ stdin }: ChildProcess, texts: Iterable<string>): void {
  if (!stdin) return;
  stdin.on("error", () => {});
  const source = texts[Symbol.iterator]();
  const pour = () => {
    for (;;) {
      const { done, value } = source.next();
      if (done) return void stdin.end();
      if (!stdin.write(value)) return void stdin.once("drain", pour);
    }
  };
  pour();
}
