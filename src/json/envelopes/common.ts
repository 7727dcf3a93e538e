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
/** An error, told as data next to what was done all the same. */
export const refusal = z.strictObject({ code: z.string(), message: z.string(), hint: z.string() });

type DeepReadonly<Value> = Value extends object ? { readonly [Key in keyof Value]: DeepReadonly<Value[Key]> } : Value;

/** The data of a schema; what is only printed is taken from the model as it is. */
export type DataOf<Schema extends z.ZodMiniType> = DeepReadonly<z.infer<Schema>>;

/** What one kind of answer looks like. */
export function envelope<Kind extends string, Shape extends z.core.$ZodLooseShape>(kind: Kind, shape: Shape) {
  return z.strictObject({ schemaVersion: z.literal(1), kind: z.literal(kind), ...shape });
}

/** The roadmap, and the hash of its bytes. */
export const fileShape = {
  file: z.string(),
  hash: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  /** Unresolved merge conflicts, where there are any: of those the rest is our side only. */
  conflicts: z.optional(ordinal),
};

export const versionSchema = z.strictObject({ commit: commitHash, day });

/** What is looked at: `at` when it is an old version, whose bytes the hash is of. */
export const viewed = { ...fileShape, at: z.optional(versionSchema) };

export const commitSchema = z.strictObject({
  id: z.string(),
  /** Null on a detached HEAD. */
  branch: nullableText,
  subject: z.string(),
  notes: z.array(z.string()),
});

/** What every command that changes the file prints of the saving and the commit. */
export const savingShape = {
  ...fileShape,
  /** Null when nothing was written: nothing was to be changed, or it was a dry run. */
  saved: z.nullable(z.enum(["renamed", "in-place"])),
  dryRun: z.boolean(),
  /** The unified diff of a dry run. */
  diff: nullableText,
  /** Where the text is kept that another program wrote at the moment of saving. */
  keptBeside: nullableText,
  /** Where the partly saved text is kept, when the file was restored after an interrupted save before the change. */
  restored: nullableText,
  /** Why `roadmap undo` does not know the change; null when it does. */
  notRemembered: nullableText,
  /** Null when no commit was asked for, or none could be made. */
  commit: z.nullable(commitSchema),
  /** Why the saved change is not committed. */
  notCommitted: z.nullable(refusal),
};

const savingSchema = z.strictObject(savingShape);

export type CommitData = DataOf<typeof commitSchema>;
export type SavingData = DataOf<typeof savingSchema>;
