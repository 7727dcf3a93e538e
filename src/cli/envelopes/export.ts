// Envelope: what `export` and `badge` print of what they wrote, and the JSON export of a whole roadmap.

import * as z from "zod/mini";
import { commitSchema, fileShape } from "./saving.js";

const text = z.nullable(z.string());

export const exportShape = {
  ...fileShape,
  format: z.enum(["json", "csv", "ics", "mermaid", "svg", "html"]),
  /** What was made; null when it was written to a file. */
  text,
  /** The file it was written to; null for stdout. */
  written: z.nullable(
    z.strictObject({
      file: z.string(),
      /** What has become of the file, or in a dry run would become of it. */
      state: z.enum(["new", "replaced", "unchanged"]),
    }),
  ),
  dryRun: z.boolean(),
  /** Null when no commit was asked for, could be made, or was needed. */
  commit: z.nullable(commitSchema),
  /** Why the written file is not committed. */
  notCommitted: z.nullable(z.strictObject({ code: z.string(), message: z.string(), hint: z.string() })),
};

/** What a whole roadmap says beside its topics and tasks. */
export const outlineShape = {
  hash: fileShape.hash,
  conflicts: fileShape.conflicts,
  title: text,
  tracks: z.array(z.strictObject({ title: z.string(), goal: text })),
  phases: z.array(z.strictObject({ label: z.string(), name: text, number: z.nullable(z.number()), track: text })),
};

/** What an export adds to a topic: the cells of the columns that have no field of their own, by their headers. */
export const exportedTopicShape = { otherCells: z.array(z.strictObject({ column: z.string(), text: z.string() })) };

/** What an export adds to a task: the number of the task that it is a part of. */
export const exportedTaskShape = { parent: z.nullable(z.int()) };
