// Envelopes: the parts that several of them share.

import * as z from "zod/mini";
import { statuses } from "../../model/status.js";

export const count = z.int().check(z.nonnegative());
/** Counted from 1. */
export const ordinal = z.int().check(z.positive());
export const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
export const nullableDay = z.nullable(day);
export const nullableText = z.nullable(z.string());
export const status = z.enum(statuses);
export const commitHash = z.string().check(z.regex(/^[0-9a-f]{40,64}$/));
/** An error, as data next to what was done nevertheless. */
export const refusal = z.strictObject({ code: z.string(), message: z.string(), hint: z.string() });

type DeepReadonly<Value> = Value extends object ? { readonly [Key in keyof Value]: DeepReadonly<Value[Key]> } : Value;

/** The data of a schema, deep readonly, so model objects that are only printed need no copy. */
export type DataOf<Schema extends z.ZodMiniType> = DeepReadonly<z.infer<Schema>>;

/** The schema of one kind of answer. */
export function envelope<Kind extends string, Shape extends z.core.$ZodLooseShape>(kind: Kind, shape: Shape) {
  return z.strictObject({ schemaVersion: z.literal(1), kind: z.literal(kind), ...shape });
}

/** The roadmap, and the hash of its bytes. */
export const fileShape = {
  file: z.string(),
  hash: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  /** The number of unresolved merge conflicts, if any: the rest has only our side of them. */
  conflicts: z.optional(ordinal),
};

export const versionSchema = z.strictObject({ commit: commitHash, day });

/** What is shown: `at` for an old version, to whose bytes the hash belongs. */
export const viewed = { ...fileShape, at: z.optional(versionSchema) };

export const commitSchema = z.strictObject({
  id: z.string(),
  /** Null on a detached HEAD. */
  branch: nullableText,
  subject: z.string(),
  notes: z.array(z.string()),
});

/** What every command that changes the file prints about saving and the commit. */
export const savingShape = {
  ...fileShape,
  /** Null if nothing was written: there was nothing to change, or it was a dry run. */
  saved: z.nullable(z.enum(["renamed", "in-place"])),
  dryRun: z.boolean(),
  /** The unified diff of a dry run. */
  diff: nullableText,
  /** The path of the text that another program wrote at the moment of saving. */
  keptBeside: nullableText,
  /** The path of the partly saved text, if the file was restored after an interrupted save before the change. */
  restored: nullableText,
  /** Why `roadmap undo` cannot undo the change; null if it can. */
  notRemembered: nullableText,
  /** Null if no commit was requested, or none could be made. */
  commit: z.nullable(commitSchema),
  /** Why the saved change is not committed. */
  notCommitted: z.nullable(refusal),
};

const savingSchema = z.strictObject(savingShape);

export type CommitData = DataOf<typeof commitSchema>;
export type SavingData = DataOf<typeof savingSchema>;
