// Export marker: identifies an export, to distinguish it from a file written by hand.

import { exportedFields } from "../../model/exported-fields.js";

export const exportFormats = ["json", "csv", "ics", "mermaid", "svg", "html"] as const;

export type ExportFormat = (typeof exportFormats)[number];

/** In a comment, for formats that have comments. */
export function exportMarker(format: ExportFormat): string {
  return `made by roadmap export ${format}`;
}

/** iCalendar has no comments, but a property for the program that made a calendar. */
export const calendarProduct = "-//roadmap//roadmap export ics//EN";

/** Whether a text is an export in that format. A badge counts as any other SVG. */
export function isExport(text: string, format: ExportFormat): boolean {
  const beginning = text.slice(0, 2000);
  if (format === "csv") return isCsvExport(beginning);
  if (format === "json") return /^\s*\{\s*"schemaVersion":\s*\d+,\s*"kind":\s*"roadmap"/.test(beginning);
  if (format === "ics") return beginning.includes(`PRODID:${calendarProduct}`);
  return beginning.includes(exportMarker(format));
}

/** The columns that every version of roadmap has exported; later ones came in between. */
const firstFields: readonly string[] = [
  ...["number", "topic", "phase", "track", "status", "started", "finished"],
  ...["comments", "resources", "deliverables", "proof"],
];

function isCsvExport(text: string): boolean {
  const header = /^\ufeff?(?:type,)?(.*?)\r?\n/.exec(text)?.[1]?.split(",") ?? [];
  const known = exportedFields.filter((field) => firstFields.includes(field) || header.includes(field));
  return known.join(",") === header.join(",");
}
