// Merge as lines: git's own merge of three files, for texts that are not certain to be roadmaps.

import { UserError } from "../../model/errors.js";
import { type GitPlace, runGit } from "./git-process.js";

export interface LineMergeCall extends GitPlace {
  /** The paths of the three files. */
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
  readonly labels: { readonly base: string; readonly ours: string; readonly theirs: string };
  readonly markerSize: number;
}

interface LineMerge {
  readonly bytes: Buffer;
  /** The number of conflicts; 127 means 127 or more. */
  readonly conflicts: number;
}

/** @throws UserError if git is missing or cannot merge the files, for example binary ones */
export function mergeAsLines({ cwd, env, base, ours, theirs, labels, markerSize }: LineMergeCall): LineMerge {
  const names = [labels.ours, labels.base, labels.theirs].flatMap((label) => ["-L", label]);
  const options = ["-p", "--diff3", `--marker-size=${markerSize}`, ...names];
  const args = ["merge-file", ...options, "--", ours, base, theirs];
  // Not for hooks or signing: merging a large file may just take longer than reading.
  const { exitCode, stdout, stderr } = runGit({ cwd, env, args, purpose: "write" });
  if (exitCode <= 127) return { bytes: stdout, conflicts: exitCode };
  throw new UserError(
    "MERGE_REFUSED",
    `git cannot merge these files: ${stderr.trim().split("\n")[0] ?? "no reason given"}`,
    "`git checkout --ours FILE` keeps ours and drops theirs, `--theirs` does the opposite; then run `git add FILE`",
  );
}
