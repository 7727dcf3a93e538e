// Import JSON: the rows of a file written by `roadmap export json` or `roadmap list --json`.

import { fieldOf } from "../../model/columns.js";
import { UserError } from "../../model/errors.js";
import { exportedFields } from "../../model/exported-fields.js";
import { repeatedKey } from "../../text/json-keys.js";
import { normalize } from "../../text/normalize.js";
import { type ImportedField, type ImportedRow, type OwnField, refuseImport } from "./rows.js";

const hint = "use a file written by `roadmap export json`";

/** @throws UserError that names the position of anything that is not such an export */
export function jsonRows(text: string): ImportedRow[] {
  const value = parsed(text);
  if (!isObject(value) || !Array.isArray(value.topics))
    return refuseImport("JSON_UNKNOWN", 'the JSON has no "topics" list', hint);
  if (value.schemaVersion !== undefined && value.schemaVersion !== 1)
    refuseImport(
      "JSON_UNKNOWN",
      `unsupported schemaVersion ${JSON.stringify(value.schemaVersion)}: this version of roadmap reads 1`,
      hint,
    );
  const tasks: unknown[] = Array.isArray(value.tasks) ? value.tasks : [];
  return [
    ...value.topics.map((topic: unknown, index) => jsonRow(topic, "topic", `topics[${index}]`)),
    ...tasks.map((task, index) => jsonRow(task, "task", `tasks[${index}]`)),
  ];
}

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text.replace(/^\ufeff/, ""));
    const key = repeatedKey(text);
    if (key === undefined) return value;
    return refuseImport("JSON_UNKNOWN", `an object has the field ${JSON.stringify(key)} twice`, "keep one of them");
  } catch (error) {
    if (error instanceof UserError) throw error;
    return refuseImport("JSON_BROKEN", `not valid JSON: ${error instanceof Error ? error.message : error}`, hint);
  }
}

/** Derived from other fields or from the position of a topic, so it is not read. */
const derived = ["number", "name", "statusText", "links", "line", "mark", "depth", "parent"];

const importedFields = new Map(
  exportedFields.flatMap((field): [string, ImportedField][] =>
    field === "number" || field === "topic" ? [] : [[field === "track" ? field : fieldOf(field), field]],
  ),
);

function jsonRow(value: unknown, type: "topic" | "task", place: string): ImportedRow {
  if (!isObject(value) || typeof value.name !== "string")
    return refuseImport("JSON_UNKNOWN", `${place} has no name`, hint);
  const fields = new Map<ImportedField, string>();
  for (const [key, given] of Object.entries(value)) {
    const field = importedFields.get(key);
    if (field === undefined && key !== "otherCells" && !derived.includes(key))
      refuseImport("FIELD_UNKNOWN", `${place}: unknown field "${key}"`, "remove it");
    // A date is also null if the roadmap's own cannot be read, so null changes nothing.
    if (field === undefined || given === null) continue;
    fields.set(field, fieldText(field, given, `${place}: "${key}"`));
  }
  const number = typeof value.number === "number" ? value.number : null;
  return { type, name: value.name, number, fields, own: ownFields(value.otherCells, place), place };
}

/** A percentage is a number, and the topics that one depends on are a list; everything else is a string. */
function fieldText(field: ImportedField, given: unknown, what: string): string {
  if (field === "percent" && typeof given === "number") return `${given}%`;
  if (field === "depends-on" && Array.isArray(given) && given.every((name) => typeof name === "string"))
    return given.join(", ");
  if (typeof given === "string") return given;
  return refuseImport("JSON_UNKNOWN", `${what} is not a string`, "put the value in quotation marks");
}

function ownFields(cells: unknown, place: string): OwnField[] {
  if (cells === undefined) return [];
  const all: unknown[] = Array.isArray(cells) ? cells : [cells];
  const counts = new Map<string, number>();
  return all.map((cell) => {
    if (isObject(cell) && typeof cell.column === "string" && typeof cell.text === "string") {
      const name = normalize(cell.column);
      const nth = counts.get(name) ?? 0;
      counts.set(name, nth + 1);
      return { column: cell.column, nth, text: cell.text };
    }
    return refuseImport("JSON_UNKNOWN", `${place}: "otherCells" is not a list of columns and texts`, hint);
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
