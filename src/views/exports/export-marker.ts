// Export marker: what an export says of itself, so that it is told from a file that somebody wrote by hand.

import { exportedFields } from "../../model/exported-fields.js";

export const exportFormats = ["json", "csv", "ics", "mermaid", "svg", "html"] as const;

export type ExportFormat = (typeof exportFormats)[number];

/** Stands in a comment of formats that have comments. */
export function exportMarker(format: ExportFormat): string {
  return `made by roadmap export ${format}`;
}

/** In iCalendar, which has no comments, the program that made a calendar has a place of its own. */
export const calendarProduct = "-//roadmap//roadmap export ics//EN";

/** Whether a text is an export of that format. A badge is an SVG like any other. */
export function isExport(text: string, format: ExportFormat): boolean {
  const beginning = text.slice(0, 2000);
  if (format === "csv") return new RegExp(`^\ufeff?(?:type,)?${exportedFields.join(",")}\r?\n`).test(beginning);
  if (format === "json") return /^\s*\{\s*"schemaVersion":\s*\d+,\s*"kind":\s*"roadmap"/.test(beginning);
  if (format === "ics") return beginning.includes(`PRODID:${calendarProduct}`);
  return beginning.includes(exportMarker(format));
}
