// Envelope of doctor: what is wrong in files.

import * as z from "zod/mini";
import { severities } from "../../model/problem-kinds.js";
import { fileShape, savingShape } from "./saving.js";

const ordinal = z.int().check(z.positive());
const count = z.int().check(z.nonnegative());

const problemSchema = z.strictObject({
  code: z.string(),
  severity: z.enum(severities),
  message: z.string(),
  hint: z.string(),
  line: ordinal,
  column: ordinal,
  /** Behind the last character of it. */
  endLine: ordinal,
  endColumn: ordinal,
});

const fileSchema = z.strictObject({
  file: z.string(),
  hash: z.nullable(fileShape.hash),
  /** Why the file could not be looked at; then it has no hash. */
  refused: z.nullable(z.strictObject({ code: z.string(), message: z.string(), hint: z.string() })),
  problems: z.array(problemSchema),
});

export const doctorShape = {
  files: z.array(fileSchema),
  counts: z.strictObject({ error: count, warning: count, note: count }),
};

export const repairShape = {
  ...savingShape,
  repaired: z.array(
    z.strictObject({
      code: z.string(),
      line: ordinal,
      column: ordinal,
      /** As the file wrote it before, and as it writes it now. */
      from: z.string(),
      to: z.string(),
    }),
  ),
  /** What is wrong afterwards. */
  left: z.array(problemSchema),
};

export type DoctorProblemData = z.infer<typeof problemSchema>;
export type DoctorFileData = z.infer<typeof fileSchema>;
