// Git process: runs the git program with arguments, never through a shell, and with nothing that the caller's surroundings smuggle in.

import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { UserError } from "../../model/errors.js";
import { systemErrorCode } from "../disk-error.js";
import type { Environment } from "../state-folder.js";
import { type GitPurpose, gitTimeLimit } from "./time-limit.js";

/** Where git runs, and with what environment of the person. */
export interface GitPlace {
  readonly cwd: string;
  readonly env: Environment;
}

export interface GitCall extends GitPlace {
  /** Of git, behind those that every call gets. */
  readonly args: readonly string[];
  readonly stdin?: string | Uint8Array;
  /** Added to the environment of git, for this call only. */
  readonly variables?: Readonly<Record<string, string>>;
  readonly purpose: GitPurpose;
}

export interface GitAnswer {
  readonly exitCode: number;
  readonly stdout: Buffer;
  /** For people, in English. */
  readonly stderr: string;
}

const mostBytes = 256 * 1024 * 1024;

/**
 * What git answers; an exit code other than 0 is an answer too.
 * @throws UserError when git is missing or does not answer in time: within 10 s when it reads; within 120 s when it
 * writes, or within the milliseconds of `ROADMAP_GIT_WAIT_MS` for those whose hooks take longer
 */
export function askGit({ cwd, env, args, stdin, variables, purpose }: GitCall): GitAnswer {
  const timeLimitMs = gitTimeLimit(env, purpose);
  const ran = spawnSync("git", [...settings, ...args], {
    cwd,
    env: gitEnvironment(env, purpose, variables),
    input: stdin ?? "",
    maxBuffer: mostBytes,
    timeout: timeLimitMs,
    killSignal: "SIGKILL",
    windowsHide: true,
  });
  // Git may end before it has read what it is told, when a hook stops it: its exit code is the answer all the same.
  const isUnread = ran.status !== null && systemErrorCode(ran.error) === "EPIPE";
  if (ran.error && !isUnread) throw noAnswer(ran.error, timeLimitMs);
  return { exitCode: ran.status ?? 128, stdout: ran.stdout, stderr: ran.stderr.toString("utf8") };
}

/** Git while it runs, for answers that are read as they come: its stdout and stderr are pipes, and its stdin. */
export function startGit({ cwd, env, args, variables, purpose }: Omit<GitCall, "stdin">): ChildProcess {
  return spawn("git", [...settings, ...args], {
    cwd,
    env: gitEnvironment(env, purpose, variables),
    stdio: ["pipe", "pipe", "pipe"],
    windowsHide: true,
  });
}

/** The answer as text without its last line end. Throws UserError with what git says when it says no. */
export function gitText(call: GitCall): string {
  const answer = askGit(call);
  if (answer.exitCode !== 0) throw gitRefused(answer);
  return textOf(answer);
}

/** The same where no is an answer too: null. */
export function gitTextOrNull(call: GitCall): string | null {
  const answer = askGit(call);
  return answer.exitCode === 0 ? textOf(answer) : null;
}

function textOf({ stdout }: GitAnswer): string {
  return stdout.toString("utf8").replace(/\n$/, "");
}

/** What git says, as an error of the person's. */
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
  if (code === "ETIMEDOUT") {
    return new UserError(
      "GIT_TOO_SLOW",
      `git did not answer within ${timeLimitMs / 1000} seconds`,
      "check what it is waiting for (a hook, a passphrase, a slow disk), or allow more time with ROADMAP_GIT_WAIT_MS",
    );
  }
  return error;
}

/** Said on every call, so that no configuration says otherwise. */
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

/** Variables of git that say who a person is or where git keeps its own files; all others are dropped. */
const kept =
  /^GIT_(?:(?:AUTHOR|COMMITTER)_(?:NAME|EMAIL|DATE)|CONFIG_(?:GLOBAL|SYSTEM|NOSYSTEM)|EXEC_PATH|CEILING_DIRECTORIES|DISCOVERY_ACROSS_FILESYSTEM)$/;

function gitEnvironment(env: Environment, purpose: GitPurpose, variables: GitCall["variables"]) {
  const inherited = Object.entries(env).filter(([name]) => !name.startsWith("GIT_") || kept.test(name));
  return {
    ...Object.fromEntries(inherited),
    GIT_TERMINAL_PROMPT: "0",
    GIT_EDITOR: "true",
    LC_ALL: "C",
    // Reading must not fetch what a partial clone lacks: that would run programs which the repository names.
    ...(purpose === "read" ? { GIT_OPTIONAL_LOCKS: "0", GIT_NO_LAZY_FETCH: "1", GIT_ALLOW_PROTOCOL: "none" } : {}),
    ...variables,
  } satisfies NodeJS.ProcessEnv;
}
