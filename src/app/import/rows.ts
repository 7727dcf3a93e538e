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
  /** Its fields for columns of the file's own, by header. */
  readonly own: readonly OwnField[];
  /** Its position: `line 3`, `topics[2]`. */
  readonly place: string;
}

export interface OwnField {
  /** Its header; in a CSV file, the name that an export gives it. */
  readonly column: string;
  /** Which of the columns with that header, counted from 0; null for a name in a CSV file, which is unique. */
  readonly nth: number | null;
  readonly text: string;
}

export type ImportedField = Exclude<ExportedField, "number" | "topic">;

export interface ImportChoices {
  /** Whether texts after a `'` are taken literally, as written by `export csv --raw`. */
  readonly isRaw: boolean;
  /** Columns of a CSV file to ignore. */
  readonly ignored: readonly string[];
  /** The normalized names of the roadmap's own columns, which a CSV file may have too. */
  readonly ownNames?: ReadonlySet<string>;
}

/** @throws UserError always: the file cannot be imported as it is, and nothing was written */
export function refuseImport(code: ErrorCode, message: string, hint: Way | readonly Way[]): never {
  throw withChanges(new UserError(code, message, ways`${hint}; nothing was written`), { exitCode: exitCodes.usage });
}
