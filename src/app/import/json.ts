// Import JSON: the rows of a file written by `roadmap export json` or `roadmap list --json`.

import { UserError } from "../../model/errors.js";
import { exportedFields } from "../../model/exported-fields.js";
import { repeatedKey } from "../../text/json-keys.js";
import { type ImportedField, type ImportedRow, refuseImport } from "./rows.js";

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
const derived = ["number", "name", "statusText", "links", "line", "otherCells", "mark", "depth", "parent"];

const importedFields = new Map(
  exportedFields.flatMap((field): [string, ImportedField][] =>
    field === "number" || field === "topic" ? [] : [[field, field]],
  ),
);

function jsonRow(value: unknown, type: "topic" | "task", place: string): ImportedRow {
  if (!isObject(value) || typeof value.name !== "string")
    return refuseImport("JSON_UNKNOWN", `${place} has no name`, hint);
  const fields = new Map<ImportedField, string>();
  for (const [key, given] of Object.entries(value)) {
    const field = importedFields.get(key);
    if (field === undefined && !derived.includes(key))
      refuseImport("FIELD_UNKNOWN", `${place}: unknown field "${key}"`, "remove it");
    // A date is also null if the roadmap's own cannot be read, so null changes nothing.
    if (field === undefined || given === null) continue;
    if (typeof given !== "string")
      refuseImport("JSON_UNKNOWN", `${place}: "${key}" is not a string`, "put the value in quotation marks");
    fields.set(field, given);
  }
  return { type, name: value.name, number: typeof value.number === "number" ? value.number : null, fields, place };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
