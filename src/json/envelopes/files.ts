// Envelopes of commands for files and git: init, edit, fmt, commit, unlock, merge, resolve, git install.

import * as z from "zod/mini";
import { dayKinds } from "../../model/columns.js";
import { commitSchema, count, type DataOf, envelope, fileShape, nullableText, ordinal, savingShape } from "./common.js";
import { comparisonSchema } from "./history.js";

const conflictSchema = z.strictObject({
  /** Its number in commands; counted from the top of the file with that hash. */
  number: ordinal,
  kind: z.enum(["cell", "row", "lines", "parts", "unclear"]),
  type: z.enum(["topic", "task", "lines"]),
  name: z.string(),
  field: z.string(),
  line: ordinal,
  /** As written in the file; null if that side has nothing there. */
  ours: nullableText,
  theirs: nullableText,
  base: nullableText,
});

export const fileEnvelopes = {
  init: envelope("init", {
    ...fileShape,
    template: z.string(),
    /** The file from which the topics were imported. */
    from: nullableText,
    title: nullableText,
    topics: count,
    tasks: count,
    /** Tasks in the imported file that were omitted. */
    tasksLeftOut: count,
    problems: count,
    dryRun: z.boolean(),
    /** The unified diff of a dry run. */
    diff: nullableText,
    /** The roadmap that commands without `--file` used before; null if there was none. */
    other: nullableText,
    /** Whether they use the new one now; null after a dry run. */
    found: z.nullable(z.boolean()),
    next: z.string(),
  }),
  edit: envelope("edit", {
    ...fileShape,
    /** The editor with its arguments, as one would type them. */
    command: z.string(),
    line: z.nullable(ordinal),
    dryRun: z.boolean(),
    /** Whether any byte differs. */
    changed: z.boolean(),
    /** Why `roadmap undo` cannot undo the edit; null if it can, or if nothing was changed. */
    notRemembered: nullableText,
    /** Null if nothing was changed, or if the previous text could not be read. */
    comparison: comparisonSchema,
    /** Unchanged dates that are now read differently. */
    readOtherwise: z.array(
      z.strictObject({
        number: ordinal,
        name: z.string(),
        field: z.enum(dayKinds),
        from: nullableText,
        to: nullableText,
      }),
    ),
    problems: count,
    next: nullableText,
  }),
  fmt: envelope("fmt", {
    ...savingShape,
    /** Whether it was only checked. */
    check: z.boolean(),
    tables: z.array(
      z.strictObject({
        /** The line of the header. */
        line: ordinal,
        /** Without the header. */
        rows: count,
        /** Before the command. */
        aligned: z.boolean(),
      }),
    ),
  }),
  commit: envelope("commit", {
    ...fileShape,
    dryRun: z.boolean(),
    /** In a dry run, the message of the commit. */
    message: nullableText,
    /** The path of the partly saved text, if the file was restored after an interrupted save before the change. */
    restored: nullableText,
    /** Null if the last commit already has the file as it is, and in a dry run. */
    commit: z.nullable(commitSchema),
  }),
  unlock: envelope("unlock", {
    file: z.string(),
    dryRun: z.boolean(),
    /** In a dry run, what would happen to the lock. */
    result: z.enum(["not-locked", "removed", "kept"]),
    lock: nullableText,
    holder: z.nullable(z.strictObject({ pid: z.int(), host: z.string(), since: z.string() })),
  }),
  merge: envelope("merge", {
    /** The merged file, as git names it. */
    file: nullableText,
    by: z.enum(["meaning", "lines"]),
    /** Why it was merged as lines. */
    reason: nullableText,
    conflicts: count,
    contests: z.array(
      z.strictObject({
        type: z.enum(["topic", "task", "table", "text"]),
        name: z.string(),
        /** Null if the whole element is in conflict. */
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
        /** Before the command. */
        state: z.enum(["there", "missing", "outdated", "foreign"]),
        found: nullableText,
        /** What was done to it, or would be. */
        done: z.enum(["nothing", "written", "removed"]),
      }),
    ),
    /** Whether git finds the program by its name; if not, git's own merge and diff are used. */
    onPath: z.boolean(),
    /** Whether git is now configured completely. */
    complete: z.boolean(),
  }),
  textconv: envelope("textconv", {
    file: z.string(),
    lines: z.array(z.string()),
  }),
};

export type ConflictData = DataOf<typeof conflictSchema>;
