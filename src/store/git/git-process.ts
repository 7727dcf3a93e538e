// Git process: runs git without a shell, and without unsafe configuration or environment variables.

import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { UserError } from "../../model/errors.js";
import { systemErrorCode } from "../disk-error.js";
import type { Environment } from "../paths.js";

/** Where git runs, and with which environment. */
export interface GitPlace {
  readonly cwd: string;
  readonly env: Environment;
}

/** `read` runs nothing that a repository's configuration names and takes no lock; `write` runs hooks and signs. */
export type GitPurpose = "read" | "write";

export interface GitCall extends GitPlace {
  /** Arguments after those that every call gets. */
  readonly args: readonly string[];
  readonly stdin?: string | Uint8Array;
  /** Added to git's environment, for this call only. */
  readonly variables?: Readonly<Record<string, string>>;
  readonly purpose: GitPurpose;
}

export interface GitAnswer {
  readonly exitCode: number;
  readonly stdout: Buffer;
  /** For display, in English. */
  readonly stderr: string;
}

const maxBytes = 256 * 1024 * 1024;

/**
 * Git's answer; an exit code other than 0 is an answer too.
 * @throws UserError if git is missing or does not answer in time: within 10 s for reading; for writing within 120 s, or
 * the milliseconds in `ROADMAP_GIT_WAIT_MS` if hooks take longer
 */
export function runGit({ cwd, env, args, stdin, variables, purpose }: GitCall): GitAnswer {
  const timeLimitMs = gitTimeLimit(env, purpose);
  const ran = spawnSync("git", [...settings, ...args], {
    cwd,
    env: gitEnvironment(env, purpose, variables),
    input: stdin ?? "",
    maxBuffer: maxBytes,
    timeout: timeLimitMs,
    killSignal: "SIGKILL",
    windowsHide: true,
  });
  // Git may exit before reading all of its input, if a hook stops it: its exit code is still the answer.
  const isUnread = ran.status !== null && systemErrorCode(ran.error) === "EPIPE";
  if (ran.error && !isUnread) throw noAnswer(ran.error, timeLimitMs);
  return { exitCode: ran.status ?? 128, stdout: ran.stdout, stderr: ran.stderr.toString("utf8") };
}

/** Git as a running process, for answers that are streamed: stdin, stdout and stderr are pipes. */
export function startGit({ cwd, env, args, variables, purpose }: Omit<GitCall, "stdin">): ChildProcess {
  return spawn("git", [...settings, ...args], {
    cwd,
    env: gitEnvironment(env, purpose, variables),
    stdio: ["pipe", "pipe", "pipe"],
    windowsHide: true,
  });
}

/** The answer as text without its last line break. Throws UserError with git's message if git fails. */
export function gitText(call: GitCall): string {
  const answer = runGit(call);
  if (answer.exitCode !== 0) throw gitRefused(answer);
  return printedText(answer);
}

/** The same, but null if git fails. */
export function gitTextOrNull(call: GitCall): string | null {
  const answer = runGit(call);
  return answer.exitCode === 0 ? printedText(answer) : null;
}

function printedText({ stdout }: GitAnswer): string {
  return stdout.toString("utf8").replace(/\n$/, "");
}

const timeLimitsMs = { read: 10_000, write: 120_000 };

/** How long git may take, in milliseconds. */
export function gitTimeLimit({ ROADMAP_GIT_WAIT_MS: chosen }: Environment, purpose: GitPurpose): number {
  const isChosen = purpose === "write" && chosen !== undefined && /^[1-9]\d{0,8}$/.test(chosen);
  return isChosen ? Number(chosen) : timeLimitsMs[purpose];
}

/** Git's message as a user error. */
export function gitRefused({ stderr }: Pick<GitAnswer, "stderr">): UserError {
  const isOwner = /dubious ownership/.test(stderr);
  if (/promisor remote|lazy fetching disabled/.test(stderr))
    return new UserError(
      "PARTIAL_CLONE",
      "this partial clone lacks some revisions of the file",
      "roadmap fetches nothing by itself: run `git log -p --follow -- FILE > /dev/null`, where FILE is the roadmap, then run this again",
    );
  return new UserError(
    isOwner ? "REPOSITORY_OF_ANOTHER" : "GIT_REFUSED",
    isOwner ? "git does not trust this repository: it belongs to another user" : `git: ${lastWords(stderr)}`,
    isOwner
      ? "if you trust it, run `git config --global --add safe.directory FOLDER` with the repository's folder"
      : "fix what git reports, then run this again",
  );
}

function lastWords(stderr: string): string {
  const lines = stderr.split("\n").filter((line) => line.trim() !== "");
  const line = lines.find((candidate) => /^(?:fatal|error):/.test(candidate)) ?? lines.at(-1) ?? "nothing";
  return line.replace(/^(?:fatal|error): /, "");
}

function noAnswer(error: Error, timeLimitMs: number): Error {
  const code = systemErrorCode(error);
  if (code === "ENOENT") {
    return new UserError("NO_GIT", "git not found", "install git 2.39 or later, then run this again");
  }
  // Node runs a script without `#!` by a shell; Bun does not.
  if (code === "EACCES" || code === "ENOEXEC") {
    return new UserError(
      "GIT_REFUSED",
      "git cannot be started",
      "check the file that `command -v git` prints: you must be able to run it, and a script must begin with `#!`",
    );
  }
  if (code === "ETIMEDOUT") {
    return new UserError(
      "GIT_TOO_SLOW",
      `git did not answer within ${timeLimitMs / 1000} seconds`,
      "check what it is waiting for (a hook, a passphrase, a slow disk), or allow more time with ROADMAP_GIT_WAIT_MS",
    );
  }
  return error;
}

/** Passed on every call, so no configuration can override them. */
const settings = [
  "--no-pager",
  "--literal-pathspecs",
  "-c",
  "core.fsmonitor=false",
  "-c",
  "core.quotePath=false",
  "-c",
  "log.showSignature=false",
  "-c",
  "log.showRoot=true",
  "-c",
  "i18n.commitEncoding=UTF-8",
  "-c",
  "i18n.logOutputEncoding=UTF-8",
  "-c",
  "color.ui=false",
];

/** The git variables that identify the user or locate git's own files; all others are dropped. */
const kept =
  /^GIT_(?:(?:AUTHOR|COMMITTER)_(?:NAME|EMAIL|DATE)|CONFIG_(?:GLOBAL|SYSTEM|NOSYSTEM)|EXEC_PATH|CEILING_DIRECTORIES|DISCOVERY_ACROSS_FILESYSTEM)$/;

function gitEnvironment(env: Environment, purpose: GitPurpose, variables: GitCall["variables"]) {
  const inherited = Object.entries(env).filter(([name]) => !name.startsWith("GIT_") || kept.test(name));
  return {
    ...Object.fromEntries(inherited),
    GIT_TERMINAL_PROMPT: "0",
    GIT_EDITOR: "true",
    LC_ALL: "C",
    // Reading must not fetch what a partial clone lacks: that would run programs named by the repository.
    ...(purpose === "read" ? { GIT_OPTIONAL_LOCKS: "0", GIT_NO_LAZY_FETCH: "1", GIT_ALLOW_PROTOCOL: "none" } : {}),
    ...variables,
  } satisfies NodeJS.ProcessEnv;
}
