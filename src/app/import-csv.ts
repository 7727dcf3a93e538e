// Import CSV: the rows of a CSV file, with columns identified by name.

import { claimedKinds } from "../markdown/read-columns.js";
import { isDayKind } from "../model/columns.js";
import { exportedFields, unguardFormula } from "../model/exported-fields.js";
import type { Settings } from "../model/roadmap.js";
import { fold } from "../text/normalize.js";
import { type ImportChoices, type ImportedField, type ImportedRow, refuseImport } from "./import-rows.js";
import { type CsvRecord, readCsv } from "./read-csv.js";

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

function columnsOf({ fields: header, line }: CsvRecord, settings: Settings, { ignored }: ImportChoices): Columns {
  const names = headerNames(header);
  const left = names.map((name) => (ignored.some((other) => fold(other) === fold(name)) ? "" : name));
  refuseUnusedIgnores(ignored, names);
  const known = new Map<string, number>();
  for (const [kind, [best, another]] of kindsOf(left, settings)) {
    if (another && another.rank === best.rank)
      refuseImport(
        "COLUMN_REPEATED",
        `line ${line}: two columns map to "${kind}"`,
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
      `line ${line}: unknown column "${names[unknown]}"`,
      `pass --ignore "${names[unknown]}" to skip it`,
    );
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
  return { topic, number: known.get("number"), type: known.get("type"), fields };
}

function refuseUnusedIgnores(ignored: readonly string[], names: readonly string[]): void {
  const unused = ignored.find((other) => names.every((name) => fold(name) !== fold(other)));
  if (unused !== undefined)
    refuseImport("COLUMN_UNKNOWN", `no column "${unused}" to ignore`, `the columns are ${names.join(", ")}`);
}

function csvRow(
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
    fields: new Map(
      fields.map(([field, column]) => [field, isDayKind(field) ? withoutTime(read(column)) : read(column)]),
    ),
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
