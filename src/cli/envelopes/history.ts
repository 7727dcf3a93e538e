// Envelopes of the history: the shapes of what diff, log and the audit print with `--json`.

import * as z from "zod/mini";
import { statuses } from "../../model/status.js";
import { fileShape } from "./saving.js";

const status = z.nullable(z.enum(statuses));
const count = z.int().check(z.nonnegative());
const dayText = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const day = z.nullable(dayText);
const commit = z.string().check(z.regex(/^[0-9a-f]{40,64}$/));
const place = z.strictObject({ phase: z.nullable(z.string()), after: z.nullable(z.string()) });

const differenceSchema = z.strictObject({
  type: z.enum(["topic", "task"]),
  kind: z.enum(["added", "removed", "changed"]),
  name: z.string(),
  phase: z.nullable(z.string()),
  renamedFrom: z.nullable(z.string()),
  moved: z.nullable(z.strictObject({ from: place, to: place })),
  /** Cells by the kind or the header of their column, `mark` for a task; texts as the file has them. */
  fields: z.array(z.strictObject({ field: z.string(), from: z.string(), to: z.string() })),
  status: z.strictObject({ from: status, to: status }),
});

const rename = z.strictObject({ from: z.string(), to: z.string() });

const comparison = {
  differences: z.array(differenceSchema),
  columns: z.strictObject({ added: z.array(z.string()), removed: z.array(z.string()) }),
  renamedColumns: z.array(rename),
  renamedPhases: z.array(rename),
  addedPhases: z.array(z.string()),
  removedPhases: z.array(z.string()),
  /** Whether text beyond topics, tasks, columns and phases changed. */
  otherText: z.boolean(),
};

export const comparisonSchema = z.nullable(z.strictObject(comparison));

export const versionSchema = z.strictObject({ commit, day: dayText });

/** The day on which the history shows a topic reaching a state, where its own cells do not say one. */
export const historyDaysSchema = z.strictObject({ started: day, finished: day });

const things = z.strictObject({
  added: count,
  removed: count,
  renamed: count,
  moved: count,
  changed: count,
  done: count,
});

const commitFields = { commit, day, author: z.string(), subject: z.string() };

/** What one commit did to one topic. */
export const subjectChangeSchema = z.strictObject({ ...commitFields, change: differenceSchema });

const logEntrySchema = z.strictObject({
  ...commitFields,
  path: z.nullable(z.string()),
  /** The file's name before this commit, when it was renamed. */
  renamedFrom: z.nullable(z.string()),
  kind: z.enum(["added", "changed", "removed", "earliest"]),
  change: comparisonSchema,
});

const unreadable = z.array(z.strictObject({ commit, day, reason: z.string() }));

export const historyShapes = {
  diff: {
    ...fileShape,
    from: versionSchema,
    /** Null for the file on the disk. */
    to: z.nullable(versionSchema),
    ...comparison,
    counts: z.strictObject({
      topics: things,
      tasks: things,
      columns: z.strictObject({ added: count, removed: count }),
    }),
  },
  log: {
    ...fileShape,
    /** What was asked for, by its present name or its last one; null for the whole roadmap. */
    subject: z.nullable(z.strictObject({ type: z.enum(["topic", "task"]), name: z.string() })),
    uncommitted: comparisonSchema,
    entries: z.array(logEntrySchema),
    leftOut: count,
    unreadable,
  },
  verify: {
    ...fileShape,
    checked: count,
    /** Commits that say nothing of what they change. */
    silent: count,
    mismatches: z.array(
      z.strictObject({
        ...commitFields,
        /** What the commit's message says and its change does not bear out. */
        said: z.array(z.string()),
        /** What the commit did and its message does not say. */
        done: z.array(z.string()),
      }),
    ),
    unreadable,
  },
} as const;

export type ComparisonData = NonNullable<z.infer<typeof comparisonSchema>>;
export type LogEntryData = z.infer<typeof logEntrySchema>;
export type UnreadableData = z.infer<typeof unreadable>;
