// Envelope of the page: the roadmap and its state, as `roadmap web` sends them to its page; no command prints it.

import * as z from "zod/mini";
import { type DataOf, day, refusal } from "./common.js";
import { roadmapEnvelopes } from "./roadmap.js";

/** A recorded change that can be undone or redone next. */
const reversible = z.nullable(z.strictObject({ id: z.string(), summary: z.string() }));

const pageEnvelope = z.extend(roadmapEnvelopes.roadmap, {
  kind: z.literal("page"),
  /** The file's name, without its folder. */
  file: z.string(),
  today: day,
  readOnly: z.boolean(),
  /** Why the file cannot be read or changed now; the rest is its last readable state. */
  trouble: z.nullable(refusal),
  undo: reversible,
  redo: reversible,
  /** A short hash of the bytes of each row and task, in the order of `topics` and `tasks`. */
  rowHashes: z.strictObject({ topics: z.array(z.string()), tasks: z.array(z.string()) }),
});

export type PageData = Omit<DataOf<typeof pageEnvelope>, "schemaVersion">;
