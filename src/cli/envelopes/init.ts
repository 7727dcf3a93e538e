// Envelope of init: the file that was made, or would be, and which roadmap commands mean then.

import * as z from "zod/mini";
import { fileShape } from "./saving.js";

const count = z.int().check(z.nonnegative());

export const initShape = {
  ...fileShape,
  template: z.string(),
  /** The file that the topics were taken from. */
  from: z.nullable(z.string()),
  title: z.nullable(z.string()),
  topics: count,
  tasks: count,
  /** Of the export that the topics were taken from. */
  tasksLeftOut: count,
  problems: count,
  dryRun: z.boolean(),
  /** The unified diff of a dry run. */
  diff: z.nullable(z.string()),
  /** The roadmap that commands without `--file` meant before; null when there was none. */
  other: z.nullable(z.string()),
  /** Whether they mean the new one now; null after a dry run. */
  found: z.nullable(z.boolean()),
  next: z.string(),
};
