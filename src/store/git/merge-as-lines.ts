// Merge as lines: git's own merge of three files, for texts that are no roadmaps or not certain ones.

import { UserError } from "../../model/errors.js";
import { askGit, type GitPlace } from "./git-process.js";

export interface LineMergeCall extends GitPlace {
  /** Paths of the three files. */
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
  readonly labels: { readonly base: string; readonly ours: string; readonly theirs: string };
  readonly markerSize: number;
}

interface LineMerge {
  readonly bytes: Buffer;
  /** How many; from 127 on there may be more. */
  readonly conflicts: number;
}

/** @throws UserError when git is missing or cannot merge the files: binary ones, say */
export function mergeAsLines({ cwd, env, base, ours, theirs, labels, markerSize }: LineMergeCall): LineMerge {
  const names = [labels.ours, labels.base, labels.theirs].flatMap((label) => ["-L", label]);
  const options = ["-p", "--diff3", `--marker-size=${markerSize}`, ...names];
  const args = ["merge-file", ...options, "--", ours, base, theirs];
  // Neither hooks nor signing: a large file may just take longer than reading does.
  const { exitCode, stdout, stderr } = askGit({ cwd, env, args, purpose: "write" });
  if (exitCode <= 127) return { bytes: stdout, conflicts: exitCode };
  throw new UserError(
    "MERGE_REFUSED",
    `git cannot merge these files: ${stderr.trim().split("\n")[0] ?? "no reason given"}`,
    "`git checkout --ours FILE` keeps ours and drops theirs, `--theirs` does the opposite; then run `git add FILE`",
  );
}
