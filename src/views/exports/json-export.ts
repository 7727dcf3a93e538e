// JSON export: everything that is known of a roadmap, for scripts and for import.

import type { ExportFormat } from "./export-format.js";

export const jsonExport: ExportFormat = {
  name: "json",
  title: "JSON",
  make: ({ json }) => json(),
  isExport: (beginning) => /^\s*\{\s*"schemaVersion":\s*\d+,\s*"kind":\s*"roadmap"/.test(beginning),
};
