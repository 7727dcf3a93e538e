// Versions: which commit words mean, or a day, and what a file said in it.

import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { daysMeant } from "../../model/date-words.js";
import type { Day } from "../../model/dates.js";
import { UserError } from "../../model/errors.js";
import { endOfDay } from "../clock.js";
import { type GitPlace, gitText, gitTextOrNull } from "./git-process.js";

/** A commit that words mean. */
export interface Version {
  /** The full id. */
  readonly commit: string;
  /** The local day on which it was committed. */
  readonly day: Day;
  /** The day that the words mean, when they mean a day and no commit. */
  readonly asked: Day | null;
}

interface VersionRequest {
  /** A commit, branch or tag, or a day as `--date` takes it. */
  readonly words: string;
  readonly today: Day;
}

/**
 * A name that the repository knows comes before a day. Of a day it is the last version up to its end, on the line of
 * first parents.
 * @throws UserError (exit 3) when the words mean nothing here, or nothing was committed by then
 */
export function findVersion(place: GitPlace, { words, today }: VersionRequest): Version {
  const commit = commitNamed(place, words);
  if (commit !== null) return { commit, day: committedOn(place, commit), asked: null };
  const [day, another] = daysMeant(words, { today });
  if (day === undefined || another !== undefined) throw nothingNamed(words);
  const found = gitText({
    ...place,
    args: ["--no-replace-objects", "rev-list", "-1", "--first-parent", `--min-age=${endOfDay(day)}`, "HEAD"],
    purpose: "read",
  });
  if (found !== "") return { commit: found, day: committedOn(place, found), asked: day };
  throw new UserError(
    "NOTHING_BY_THEN",
    `no commits by the end of ${day}`,
    "run `roadmap log` to see the commits and their dates",
  );
}

function nothingNamed(words: string): UserError {
  return new UserError(
    "REVISION_NOT_FOUND",
    `no revision "${words}" in this repository`,
    "use a commit, branch or tag; `roadmap log` shows the commits",
  );
}

/** The commit that is checked out; null in a repository without any. */
export function findHead(place: GitPlace): string | null {
  return commitNamed(place, "HEAD");
}

/** The youngest commit that is an ancestor of both; null when there is none. */
export function mergeBase(place: GitPlace, one: string, other: string): string | null {
  return gitTextOrNull({ ...place, args: ["--no-replace-objects", "merge-base", one, other], purpose: "read" });
}

/** The full id; null when the words name no commit. Words that begin with `-` are never an option. */
function commitNamed(place: GitPlace, words: string): string | null {
  const named = (revision: string) =>
    gitTextOrNull({
      ...place,
      args: ["rev-parse", "--verify", "--quiet", "--end-of-options", revision],
      purpose: "read",
    });
  // What stands behind `:/` is searched for, up to the end.
  const revision = /^:\/|^:!/.test(words) ? named(words) : words;
  const found = revision === null ? null : named(`${revision}^{commit}`);
  return found?.startsWith("^") ? null : found;
}

function committedOn(place: GitPlace, commit: string): Day {
  const args = ["--no-replace-objects", "log", "-1", "--no-follow", "--date=short-local", "--format=%cd", commit, "--"];
  return gitText({ ...place, args, purpose: "read" });
}

/** The commits at which a shallow clone begins: what was before them is not known. */
export function shallowCommits(place: GitPlace): ReadonlySet<string> {
  const path = gitText({ ...place, args: ["rev-parse", "--git-path", "shallow"], purpose: "read" });
  try {
    return new Set(readFileSync(resolve(place.cwd, path), "utf8").split("\n"));
  } catch {
    return new Set();
  }
}
