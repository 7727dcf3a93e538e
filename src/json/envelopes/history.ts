// Envelopes of history: the results of `diff`, `log` and `log --verify`, and of `undo` and `redo`.

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
  /** Cells by the kind or the header of their column, `mark` for a task; texts as written in the file. */
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
  /** Whether text outside topics, tasks, columns and phases changed. */
  otherText: z.boolean(),
};

export const comparisonSchema = z.nullable(z.strictObject(comparison));

/** The dates on which history shows a topic reaching a status, where its own cells are blank. */
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

/** What one commit changed in one topic. */
export const subjectChangeSchema = z.strictObject({ ...commitFields, change: differenceSchema });

const logEntrySchema = z.strictObject({
  ...commitFields,
  path: nullableText,
  /** The file's name before this commit, if it was renamed. */
  renamedFrom: nullableText,
  kind: z.enum(["added", "changed", "removed", "earliest"]),
  change: comparisonSchema,
});

const unreadable = z.array(z.strictObject({ commit: commitHash, day: nullableDay, reason: z.string() }));

const changed = z.array(z.strictObject({ name: z.string(), column: z.string(), from: z.string(), to: z.string() }));

const reversedSchema = z.strictObject({
  /** A description of the change. */
  summary: z.string(),
  /** UTC, ISO 8601. */
  at: z.string(),
  /** Whether the file already had that text, so nothing was written for it. */
  already: z.boolean(),
  changed,
});

const keptSchema = z.strictObject({
  /** Stays the same for as long as the change is recorded. */
  id: z.string(),
  /** `roadmap undo 3` undoes the changes up to number 3; null for one that is already undone. */
  number: z.nullable(ordinal),
  summary: z.string(),
  at: z.string(),
  /** `redoable` changes are undone and can be redone. */
  state: z.enum(["done", "undone", "redoable"]),
  changed,
});

export const historyEnvelopes = {
  diff: envelope("diff", {
    ...fileShape,
    from: versionSchema,
    /** Null for the working file. */
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
    /** The requested topic or task, by its present or last name; null for the whole roadmap. */
    subject: z.nullable(z.strictObject({ type: z.enum(["topic", "task"]), name: z.string() })),
    uncommitted: comparisonSchema,
    entries: z.array(logEntrySchema),
    leftOut: count,
    /** The date of the first commit of the file, shown or not; null without commits. */
    since: nullableDay,
    unreadable,
  }),
  verify: envelope("verify", {
    ...fileShape,
    checked: count,
    /** Commits without claims about their changes. */
    silent: count,
    mismatches: z.array(
      z.strictObject({
        ...commitFields,
        /** Claims in the commit message that its change does not confirm. */
        said: z.array(z.string()),
        /** Changes of the commit that its message does not mention. */
        done: z.array(z.string()),
      }),
    ),
    unreadable,
  }),
  reversal: envelope("reversal", {
    ...savingShape,
    direction: z.enum(["undo", "redo"]),
    /** In the order in which they were undone or redone; empty if there was nothing to do. */
    reversed: z.array(reversedSchema),
    /** How many more can be. */
    left: count,
    /** Whether another program changed the file since the last recorded change. */
    changedSince: z.boolean(),
    /** Why some or all of the journal could not be read. */
    journalProblem: nullableText,
  }),
  journal: envelope("journal", {
    file: z.string(),
    /** Newest first. */
    changes: z.array(keptSchema),
    journalProblem: nullableText,
  }),
};

export type ComparisonData = NonNullable<DataOf<typeof comparisonSchema>>;
export type LogEntryData = DataOf<typeof logEntrySchema>;
export type UnreadableData = DataOf<typeof unreadable>;
