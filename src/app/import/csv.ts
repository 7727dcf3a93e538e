// Import CSV: the rows of a CSV file with any common delimiter; the only file that imports csv-parse.

import { CsvError, parse } from "csv-parse/sync";
import { isDayKind } from "../../model/columns.js";
import { exportedFields, unguardFormula } from "../../model/exported-fields.js";
import type { Settings } from "../../model/settings.js";
import { ways } from "../../model/ways.js";
import { normalize } from "../../text/normalize.js";
import { claimedKinds } from "./claimed-kinds.js";
import { type ImportChoices, type ImportedField, type ImportedRow, refuseImport } from "./rows.js";

/** @throws UserError that names the line or column of anything that is not CSV or cannot be imported */
export function csvRows(text: string, settings: Settings, choices: ImportChoices): ImportedRow[] {
  const [header, ...records] = readCsv(text, (names) => kindsOf(headerNames(names), settings).size);
  if (!header)
    return refuseImport("IMPORT_EMPTY", "nothing to import", "the first line of a CSV must contain the column names");
  const columns = columnsOf(header, settings, choices);
  return records.map(({ fields, line }) => csvRow(fields, columns, { line, isRaw: choices.isRaw }));
}

interface Columns {
  readonly topic: number;
  readonly number: number | undefined;
  readonly type: number | undefined;
  readonly fields: readonly (readonly [ImportedField, number])[];
  /** Columns of the roadmap's own, by name. */
  readonly own: readonly (readonly [string, number])[];
}

const importedFields = exportedFields.filter(
  (field): field is ImportedField => field !== "number" && field !== "topic",
);

function headerNames(header: readonly string[]): string[] {
  return header.map((name) => unguardFormula(name.trim()));
}

/** `Course name` and `Courses` are accepted for `Course` if no column matches better. */
function kindsOf(names: readonly string[], settings: Settings): ReturnType<typeof claimedKinds> {
  const kinds = claimedKinds(names, settings);
  if (kinds.has("topic")) return kinds;
  const shorter = names.map((name) => name.replace(/(?:[\s_-]+(?:name|title))?(?:\(s\)|s)?$/i, ""));
  const topics = claimedKinds(shorter, settings).get("topic");
  return topics ? new Map([["topic", topics], ...kinds]) : kinds;
}

function columnsOf({ fields: header, line }: CsvRecord, settings: Settings, choices: ImportChoices): Columns {
  const { ignored, ownNames } = choices;
  const names = headerNames(header);
  const used = names.map((name) => (ignored.some((other) => normalize(other) === normalize(name)) ? "" : name));
  refuseUnusedIgnores(ignored, names);
  const known = new Map<string, number>();
  const isOwn = (name: string) => ownNames?.has(normalize(name)) === true;
  const own = used.flatMap((name, column): [string, number][] => (isOwn(name) ? [[name, column]] : []));
  const others = used.map((name) => (isOwn(name) ? "" : name));
  for (const [kind, [best, another]] of kindsOf(others, settings)) {
    if (another && another.rank === best.rank)
      refuseImport(
        "COLUMN_REPEATED",
        `line ${line}: two columns map to "${kind}"`,
        `skip one of them: --ignore "${names[another.column]}"`,
      );
    known.set(kind, best.column);
  }
  for (const name of ["number", "type", "track"]) {
    const column = others.findIndex((header) => normalize(header) === name || (name === "number" && header === "#"));
    if (column >= 0) known.set(name, column);
  }
  const unknown = others.findIndex((name, column) => name !== "" && ![...known.values()].includes(column));
  if (unknown >= 0) refuseUnknownColumn(line, names[unknown] ?? "", ownNames !== undefined);
  const topic = known.get("topic");
  if (topic === undefined)
    return refuseImport(
      "COLUMN_MISSING",
      `line ${line}: no topic column`,
      'name the column that holds the topic names "topic"',
    );
  const fields = importedFields.flatMap((field): [ImportedField, number][] => {
    const column = known.get(field);
    return column === undefined ? [] : [[field, column]];
  });
  return { topic, number: known.get("number"), type: known.get("type"), fields, own };
}

function refuseUnknownColumn(line: number, name: string, canBeAdded: boolean): never {
  const skip = `pass --ignore "${name}" to skip it`;
  const add = { operation: "add-column", input: { name } };
  return refuseImport(
    "COLUMN_UNKNOWN",
    `line ${line}: unknown column "${name}"`,
    canBeAdded ? ways`${skip}, or add it first: ${add}` : skip,
  );
}

