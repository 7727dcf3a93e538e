// Exports: the list of all formats, in the order in which help shows them.

import { calendarExport } from "./calendar-text.js";
import { csvExport } from "./csv-text.js";
import type { ExportFormat } from "./export-format.js";
import { ganttExport } from "./gantt-text.js";
import { jsonExport } from "./json-export.js";
import { pageExport } from "./page-html.js";
import { svgExport } from "./svg-export.js";

export const exportFormats: readonly ExportFormat[] = [
  jsonExport,
  csvExport,
  calendarExport,
  ganttExport,
  svgExport,
  pageExport,
];
