// Envelope of resolve: what was settled of an unfinished merge, and what is left to settle.

import * as z from "zod/mini";
import { savingShape } from "./saving.js";

const side = z.nullable(z.string());

const conflictSchema = z.strictObject({
  /** What names it in a command; it counts from the top of the file with that hash. */
  number: z.int().check(z.positive()),
  kind: z.enum(["cell", "row", "lines", "parts", "unclear"]),
  type: z.enum(["topic", "task", "lines"]),
  name: z.string(),
  field: z.string(),
  line: z.int().check(z.positive()),
  /** As the file has it; null where that side has nothing there. */
  ours: side,
  theirs: side,
  base: side,
});

export const resolveShape = {
  ...savingShape,
  settled: z.array(
    z.strictObject({
      ...conflictSchema.shape,
      choice: z.enum(["ours", "theirs", "both", "value"]),
      value: z.nullable(z.string()),
    }),
  ),
  left: z.array(conflictSchema),
  next: z.nullable(z.string()),
};

export type ConflictData = z.infer<typeof conflictSchema>;
