// Import CSV: the rows of a CSV, its columns known by their names; the only file that imports csv-parse.

import { CsvError, parse } from "csv-parse/sync";
import { claimedKinds } from "../markdown/read-columns.js";
import { exportedFields } from "../model/exported-fields.js";
import { unguardFormula } from "../model/formula-guard.js";
import type { Settings } from "../model/roadmap.js";
import { fold } from "../text/fold.js";
import { type ImportChoices, type ImportedField, type ImportedRow, refuseImport } from "./import-rows.js";

/** A record that is longer is no row of a roadmap, but a quote that nobody closed. */
const longestRecord = 1024 * 1024;

/** @throws UserError that names the line, or the column, of what is no CSV or nothing to import */
export function csvRows(text: string, settings: Settings, choices: ImportChoices): ImportedRow[] {
  const [header, ...records] = recordsOf(text);
  if (!header)
    return refuseImport("IMPORT_EMPTY", "nothing to import", "the first line of a CSV must contain the column names");
  const columns = columnsOf(header.fields, settings, choices);
  return records.map(({ fields, line }) => rowOf(fields, columns, { line, isRaw: choices.isRaw }));
}

interface CsvRecord {
  readonly fields: readonly string[];
  /** The line on which it ends, counted from 1. */
  readonly line: number;
}

function recordsOf(text: string): CsvRecord[] {
  const records: CsvRecord[] = [];
  try {
    parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      record_delimiter: ["\r\n", "\n", "\r"],
      skip_empty_lines: true,
      max_record_size: longestRecord,
      on_record: (fields: string[], { lines }) => {
        records.push({ fields, line: lines });
        return null;
      },
    });
  } catch (error) {
    if (error instanceof CsvError) refuseCsv(error);
    throw error;
  }
  return records;
}

/** What divides the names in the first line: spreadsheets write `;` in many countries, and tabs to the clipboard. */
function delimiterOf(text: string): string {
  const header = /^.*/.exec(text)?.[0].replace(/"[^"]*"/g, "") ?? "";
  if (header.includes(",")) return ",";
  return [";", "\t"].find((sign) => header.includes(sign)) ?? ",";
}

function refuseCsv({ code, message, lines }: CsvError): never {
  const place = typeof lines === "number" ? `line ${lines}` : "the file";
  const said: Readonly<Record<string, string>> = {
    CSV_QUOTE_NOT_CLOSED: "unclosed quotation mark",
    CSV_MAX_RECORD_SIZE: `a row is longer than ${longestRecord} bytes; a quotation mark may be unclosed`,
    CSV_RECORD_INCONSISTENT_FIELDS_LENGTH: "the number of fields does not match the number of columns",
    CSV_INVALID_CLOSING_QUOTE: "unexpected text after a closing quotation mark",
    INVALID_OPENING_QUOTE: "quotation mark inside an unquoted field",
  };
  return refuseImport("CSV_BROKEN", `${place}: ${said[code] ?? message}`, "fix that line, or export the CSV again");
}

interface Columns {
  readonly topic: number;
  readonly number: number | undefined;
  readonly type: number | undefined;
  readonly fields: readonly (readonly [ImportedField, number])[];
}

const importedFields = exportedFields.filter(
  (field): field is ImportedField => field !== "number" && field !== "topic",
);

function columnsOf(header: readonly string[], settings: Settings, { ignored }: ImportChoices): Columns {
  const names = header.map((name) => unguardFormula(name.trim()));
  const left = names.map((name) => (ignored.some((other) => fold(other) === fold(name)) ? "" : name));
  refuseUnusedIgnores(ignored, names);
  const known = new Map<string, number>();
  for (const [kind, [best, another]] of claimedKinds(left, settings)) {
    if (another && another.rank === best.rank)
      refuseImport(
        "COLUMN_REPEATED",
        `line 1: two columns map to "${kind}"`,
        `skip one of them: --ignore "${names[another.column]}"`,
      );
    known.set(kind, best.column);
  }
  for (const name of ["number", "type", "track"]) {
    const column = left.findIndex((one) => fold(one) === name || (name === "number" && one === "#"));
    if (column >= 0) known.set(name, column);
  }
  const unknown = left.findIndex((name, column) => name !== "" && ![...known.values()].includes(column));
  if (unknown >= 0)
    refuseImport(
      "COLUMN_UNKNOWN",
      `line 1: unknown column "${names[unknown]}"`,
      `skip it: --ignore "${names[unknown]}"`,
    );
  const topic = known.get("topic");
  if (topic === undefined)
    return refuseImport(
      "COLUMN_MISSING",
      "line 1: no topic column",
      'name the column that holds the topic names "topic"',
    );
  const fields = importedFields.flatMap((field): [ImportedField, number][] => {
    const column = known.get(field);
    return column === undefined ? [] : [[field, column]];
  });
  return { topic, number: known.get("number"), type: known.get("type"), fields };
}

function refuseUnusedIgnores(ignored: readonly string[], names: readonly string[]): void {
  const unused = ignored.find((other) => names.every((name) => fold(name) !== fold(other)));
  if (unused !== undefined)
    refuseImport("COLUMN_UNKNOWN", `no column "${unused}" to ignore`, `the columns are ${names.join(", ")}`);
}

function rowOf(
  record: readonly string[],
  { topic, number, type, fields }: Columns,
  { line, isRaw }: { line: number; isRaw: boolean },
): ImportedRow {
  const place = `line ${line}`;
  const read = (column: number | undefined) => {
    const text = column === undefined ? "" : (record[column] ?? "");
    return isRaw ? text : unguardFormula(text);
  };
  const kind = read(type).trim() || "topic";
  if (kind !== "topic" && kind !== "task")
    return refuseImport(
      "TYPE_UNKNOWN",
      `${place}, column type: "${kind}" is not "topic" or "task"`,
      "use topic or task",
    );
  const digits = read(number).trim();
  return {
    type: kind,
    name: read(topic).trim(),
    number: /^\d{1,9}$/.test(digits) ? Number(digits) : null,
    fields: new Map(fields.map(([field, column]) => [field, read(column)])),
    place,
  };
}
