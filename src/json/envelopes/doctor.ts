// Envelopes of doctor: the problems of files, and what was fixed.

import * as z from "zod/mini";
import { severities } from "../../model/problem.js";
import { count, type DataOf, envelope, fileShape, ordinal, refusal, savingShape } from "./common.js";

const problemSchema = z.strictObject({
  code: z.string(),
  severity: z.enum(severities),
  message: z.string(),
  hint: z.string(),
  line: ordinal,
  column: ordinal,
  /** After its last character. */
  endLine: ordinal,
  endColumn: ordinal,
});

const fileSchema = z.strictObject({
  file: z.string(),
  hash: z.nullable(fileShape.hash),
  /** Why the file could not be examined; then it has no hash. */
  refused: z.nullable(refusal),
  problems: z.array(problemSchema),
});

export const doctorEnvelopes = {
  doctor: envelope("doctor", {
    files: z.array(fileSchema),
    counts: z.strictObject({ error: count, warning: count, note: count }),
  }),
  repair: envelope("repair", {
    ...savingShape,
    repaired: z.array(
      z.strictObject({
        code: z.string(),
        line: ordinal,
        column: ordinal,
        /** The text before and after, as written in the file. */
        from: z.string(),
        to: z.string(),
      }),
    ),
    /** The problems that remain. */
    left: z.array(problemSchema),
  }),
};

export type DoctorProblemData = DataOf<typeof problemSchema>;
export type DoctorFileData = DataOf<typeof fileSchema>;
