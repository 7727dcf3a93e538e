// Git log: the commits that touched some files, with the blobs before and after, from one run of git.

import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { UserError } from "../../model/errors.js";
import { systemErrorCode } from "../disk-error.js";
import { type GitCall, type GitPlace, gitRefused, runGit, startGit } from "./git-process.js";

export interface LoggedCommit {
  readonly id: string;
  /** Only commits in the log: the nearest ancestors, not always the actual parents. */
  readonly parents: readonly string[];
  readonly author: string;
  /** In the author's time zone: `2026-03-01T23:30:00+05:30`; empty if the commit has no readable date. */
  readonly authored: string;
  readonly subject: string;
  /** The whole message if it was requested, otherwise empty. */
  readonly message: string;
  /** Empty for merges that changed nothing themselves. */
  readonly changes: readonly FileChange[];
}

/**
 * The change of one file in a commit. Blobs are full ids; null if there is no such file, but perhaps a link or a
 * folder.
 */
export interface FileChange {
  readonly path: string;
  /** One per parent: a merge has several, and is listed only where it differs from all of them. */
  readonly before: readonly (string | null)[];
  readonly after: string | null;
}

interface LogRequest {
  /** The full id of the commit to begin with; older ones follow. */
  readonly from: string;
  /** From the top folder of the repository, with `/`. */
  readonly paths: readonly string[];
  readonly withMessages: boolean;
  /** Only commits with such a line in their message; without paths, for all files. */
  readonly grep?: string;
}

/** Newest first, every commit before its parents. */
export async function readLog(
  place: GitPlace,
  { from, paths, withMessages, grep }: LogRequest,
): Promise<LoggedCommit[]> {
  const format = ["%H", "%P", "%aI", "%an", "%s", withMessages ? "%B" : ""].map((part) => `%x00${part}`).join("");
  const reader = logReader();
  let rest = "";
  const decoder = new TextDecoder();
  const chunks = gitChunks({
    ...place,
    args: [
      "--no-replace-objects",
      "log",
      "--date-order",
      "--full-history",
      "--simplify-merges",
      "--parents",
      "-c",
      "--raw",
      "-z",
      "--no-abbrev",
      "--no-renames",
      "--no-follow",
      "--encoding=UTF-8",
      ...(grep === undefined ? [] : ["--extended-regexp", `--grep=${grep}`]),
      `--format=tformat:${format}%x00`,
      "--end-of-options",
      from,
      "--",
      ...paths,
    ],
  });
  for await (const chunk of chunks) {
    const tokens = (rest + decoder.decode(chunk, { stream: true })).split("\0");
    rest = tokens.pop() ?? "";
    for (const token of tokens) reader.take(token);
  }
  return reader.commits;
}

type Expected = "id" | "parents" | "authored" | "author" | "subject" | "message" | "path";

const order: Readonly<Record<Exclude<Expected, "path" | "message">, Expected>> = {
  id: "parents",
  parents: "authored",
  authored: "author",
  author: "subject",
  subject: "message",
};

type OpenCommit = { -readonly [Key in keyof LoggedCommit]: LoggedCommit[Key] } & { changes: FileChange[] };

/** Parses the fields between NUL characters: six fields of a commit, then for each file its change and path. */
function logReader() {
  const commits: OpenCommit[] = [];
  let expected: Expected = "id";
  let change: Omit<FileChange, "path"> | null = null;
  const begin = (token: string) => {
    const text = token.replace(/^\n/, "");
    if (text.startsWith(":")) {
      change = changeOf(text);
      expected = "path";
    } else if (text !== "") {
      commits.push({ id: text, parents: [], author: "", authored: "", subject: "", message: "", changes: [] });
      expected = "parents";
    }
  };
  const take = (token: string) => {
    const commit = commits.at(-1);
    if (expected === "id" || !commit) return begin(token);
    if (expected === "path") commit.changes.push({ path: token, ...(change ?? { before: [], after: null }) });
    else if (expected === "parents") commit.parents = token.split(" ").filter((id) => id !== "");
    else commit[expected] = token;
    expected = expected === "path" || expected === "message" ? "id" : order[expected];
  };
  return { take, commits };
}

/** `:100644 100644 <id> <id> M`; a merge has as many colons, modes and ids before the last as it has parents. */
function changeOf(text: string): Omit<FileChange, "path"> {
  const parentCount = /^:*/.exec(text)?.[0].length ?? 1;
  const parts = text.slice(parentCount).split(" ");
  const blobs = Array.from({ length: parentCount + 1 }, (_, index) =>
    /^100/.test(parts[index] ?? "") ? (parts[parentCount + 1 + index] ?? null) : null,
  );
  return { before: blobs.slice(0, -1), after: blobs.at(-1) ?? null };
}

// Streamed output of a git process that runs long or prints much, in bounded memory.

interface GitStream extends Omit<GitCall, "stdin" | "purpose"> {
  /** Written to git as fast as it reads. */
  readonly stdin?: Iterable<string>;
}

/** A git process that is silent this long is hung; its total time does not matter. */
const maxSilenceMs = 60_000;
const keptErrorLength = 4_000;

/**
 * Git's output in chunks; for reading only. Git is stopped when the caller stops iterating.
 * @throws UserError if git is missing, fails, or falls silent
 */
export async function* gitChunks({ stdin = [], ...call }: GitStream): AsyncGenerator<Buffer, void, undefined> {
  const child = startGit({ ...call, purpose: "read" });
  const ended = endOf(child, call);
  const watch = setTimeout(() => child.kill("SIGKILL"), maxSilenceMs);
  try {
    feed(child, stdin);
    for await (const chunk of child.stdout ?? []) {
      watch.refresh();
      yield chunk;
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
  child.stderr?.on("data", (chunk: Buffer) => {
    stderr = (stderr + chunk.toString("utf8")).slice(0, keptErrorLength);
  });
  try {
    const [exitCode, signal] = await once(child, "close");
    if (signal === "SIGKILL") throw silent();
    if (exitCode !== 0) throw gitRefused({ stderr });
  } catch (error) {
    // Reports a missing git like every other call.
    if (systemErrorCode(error) === "ENOENT") runGit({ ...call, purpose: "read" });
    throw error;
  }
}

function silent(): UserError {
  return new UserError(
    "GIT_TOO_SLOW",
    `git printed nothing for ${maxSilenceMs / 1000} seconds`,
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
