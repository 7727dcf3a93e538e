// Every export: imports a roadmap again from each format that can be imported.

import { csvRows } from "../../src/app/import/csv.js";
import { importedOperations } from "../../src/app/import/imported-operations.js";
import { jsonRows } from "../../src/app/import/json.js";
import type { ImportedRow } from "../../src/app/import/rows.js";
import { parseRoadmap, type Roadmap } from "../../src/index.js";
import { roadmapJson } from "../../src/json/roadmap.js";
import { exportedColumns } from "../../src/model/exported-fields.js";
import { csvText } from "../../src/views/exports/csv-text.js";
import { testDay } from "./check-operation.js";

export function everyExport(text: string): { name: string; rows: ImportedRow[]; roadmap: Roadmap }[] {
  const reading = parseRoadmap(text);
  const { roadmap } = reading;
  const ownNames = new Set(exportedColumns(roadmap).keys());
  const csv = (formulas: "raw" | "guarded", isRaw: boolean) =>
    csvRows(csvText(roadmap, { rows: "topics and tasks", formulas }), roadmap.settings, {
      isRaw,
      ignored: [],
      ownNames,
    });
  const file = { path: "", realPath: "", text, bytes: Buffer.from(text), hash: "" };
  return [
    { name: "csv", rows: csv("guarded", false), roadmap },
    { name: "raw csv", rows: csv("raw", true), roadmap },
    { name: "json", rows: jsonRows(roadmapJson({ ...reading, file, version: null, today: testDay })), roadmap },
  ];
}

/** The places that importing an export would change: none, if all is well. */
export function changedByOwnExport(text: string): string[] {
  return everyExport(text).flatMap(({ name, rows, roadmap }) => {
    const { requested, blankCount } = importedOperations(roadmap, { rows, isAdding: false, isClearing: true });
    return [...requested.map(({ place }) => `${name}: ${place}`), ...(blankCount > 0 ? [`${name}: blank`] : [])];
  });
}
