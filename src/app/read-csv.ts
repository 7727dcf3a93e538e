// Read CSV: the records of a text with any common delimiter; the only file that imports csv-parse.

import { CsvError, parse } from "csv-parse/sync";
import { refuseImport } from "./import-rows.js";

export interface CsvRecord {
  readonly fields: readonly string[];
  /** The line on which it ends, counted from 1. */
  readonly line: number;
}

/** A longer record means that a quote is not closed. */
const longestRecord = 1024 * 1024;

/** Excel declares the delimiter in the first line. */
const separatorLine = /^\ufeff?"?sep=([^"\r\n])"?[ \t]*(?:\r\n|\n|\r|$)/i;

/**
 * @param knownNames counts the known names in a header: the delimiter that gives more of them is chosen
 * @throws UserError that names the line of anything that is not CSV
 */
export function readCsv(text: string, knownNames: (header: readonly string[]) => number): CsvRecord[] {
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
    max_record_size: longestRecord,
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
  const said: Readonly<Record<string, string>> = {
    CSV_QUOTE_NOT_CLOSED: "unclosed quotation mark",
    CSV_MAX_RECORD_SIZE: `a row is longer than ${longestRecord} bytes; a quotation mark may be unclosed`,
    CSV_RECORD_INCONSISTENT_FIELDS_LENGTH: "the number of fields does not match the number of columns",
    CSV_INVALID_CLOSING_QUOTE: "unexpected text after a closing quotation mark",
    INVALID_OPENING_QUOTE: "quotation mark inside an unquoted field",
  };
  return refuseImport("CSV_BROKEN", `${place}: ${said[code] ?? message}`, "fix that line, or export the CSV again");
}
