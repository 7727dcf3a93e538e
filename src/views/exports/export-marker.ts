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
  if (format === "csv") return new RegExp(`^\ufeff?(?:type,)?${exportedFields.join(",")}\r?\n`).test(beginning);
  if (format === "json") return /^\s*\{\s*"schemaVersion":\s*\d+,\s*"kind":\s*"roadmap"/.test(beginning);
  if (format === "ics") return beginning.includes(`PRODID:${calendarProduct}`);
  return beginning.includes(exportMarker(format));
}
