// Import rows: what a file to import says, row by row, whatever its format, and what is wrong with it.

import { type ErrorCode, exitCodes, reworded, UserError } from "../model/errors.js";
import type { ExportedField } from "../model/exported-fields.js";

export interface ImportedRow {
  readonly type: "topic" | "task";
  readonly name: string;
  /** Its number in the export that it comes from; null where it has none. */
  readonly number: number | null;
  /** What it says beside its name and number. A field that is not there says nothing. */
  readonly fields: ReadonlyMap<ImportedField, string>;
  /** Where it stands: `line 3`, `topics[2]`. */
  readonly place: string;
}

export type ImportedField = Exclude<ExportedField, "number" | "topic">;

export interface ImportChoices {
  /** Whether texts behind a `'` are taken as they are, as `export csv --raw` writes them. */
  readonly isRaw: boolean;
  /** Columns of a CSV to leave out. */
  readonly ignored: readonly string[];
}

/** @throws UserError always: the file cannot be imported as it is, and nothing was written */
export function refuseImport(code: ErrorCode, message: string, hint: string): never {
  throw reworded(new UserError(code, message, `${hint}; nothing was written`), { exitCode: exitCodes.usage });
}
