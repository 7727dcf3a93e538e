// Stream git: the streamed answer of a git process that runs long or prints much, in bounded memory.

import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { UserError } from "../../model/errors.js";
import { systemErrorCode } from "../disk-error.js";
import { askGit, type GitCall, gitRefused, startGit } from "./git-process.js";

interface GitStream extends Omit<GitCall, "stdin" | "purpose"> {
  /** Written to git as fast as it reads. */
  readonly stdin?: Iterable<string>;
}

/** A git process that is silent this long is hung; its total time does not matter. */
const longestSilenceMs = 60_000;
const keptErrorLength = 4_000;

/**
 * Git's output in chunks; for reading only. Git is stopped when the caller stops iterating.
 * @throws UserError if git is missing, fails, or falls silent
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
    // An error that is no longer awaited must not crash the program.
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
    // Reports a missing git like every other call.
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

/** A git process that has ended closes its input before all is written: its output says why. */
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
