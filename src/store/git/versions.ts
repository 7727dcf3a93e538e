// Revisions: the commit that a name or a date means, and what else git knows of commits and remotes.

import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { possibleDays } from "../../model/date-words.js";
import type { Day } from "../../model/dates.js";
import { UserError } from "../../model/errors.js";
import { ways } from "../../model/ways.js";
import { endOfDay } from "../clock.js";
import { type GitPlace, gitText, gitTextOrNull } from "./git-process.js";

/** The commit that was found. */
export interface Revision {
  /** The full id. */
  readonly commit: string;
  /** The local date of the commit. */
  readonly day: Day;
  /** The date that the words mean, if they mean a date and not a commit. */
  readonly requestedDay: Day | null;
}

interface RevisionRequest {
  /** A commit, branch or tag, or a date in the form that `--date` takes. */
  readonly words: string;
  readonly today: Day;
}

/**
 * A name in the repository takes precedence over a date. For a date, it is the last version up to its end, following
 * first parents.
 * @throws UserError (exit 3) if the words mean nothing here, or nothing was committed by then
 */
export function findRevision(place: GitPlace, { words, today }: RevisionRequest): Revision {
  const commit = commitNamed(place, words);
  if (commit !== null) return { commit, day: committedOn(place, commit), requestedDay: null };
  const [day, another] = possibleDays(words, { today });
  if (day === undefined || another !== undefined) throw nothingNamed(words);
  const found = gitText({
    ...place,
    args: ["--no-replace-objects", "rev-list", "-1", "--first-parent", `--min-age=${endOfDay(day)}`, "HEAD"],
    purpose: "read",
  });
  if (found !== "") return { commit: found, day: committedOn(place, found), requestedDay: day };
  throw new UserError(
    "NOTHING_BY_THEN",
    `no commits by the end of ${day}`,
    ways`run ${{ view: "log" }} to see the commits and their dates`,
  );
}

function nothingNamed(words: string): UserError {
  return new UserError(
    "REVISION_NOT_FOUND",
    `no revision "${words}" in this repository`,
    ways`use a commit, branch or tag; ${{ view: "log" }} shows the commits`,
  );
}

/** The checked-out commit; null in a repository without commits. */
export function findHead(place: GitPlace): string | null {
  return commitNamed(place, "HEAD");
}

/** The merge base: the most recent common ancestor; null if there is none. */
export function mergeBase(place: GitPlace, commit: string, other: string): string | null {
  return gitTextOrNull({ ...place, args: ["--no-replace-objects", "merge-base", commit, other], purpose: "read" });
}

/** The full id; null if the words name no commit. Words that begin with `-` are never passed as an option. */
function commitNamed(place: GitPlace, words: string): string | null {
  const named = (revision: string) =>
    gitTextOrNull({
      ...place,
      args: ["rev-parse", "--verify", "--quiet", "--end-of-options", revision],
      purpose: "read",
    });
  // Git searches for the text after `:/`, up to the end.
  const revision = /^:\/|^:!/.test(words) ? named(words) : words;
  const found = revision === null ? null : named(`${revision}^{commit}`);
  return found?.startsWith("^") ? null : found;
}

function committedOn(place: GitPlace, commit: string): Day {
  const args = ["--no-replace-objects", "log", "-1", "--no-follow", "--date=short-local", "--format=%cd", commit, "--"];
  return gitText({ ...place, args, purpose: "read" });
}

/** The commits at which a shallow clone begins: what was before them is unknown. */
export function shallowCommits(place: GitPlace): ReadonlySet<string> {
  const path = gitText({ ...place, args: ["rev-parse", "--git-path", "shallow"], purpose: "read" });
  try {
    return new Set(readFileSync(resolve(place.cwd, path), "utf8").split("\n"));
  } catch {
    return new Set();
  }
}

/** The ids, full or abbreviated, that identify exactly one commit here. */
export function knownCommits(place: GitPlace, ids: readonly string[]): Set<string> {
  if (ids.length === 0) return new Set();
  const stdin = ids.map((id) => `${id}^{commit}\n`).join("");
  const answer = gitText({ ...place, args: ["cat-file", "--batch-check"], stdin, purpose: "read" });
  const lines = answer.split("\n").filter((line) => !line.startsWith("hint:"));
  return new Set(ids.filter((_, index) => / commit \d+$/.test(lines[index] ?? "")));
}

/** The configured URLs of all remotes. */
export function remoteAddresses(place: GitPlace): string[] {
  const args = ["config", "-z", "--get-regexp", "^remote\\..*\\.url$"];
  const found = gitTextOrNull({ ...place, args, purpose: "read" }) ?? "";
  return found.split("\0").flatMap((entry) => entry.split("\n").slice(1));
}
