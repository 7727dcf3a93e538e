// Exported fields: the fields of a topic or task that an export contains and an import compares.

import { dayKinds, isDayKind, textKinds } from "./columns.js";
import { cellValue, isBlankCell } from "./inline-text.js";
import { cellText, type Roadmap, type Task, type Topic } from "./roadmap.js";

/** In the column order of a CSV export. */
export const exportedFields = [
  "number",
  "topic",
  "phase",
  "track",
  "status",
  ...dayKinds,
  ...textKinds,
  "proof",
] as const;

export type ExportedField = (typeof exportedFields)[number];

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
