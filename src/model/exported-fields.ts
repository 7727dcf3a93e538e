// Exported fields: the fields of a topic or task that an export contains and an import compares.

import { memoize } from "../text/memoize.js";
import { normalize } from "../text/normalize.js";
import { type ColumnKind, columnKinds, dayKinds, isDayKind, textKinds } from "./columns.js";
import { cellValue, isBlankCell } from "./inline-text.js";
import { type NamedColumn, ownColumns } from "./named-columns.js";
import { cellText, type Roadmap, type Task, type Topic } from "./roadmap.js";

/** In the column order of a CSV export. */
export const exportedFields = [
  "number",
  "topic",
  "phase",
  "track",
  "status",
  ...dayKinds,
  "percent",
  "priority",
  "depends-on",
  ...textKinds,
  "proof",
] as const;

export type ExportedField = (typeof exportedFields)[number];

/** Every version has exported these; an export has the other fields only if a table has that column. */
const fieldsOfAll = "number,topic,phase,track,status,started,finished,comments,resources,deliverables,proof".split(",");

/** The fields of an export with these columns. */
export function fieldsFor(hasColumn: (kind: ColumnKind) => boolean): ExportedField[] {
  return exportedFields.filter(
    (field) => fieldsOfAll.includes(field) || columnKinds.some((kind) => kind === field && hasColumn(kind)),
  );
}

/** The columns without a field, which come after all fields, by names without case that no field has. */
export const exportedColumns = memoize((roadmap: Roadmap): ReadonlyMap<string, NamedColumn> => {
  const fields: readonly string[] = ["type", ...exportedFields];
  const own = [...ownColumns(roadmap).values()];
  const titles = new Set(own.map(({ title }) => normalize(title)));
  return new Map(
    own.map((column) => {
      let { title } = column;
      for (let count = 2; fields.includes(normalize(title)); count++) {
        const numbered = `${column.title} ${count}`;
        if (!titles.has(normalize(numbered))) title = numbered;
      }
      return [normalize(title), { ...column, title }];
    }),
  );
});

/** Dates are ISO; the status is the status key. A cell that cannot be read as a date is copied as it is. */
export function topicFieldText(roadmap: Roadmap, topic: Topic, field: ExportedField): string {
  if (isDayKind(field)) return topic[field] ?? unreadDay(cellText(roadmap, topic, field));
  switch (field) {
    case "number":
      return String(topic.number);
    case "topic":
      return topic.name;
    case "phase":
      return topic.phase?.label ?? "";
    case "track":
      return topic.phase?.track?.title ?? "";
    case "status":
      return topic.status;
    default:
      return cellValue(cellText(roadmap, topic, field));
  }
}

/** A task has no cells, so those fields are empty. */
export function taskFieldText({ number, name, phase, status }: Task, field: ExportedField): string {
  if (field === "number") return String(number);
  if (field === "topic") return name;
  if (field === "phase") return phase?.label ?? "";
  if (field === "track") return phase?.track?.title ?? "";
  return field === "status" ? status : "";
}

function unreadDay(text: string): string {
  return isBlankCell(text) ? "" : cellValue(text);
}

/**
 * Whether an imported field says what the roadmap already has, even if a spreadsheet changed its line breaks, or an
 * unguarded text looks like a guarded one.
 */
export function isUnchangedField(given: string, present: string): boolean {
  const [givenText, presentText] = [tidy(given), tidy(present)];
  return givenText === presentText || givenText === unguardFormula(presentText);
}

function tidy(text: string): string {
  return text.replace(/\r\n?/g, "\n").trim();
}

// CSV cells that a spreadsheet would run as a formula are quoted, and unquoted on import.

/** Characters that begin a formula in spreadsheets, or are skipped before one. See OWASP, "CSV Injection". */
const guarded = /^'*[=+\-@\t\r\uff0b\uff0d\uff1d\uff20]/;

/** `=1+1` becomes `'=1+1`; a text that already looks like this gets another `'`, so the guard is reversible. */
export function guardFormula(text: string): string {
  return guarded.test(text) ? `'${text}` : text;
}

/** The inverse of `guardFormula`. */
export function unguardFormula(text: string): string {
  return text.startsWith("'") && guarded.test(text) ? text.slice(1) : text;
}
