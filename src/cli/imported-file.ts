// Imported file: the file that a command imports topics from. Apart from the other options, because few commands do.

import { type ImportedText, readImportFile } from "../app/import/import-roadmap.js";
import type { Invocation, OptionDeclaration } from "./command.js";
import { usageError } from "./options.js";

export const importOptions: readonly OptionDeclaration[] = [
  { flags: "--ignore <column>", help: "skip a CSV column (repeatable)", isList: true },
  { flags: "--raw", help: "CSV from `roadmap export csv --raw`: keep a ' before a formula as text" },
];

/**
 * The file that a command imports topics from, and its format.
 * @throws UserError if there is no such file, or its name does not show its format
 */
export function importedFile(path: string, { options }: Invocation): ImportedText {
  const ending = /\.(csv|tsv|json)$/i.exec(path)?.[1]?.toLowerCase();
  if (ending === undefined)
    throw usageError(
      `"${path}" is not a .csv or .json file`,
      "pass a .csv or .json file, such as one that `roadmap export csv` writes",
    );
  if (ending === "json" && (options.raw || options.ignore))
    throw usageError("--raw and --ignore apply only to CSV files", "omit them");
  return {
    text: readImportFile(path),
    format: ending === "json" ? "json" : "csv",
    isRaw: options.raw === true,
    ignored: Array.isArray(options.ignore) ? options.ignore : [],
  };
}
