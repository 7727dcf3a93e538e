// Envelope: what every command that changes the file prints of the saving and the commit.

import * as z from "zod/mini";

/** The roadmap, and the hash of its bytes. */
export const fileShape = {
  file: z.string(),
  hash: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  /** Unresolved merge conflicts, where there are any: of those the rest is our side only. */
  conflicts: z.optional(z.int().check(z.positive())),
};

export const commitSchema = z.strictObject({
  id: z.string(),
  /** Null on a detached HEAD. */
  branch: z.nullable(z.string()),
  subject: z.string(),
  notes: z.array(z.string()),
});

export type CommitData = z.infer<typeof commitSchema>;

export const savingShape = {
  ...fileShape,
  /** Null when nothing was written: nothing was to be changed, or it was a dry run. */
  saved: z.nullable(z.enum(["renamed", "in-place"])),
  dryRun: z.boolean(),
  /** The unified diff of a dry run. */
  diff: z.nullable(z.string()),
  /** Where the text lies that another program wrote in the moment of saving. */
  keptBeside: z.nullable(z.string()),
  /** Where the mixture lies that an interrupted save had left, when the file was first put back as it was. */
  restored: z.nullable(z.string()),
  /** Why `roadmap undo` does not know the change; null when it does. */
  notRemembered: z.nullable(z.string()),
  /** Null when no commit was asked for, or none could be made. */
  commit: z.nullable(commitSchema),
  /** Why the saved change is not committed. */
  notCommitted: z.nullable(z.strictObject({ code: z.string(), message: z.string(), hint: z.string() })),
};

const savingSchema = z.strictObject(savingShape);

export type SavingData = z.infer<typeof savingSchema>;
