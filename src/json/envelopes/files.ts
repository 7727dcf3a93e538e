// Envelopes of what is done to a file or with git: init, edit, fmt, commit, unlock, merge, resolve, git install.

import * as z from "zod/mini";
import { commitSchema, count, type DataOf, envelope, fileShape, nullableText, ordinal, savingShape } from "./common.js";
import { comparisonSchema } from "./history.js";

const conflictSchema = z.strictObject({
  /** What names it in a command; it counts from the top of the file with that hash. */
  number: ordinal,
  kind: z.enum(["cell", "row", "lines", "parts", "unclear"]),
  type: z.enum(["topic", "task", "lines"]),
  name: z.string(),
  field: z.string(),
  line: ordinal,
  /** As the file has it; null where that side has nothing there. */
  ours: nullableText,
  theirs: nullableText,
  base: nullableText,
});

export const fileEnvelopes = {
  init: envelope("init", {
    ...fileShape,
    template: z.string(),
    /** The file that the topics were taken from. */
    from: nullableText,
    title: nullableText,
    topics: count,
    tasks: count,
    /** Of the export that the topics were taken from. */
    tasksLeftOut: count,
    problems: count,
    dryRun: z.boolean(),
    /** The unified diff of a dry run. */
    diff: nullableText,
    /** The roadmap that commands without `--file` meant before; null when there was none. */
    other: nullableText,
    /** Whether they mean the new one now; null after a dry run. */
    found: z.nullable(z.boolean()),
    next: z.string(),
  }),
  edit: envelope("edit", {
    ...fileShape,
    /** The editor with what it was given, as one would type it. */
    command: z.string(),
    line: z.nullable(ordinal),
    dryRun: z.boolean(),
    /** Whether any byte is another one. */
    changed: z.boolean(),
    /** Why `roadmap undo` does not know the edit; null when it does, or when nothing was changed. */
    notRemembered: nullableText,
    /** Null when nothing was changed, or what was there before could not be read. */
    comparison: comparisonSchema,
    /** Dates whose cells were not changed, but that are read in another way now. */
    readOtherwise: z.array(
      z.strictObject({
        number: ordinal,
        name: z.string(),
        field: z.enum(["started", "finished"]),
        from: nullableText,
        to: nullableText,
      }),
    ),
    problems: count,
    next: nullableText,
  }),
  fmt: envelope("fmt", {
    ...savingShape,
    /** Whether it was only looked at. */
    check: z.boolean(),
    tables: z.array(
      z.strictObject({
        /** Of the header. */
        line: ordinal,
        /** Without the header. */
        rows: count,
        /** As it was found. */
        aligned: z.boolean(),
      }),
    ),
  }),
  commit: envelope("commit", {
    ...fileShape,
    dryRun: z.boolean(),
    /** Of a dry run, the message that the commit would get. */
    message: nullableText,
    /** Where the partly saved text is kept, when the file was restored after an interrupted save before the commit. */
    restored: nullableText,
    /** Null when the last commit has the file as it is, and of a dry run. */
    commit: z.nullable(commitSchema),
  }),
  unlock: envelope("unlock", {
    file: z.string(),
    dryRun: z.boolean(),
    /** Of a dry run, what would become of the lock. */
    result: z.enum(["not-locked", "removed", "kept"]),
    lock: nullableText,
    holder: z.nullable(z.strictObject({ pid: z.int(), host: z.string(), since: z.string() })),
  }),
  merge: envelope("merge", {
    /** The file that is merged, as git names it. */
    file: nullableText,
    by: z.enum(["meaning", "lines"]),
    /** Why it was merged as lines. */
    reason: nullableText,
    conflicts: count,
    contests: z.array(
      z.strictObject({
        type: z.enum(["topic", "task", "table", "text"]),
        name: z.string(),
        /** Null where all of it is in conflict. */
        field: nullableText,
        /** Null in a version that lacks it. */
        base: nullableText,
        ours: nullableText,
        theirs: nullableText,
      }),
    ),
  }),
  resolve: envelope("resolve", {
    ...savingShape,
    settled: z.array(
      z.strictObject({
        ...conflictSchema.shape,
        choice: z.enum(["ours", "theirs", "both", "value"]),
        value: nullableText,
      }),
    ),
    left: z.array(conflictSchema),
    next: nullableText,
  }),
  "git-install": envelope("git-install", {
    action: z.enum(["install", "check", "remove"]),
    scope: z.enum(["repository", "global"]),
    dryRun: z.boolean(),
    lines: z.array(
      z.strictObject({
        file: z.string(),
        line: z.string(),
        /** As it was found. */
        state: z.enum(["there", "missing", "outdated", "foreign"]),
        found: nullableText,
        /** What was done to it, or would be. */
        done: z.enum(["nothing", "written", "removed"]),
      }),
    ),
    /** Whether git finds the program by its name; when not, git's own merge and diff do the work. */
    onPath: z.boolean(),
    /** Whether git has been told all of it now. */
    complete: z.boolean(),
  }),
  textconv: envelope("textconv", {
    file: z.string(),
    lines: z.array(z.string()),
  }),
};

export type ConflictData = DataOf<typeof conflictSchema>;
