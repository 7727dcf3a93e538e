// Settings: the values in the front matter of a roadmap, and the defaults without it.

import type { ColumnKind } from "./columns.js";
import type { DateFormat } from "./dates.js";
import type { Status } from "./status.js";

/** The settings in the front matter under `roadmap:`. */
export interface Settings {
  /** Column names by kind, as spelled in the header rows; of several, the first that a table has counts. */
  readonly columns: ReadonlyMap<ColumnKind, readonly string[]>;
  /** Words by status; the first one is used for writing. */
  readonly status: ReadonlyMap<Status, readonly string[]>;
  readonly dates: DateFormat | null;
  /** Whether to commit every change; null if the settings of the user decide. */
  readonly commit: boolean | null;
  /** The assumed pace for forecasts, in topics per week. */
  readonly weekly: number | null;
  /** Phase names by the text of Phase cells. */
  readonly phases: ReadonlyMap<string, string>;
}

export const defaultSettings: Settings = {
  columns: new Map(),
  status: new Map(),
  dates: null,
  commit: null,
  weekly: null,
  phases: new Map(),
};
