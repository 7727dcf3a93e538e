// Envelopes of undo and redo: what was taken back or made again, and what can be.

import * as z from "zod/mini";
import { savingShape } from "./saving.js";

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
  number: z.nullable(z.int().check(z.positive())),
  summary: z.string(),
  at: z.string(),
  /** `redoable` changes are undone and can be made again. */
  state: z.enum(["done", "undone", "redoable"]),
  changed,
});

export const undoShapes = {
  reversal: {
    ...savingShape,
    direction: z.enum(["undo", "redo"]),
    /** In the order in which they were taken back or made again; empty when there was nothing to do. */
    reversed: z.array(reversedSchema),
    /** How many more can be. */
    left: z.int().check(z.nonnegative()),
    /** Whether somebody else has changed the file since the last change that is remembered. */
    changedSince: z.boolean(),
    /** Why what is remembered could not be read, or not all of it. */
    journalProblem: z.nullable(z.string()),
  },
  journal: {
    file: z.string(),
    /** The newest first. */
    changes: z.array(keptSchema),
    journalProblem: z.nullable(z.string()),
  },
} as const;
