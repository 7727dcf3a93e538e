// Envelopes of what git is told: which lines it reads and what became of them, and a file as `git diff` gets it.

import * as z from "zod/mini";

export const gitInstallShape = {
  action: z.enum(["install", "check", "remove"]),
  scope: z.enum(["repository", "global"]),
  dryRun: z.boolean(),
  lines: z.array(
    z.strictObject({
      file: z.string(),
      line: z.string(),
      /** As it was found. */
      state: z.enum(["there", "missing", "outdated", "foreign"]),
      found: z.nullable(z.string()),
      /** What was done to it, or would be. */
      done: z.enum(["nothing", "written", "removed"]),
    }),
  ),
  /** Whether git finds the program by its name; when not, git's own merge and diff do the work. */
  onPath: z.boolean(),
  /** Whether git has been told all of it now. */
  complete: z.boolean(),
};

export const textconvShape = {
  file: z.string(),
  lines: z.array(z.string()),
};
