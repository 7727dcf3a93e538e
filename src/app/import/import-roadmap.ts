// Import roadmap: updates topics and tasks from a CSV or JSON export, all or nothing.

import { exitCodes, UserError, withChanges } from "../../model/errors.js";
import { exportedColumns } from "../../model/exported-fields.js";
import type { Settings } from "../../model/settings.js";
import { defaultMaxBytes, readRoadmapFile } from "../../store/read-file.js";
import { type ChangeReport, type ChangeRequest, changeRoadmap } from "../change-roadmap.js";
import type { PlannedOperations } from "../plan-operations.js";
import { planRequested, refuseConflict } from "../requested-operations.js";
import { csvRows } from "./csv.js";
import { type ImportInput, importedOperations } from "./imported-operations.js";
import { jsonRows } from "./json.js";
import { type ImportChoices, type ImportedRow, refuseImport } from "./rows.js";

/** The text to import. */
export interface ImportedText extends ImportChoices {
  readonly text: string;
  readonly format: "csv" | "json";
}

interface ImportRequest extends Omit<ChangeRequest<PlannedImport>, "plan">, ImportedText, Omit<ImportInput, "rows"> {}

export interface PlannedImport extends PlannedOperations {
  readonly rowCount: number;
  /** The number of fields that are blank in the import but not in the roadmap; they change nothing. */
  readonly blankCount: number;
}

/** @throws UserError if a row, or the file, cannot be understood or imported; the roadmap is then unchanged */
export async function importRoadmap(request: ImportRequest): Promise<ChangeReport<PlannedImport>> {
  return changeRoadmap({
    ...request,
    async plan(opened) {
      refuseConflict(opened);
      const { roadmap } = opened;
      const ownNames = new Set(exportedColumns(roadmap).keys());
      const rows = rowsOf({ ...request, ownNames }, roadmap.settings);
      const { requested, blankCount } = importedOperations(roadmap, { ...request, rows });
      return { ...(await planRequested(requested)(opened)), rowCount: rows.length, blankCount };
    },
  });
}

/** @throws UserError with the position of anything that cannot be understood */
export function rowsOf(imported: ImportedText, settings: Settings): ImportedRow[] {
  refuseBinary(imported);
  return imported.format === "csv" ? csvRows(imported.text, settings, imported) : jsonRows(imported.text);
}

function refuseBinary({ text }: ImportedText): void {
  const nul = text.indexOf("\0");
  if (nul < 0) return;
  refuseImport("IMPORT_BINARY", `not a text file: NUL character at position ${nul + 1}`, "pass a CSV or JSON file");
}

/** The text of the file to import, read as strictly as a roadmap. */
export function readImportFile(path: string): string {
  try {
    return readRoadmapFile(path, { maxBytes: defaultMaxBytes }).text;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    if (error.code === "FILE_TOO_LARGE") throw withChanges(error, { hint: "split it into several files" });
    const isOther = error.exitCode === exitCodes.notFound || error.code === "NOT_A_FILE";
    throw isOther
      ? withChanges(error, { hint: "pass an existing file: a CSV, or the output of `roadmap export json`" })
      : error;
  }
}
