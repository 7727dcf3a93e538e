// Envelope of edit: which editor was opened where, and what the file says otherwise afterwards.

import * as z from "zod/mini";
import { comparisonSchema } from "./history.js";
import { fileShape } from "./saving.js";

export const editShape = {
  ...fileShape,
  /** The editor with what it was given, as one would type it. */
  command: z.string(),
  line: z.nullable(z.int().check(z.positive())),
  dryRun: z.boolean(),
  /** Whether any byte is another one. */
  changed: z.boolean(),
  /** Why `roadmap undo` does not know the edit; null when it does, or when nothing was changed. */
  notRemembered: z.nullable(z.string()),
  /** Null when nothing was changed, or what was there before could not be read. */
  comparison: comparisonSchema,
  /** Dates whose cells were not changed, but that are read in another way now. */
  readOtherwise: z.array(
    z.strictObject({
      number: z.int().check(z.positive()),
      name: z.string(),
      field: z.enum(["started", "finished"]),
      from: z.nullable(z.string()),
      to: z.nullable(z.string()),
    }),
  ),
  problems: z.int().check(z.nonnegative()),
  next: z.nullable(z.string()),
};
