// Envelope: what `merge-driver --json` prints.

import * as z from "zod/mini";

const text = z.nullable(z.string());

export const mergeShape = {
  /** The file that is merged, as git names it. */
  file: text,
  by: z.enum(["meaning", "lines"]),
  /** Why it was merged as lines. */
  reason: text,
  conflicts: z.int().check(z.nonnegative()),
  contests: z.array(
    z.strictObject({
      type: z.enum(["topic", "task", "table", "text"]),
      name: z.string(),
      /** Null where all of it is in conflict. */
      field: text,
      /** Null in a version that lacks it. */
      base: text,
      ours: text,
      theirs: text,
    }),
  ),
};
