// Envelope of fmt: which topic tables were drawn anew, or would be.

import * as z from "zod/mini";
import { savingShape } from "./saving.js";

export const fmtShape = {
  ...savingShape,
  /** Whether it was only looked at. */
  check: z.boolean(),
  tables: z.array(
    z.strictObject({
      /** Of the header. */
      line: z.int().check(z.positive()),
      /** Without the header. */
      rows: z.int().check(z.nonnegative()),
      /** As it was found. */
      aligned: z.boolean(),
    }),
  ),
};
