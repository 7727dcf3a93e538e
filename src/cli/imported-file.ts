// Imported file: what a command takes topics from, and how it is to be read.

import { type ImportedText, readImportFile } from "../app/import-roadmap.js";
import type { Invocation, OptionDeclaration } from "./command.js";
import { usageError } from "./options.js";

export const importOptions: readonly OptionDeclaration[] = [
  { flags: "--ignore <column>", help: "leave out a column of a CSV; may be given several times", isList: true },
  { flags: "--raw", help: "a CSV of export csv --raw: a ' before a formula is part of the text" },
];

/** @throws UserError when there is no such file, or its name does not say what it is */
export function importedFile(path: string, { options }: Invocation): ImportedText {
  const ending = /\.(csv|tsv|json)$/i.exec(path)?.[1]?.toLowerCase();
  if (ending === undefined)
    throw usageError(`"${path}" is neither a .csv nor a .json file`, "give it the ending that says what it is");
  if (ending === "json" && (options.raw || options.ignore))
    throw usageError("--raw and --ignore are for a CSV", "leave them away");
  return {
    text: readImportFile(path),
    format: ending === "json" ? "json" : "csv",
    isRaw: options.raw === true,
    ignored: Array.isArray(options.ignore) ? options.ignore : [],
  };
}