function refuseUnusedIgnores(ignored: readonly string[], names: readonly string[]): void {
  const unused = ignored.find((other) => names.every((name) => normalize(name) !== normalize(other)));
  if (unused !== undefined)
    refuseImport("COLUMN_UNKNOWN", `no column "${unused}" to ignore`, `the columns are ${names.join(", ")}`);
}

function csvRow(
  record: readonly string[],
  { topic, number, type, fields, own }: Columns,
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
    fields: new Map(
      fields.map(([field, column]) => [field, isDayKind(field) ? withoutTime(read(column)) : read(column)]),
    ),
    own: own.map(([name, column]) => ({ column: name, nth: null, text: read(column) })),
    place,
  };
}

/**
 * Only the date: databases and spreadsheets add a time. A time zone is accepted at midnight only, because in another
 * zone it is another day.
 */
function withoutTime(text: string): string {
  return text.replace(
    /(?<=\d)(?:T|[ \t]+)(?:\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?[AP]M)?|00:00(?::00(?:\.0+)?)?(?:Z|[+-]00:?00))\s*$/i,
    "",
  );
}

// The records of the text.

interface CsvRecord {
  readonly fields: readonly string[];
  /** The line on which it ends, counted from 1. */
  readonly line: number;
}

/** A longer record means that a quote is not closed. */
const maxRecordLength = 1024 * 1024;

/** Excel declares the delimiter in the first line. */
const separatorLine = /^\ufeff?"?sep=([^"\r\n])"?[ \t]*(?:\r\n|\n|\r|$)/i;

/**
 * @param knownNames counts the known names in a header: the delimiter that gives more of them is chosen
 * @throws UserError that names the line of anything that is not CSV
 */
function readCsv(text: string, knownNames: (header: readonly string[]) => number): CsvRecord[] {
  const separator = separatorLine.exec(text)?.[1];
  const first = separator === undefined ? 1 : 2;
  try {
    return records(text, { first, delimiter: separator ?? delimiterOf(text, knownNames), isStrict: true });
  } catch (error) {
    if (error instanceof CsvError) refuseCsv(error);
    throw error;
  }
}

interface Division {
  readonly delimiter: string;
  /** The line to begin at. */
  readonly first: number;
  /** Whether each record must have as many fields as the first one. */
  readonly isStrict: boolean;
}

function records(text: string, { delimiter, first, isStrict }: Division): CsvRecord[] {
  const found: CsvRecord[] = [];
  parse(text, {
    bom: true,
    delimiter,
    from_line: first,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: !isStrict,
    skip_empty_lines: true,
    max_record_size: maxRecordLength,
    on_record: (fields: string[], { lines }) => {
      found.push({ fields, line: lines });
      return null;
    },
  });
  return found;
}

/** Spreadsheets write `;` in many countries, and tabs to the clipboard. */
const delimiters = [",", ";", "\t"];

/**
 * The delimiter that divides all records alike; if several do, the one that gives the most known names in the header.
 */
function delimiterOf(text: string, knownNames: (header: readonly string[]) => number): string {
  const possible = delimiters.filter((delimiter) => text.includes(delimiter));
  if (possible.length < 2) return possible[0] ?? ",";
  const [best] = possible
    .map((delimiter) => ({ delimiter, score: scoreOf(text, delimiter, knownNames) }))
    .sort((a, b) => b.score - a.score);
  return best?.delimiter ?? ",";
}

/** Known names count most: without any, there is nothing to import. */
function scoreOf(text: string, delimiter: string, knownNames: (header: readonly string[]) => number): number {
  try {
    const [header, ...rest] = records(text, { delimiter, first: 1, isStrict: false });
    const count = header?.fields.length ?? 0;
    const isEven = count > 1 && rest.every(({ fields }) => fields.length === count);
    return knownNames(header?.fields ?? []) + (isEven ? 0.5 : 0);
  } catch (error) {
    if (error instanceof CsvError) return -1;
    throw error;
  }
}

function refuseCsv({ code, message, lines }: CsvError): never {
  const place = typeof lines === "number" ? `line ${lines}` : "the file";
  const messages: Readonly<Record<string, string>> = {
    CSV_QUOTE_NOT_CLOSED: "unclosed quotation mark",
    CSV_MAX_RECORD_SIZE: `a row is longer than ${maxRecordLength} bytes; a quotation mark may be unclosed`,
    CSV_RECORD_INCONSISTENT_FIELDS_LENGTH: "the number of fields does not match the number of columns",
    CSV_INVALID_CLOSING_QUOTE: "unexpected text after a closing quotation mark",
    INVALID_OPENING_QUOTE: "quotation mark inside an unquoted field",
  };
  return refuseImport("CSV_BROKEN", `${place}: ${messages[code] ?? message}`, "fix that line, or export the CSV again");
}
