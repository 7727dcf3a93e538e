// Repositories for tests in which git merges the roadmap with roadmap's own driver.

import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Place, quotedProgram } from "./program.js";
import { makeRepository } from "./repository.js";

const driver = `${quotedProgram} merge-driver -- %O %A %B %L %P`;

/** A repository with one commit, whose `roadmap.md` is that text. */
export function makeMergeRepository(text: string): Place {
  const files = { "roadmap.md": text, ".gitattributes": "roadmap.md merge=roadmap\n" };
  const place = makeRepository(files, "unborn");
  configure(place, ".");
  commitAll(place, "base");
  return place;
}

export function configure(place: Place, folder: string): void {
  place.git("-C", folder, "config", "merge.roadmap.driver", driver);
  place.git("-C", folder, "config", "core.autocrlf", "false");
}

export function commitAll(place: Place, message: string, folder = "."): void {
  place.git("-C", folder, "add", "-A");
  place.git("-C", folder, "commit", "-q", "-m", message);
}

/** Writes the roadmap on a branch and commits it; a new branch begins at `main`. */
export function commitOn(place: Place, branch: string, text: string): void {
  const isThere = place.git("branch", "--list", branch).trim() !== "";
  place.git(...(isThere ? ["checkout", "-q", branch] : ["checkout", "-q", "-b", branch, "main"]));
  writeFileSync(join(place.folder, "roadmap.md"), text);
  commitAll(place, `change on ${branch}`);
}

export interface GitRan {
  readonly exitCode: number;
  /** The output of git and the program. */
  readonly output: string;
}

/** A git command that may fail. */
export function tryGit(place: Place, ...args: string[]): GitRan {
  try {
    const output = execFileSync("git", args, { cwd: place.folder, env: place.env, encoding: "utf8", stdio: "pipe" });
    return { exitCode: 0, output };
  } catch (error) {
    if (!(error instanceof Error) || !("status" in error) || !("stdout" in error) || !("stderr" in error)) throw error;
    return { exitCode: Number(error.status), output: `${error.stdout}${error.stderr}` };
  }
}
