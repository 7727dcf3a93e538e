// Import rows: the rows of a file to import, whatever its format, and their errors.

import { type ErrorCode, exitCodes, UserError, withChanges } from "../../model/errors.js";
import type { ExportedField } from "../../model/exported-fields.js";
import { type Way, ways } from "../../model/ways.js";

export interface ImportedRow {
  readonly type: "topic" | "task";
  readonly name: string;
  /** Its number in the export it comes from; null if it has none. */
  readonly number: number | null;
  /** Its fields other than name and number. A missing field changes nothing. */
  readonly fields: ReadonlyMap<ImportedField, string>;
  /** Its position: `line 3`, `topics[2]`. */
  readonly place: string;
}

export type ImportedField = Exclude<ExportedField, "number" | "topic">;

export interface ImportChoices {
  /** Whether texts after a `'` are taken literally, as written by `export csv --raw`. */
  readonly isRaw: boolean;
  /** Columns of a CSV file to ignore. */
  readonly ignored: readonly string[];
}

/** @throws UserError always: the file cannot be imported as it is, and nothing was written */
export function refuseImport(code: ErrorCode, message: string, hint: Way | readonly Way[]): never {
  throw withChanges(new UserError(code, message, ways`${hint}; nothing was written`), { exitCode: exitCodes.usage });
}
