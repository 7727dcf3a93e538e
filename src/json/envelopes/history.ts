// Envelopes of the history: what diff, log and the audit found in commits, and undo and redo in the journal.

import * as z from "zod/mini";
import {
  commitHash,
  count,
  type DataOf,
  envelope,
  fileShape,
  nullableDay,
  nullableText,
  ordinal,
  savingShape,
  status,
  versionSchema,
} from "./common.js";

const place = z.strictObject({ phase: nullableText, after: nullableText });

const differenceSchema = z.strictObject({
  type: z.enum(["topic", "task"]),
  kind: z.enum(["added", "removed", "changed"]),
  name: z.string(),
  phase: nullableText,
  renamedFrom: nullableText,
  moved: z.nullable(z.strictObject({ from: place, to: place })),
  /** Cells by the kind or the header of their column, `mark` for a task; texts as the file has them. */
  fields: z.array(z.strictObject({ field: z.string(), from: z.string(), to: z.string() })),
  status: z.strictObject({ from: z.nullable(status), to: z.nullable(status) }),
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

/** The day on which the history shows a topic reaching a state, where its own cells do not say one. */
export const historyDaysSchema = z.strictObject({ started: nullableDay, finished: nullableDay });

const things = z.strictObject({
  added: count,
  removed: count,
  renamed: count,
  moved: count,
  changed: count,
  done: count,
});

const commitFields = { commit: commitHash, day: nullableDay, author: z.string(), subject: z.string() };

/** What one commit did to one topic. */
export const subjectChangeSchema = z.strictObject({ ...commitFields, change: differenceSchema });

const logEntrySchema = z.strictObject({
  ...commitFields,
  path: nullableText,
  /** The file's name before this commit, when it was renamed. */
  renamedFrom: nullableText,
  kind: z.enum(["added", "changed", "removed", "earliest"]),
  change: comparisonSchema,
});

const unreadable = z.array(z.strictObject({ commit: commitHash, day: nullableDay, reason: z.string() }));

const changed = z.array(z.strictObject({ name: z.string(), column: z.string(), from: z.string(), to: z.string() }));

const reversedSchema = z.strictObject({
  /** The change in its own words. */
  summary: z.string(),
  /** When it was made: UTC, ISO 8601. */
  at: z.string(),
  /** Whether the file said so already; then nothing was written for it. */
  already: z.boolean(),
  changed,
});

const keptSchema = z.strictObject({
  /** `roadmap undo 3` takes back the changes up to number 3; null for one that is undone already. */
  number: z.nullable(ordinal),
  summary: z.string(),
  at: z.string(),
  /** `redoable` changes are undone and can be made again. */
  state: z.enum(["done", "undone", "redoable"]),
  changed,
});

export const historyEnvelopes = {
  diff: envelope("diff", {
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
  }),
  log: envelope("log", {
    ...fileShape,
    /** What was asked for, by its present name or its last one; null for the whole roadmap. */
    subject: z.nullable(z.strictObject({ type: z.enum(["topic", "task"]), name: z.string() })),
    uncommitted: comparisonSchema,
    entries: z.array(logEntrySchema),
    leftOut: count,
    unreadable,
  }),
  verify: envelope("verify", {
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
  }),
  reversal: envelope("reversal", {
    ...savingShape,
    direction: z.enum(["undo", "redo"]),
    /** In the order in which they were taken back or made again; empty when there was nothing to do. */
    reversed: z.array(reversedSchema),
    /** How many more can be. */
    left: count,
    /** Whether somebody else has changed the file since the last change that is remembered. */
    changedSince: z.boolean(),
    /** Why what is remembered could not be read, or not all of it. */
    journalProblem: nullableText,
  }),
  journal: envelope("journal", {
    file: z.string(),
    /** The newest first. */
    changes: z.array(keptSchema),
    journalProblem: nullableText,
  }),
};

export type ComparisonData = NonNullable<DataOf<typeof comparisonSchema>>;
export type LogEntryData = DataOf<typeof logEntrySchema>;
export type UnreadableData = DataOf<typeof unreadable>;
