// Envelopes: the shape of everything `--json` prints. The JSON Schemas in docs/json are made from these.

import * as z from "zod/mini";
import { type DataOf, envelope, nullableText, ordinal, refusal } from "./common.js";
import { doctorEnvelopes } from "./doctor.js";
import { fileEnvelopes } from "./files.js";
import { historyEnvelopes } from "./history.js";
import { paceEnvelopes } from "./pace.js";
import { roadmapEnvelopes } from "./roadmap.js";
import { shellEnvelopes } from "./shell.js";

/** By kind; printed on stdout, except `error`, which is printed on stderr. */
export const envelopes = {
  ...roadmapEnvelopes,
  ...paceEnvelopes,
  ...historyEnvelopes,
  ...fileEnvelopes,
  ...doctorEnvelopes,
  ...shellEnvelopes,
  all: envelope("all", {
    view: z.enum(["dashboard", "today", "next", "list", "stats"]),
    files: z.array(
      z.strictObject({
        file: z.string(),
        /** Null if the file could not be read. */
        answer: z.nullable(
          z.union([
            roadmapEnvelopes.dashboard,
            roadmapEnvelopes.today,
            roadmapEnvelopes.next,
            roadmapEnvelopes.list,
            paceEnvelopes.stats,
          ]),
        ),
        /** Why it could not be read; otherwise null. */
        error: z.nullable(refusal),
      }),
    ),
  }),
  error: envelope("error", {
    code: z.string(),
    message: z.string(),
    hint: z.string(),
    exitCode: z.int(),
    /** The path of the partly saved text, if the file was restored after an interrupted save before this error. */
    restored: z.optional(z.string()),
    candidates: z.optional(
      z.array(
        z.strictObject({
          type: z.enum(["topic", "task"]),
          number: ordinal,
          name: z.string(),
          phase: nullableText,
          /** What refers only to this one, in every command: `5`, `t3`. */
          address: z.string(),
        }),
      ),
    ),
  }),
};

export type EnvelopeKind = keyof typeof envelopes;

type Envelopes = { [Kind in EnvelopeKind]: Omit<DataOf<(typeof envelopes)[Kind]>, "schemaVersion"> };

/** What a command prints for scripts; `schemaVersion` is added on printing. */
export type Envelope = Envelopes[EnvelopeKind];
