// CSV text: topics as comma-separated values (RFC 4180) for spreadsheets.

import { exportedFields, guardFormula, taskFieldText, topicFieldText } from "../../model/exported-fields.js";
import type { Roadmap } from "../../model/roadmap.js";
import type { ExportFormat } from "./export-format.js";

interface CsvChoices {
  /** `topics`, or tasks after them, distinguished by a first column `type`. */
  readonly rows: "topics" | "topics and tasks";
  /** `guarded`: nothing is a formula in a spreadsheet; `raw`: every cell as in the roadmap. */
  readonly formulas: "guarded" | "raw";
}

export const csvExport: ExportFormat = {
  name: "csv",
  title: "CSV",
  options: [
    { flags: "--tasks", help: "include tasks, after the topics" },
    { flags: "--raw", help: "do not escape cells that a spreadsheet would read as formulas" },
  ],
  make: ({ roadmap }, choices) =>
    csvText(roadmap, {
      rows: choices.isSet("tasks") ? "topics and tasks" : "topics",
      formulas: choices.isSet("raw") ? "raw" : "guarded",
    }),
  isExport: isCsvExport,
};

export function csvText(roadmap: Roadmap, { rows, formulas }: CsvChoices): string {
  const { topics, tasks } = roadmap;
  const asTopics = topics.map((topic) => exportedFields.map((field) => topicFieldText(roadmap, topic, field)));
  const asTasks = tasks.map((task) => exportedFields.map((field) => taskFieldText(task, field)));
  const all =
    rows === "topics"
      ? [exportedFields, ...asTopics]
      : [
          ["type", ...exportedFields],
          ...asTopics.map((fields) => ["topic", ...fields]),
          ...asTasks.map((fields) => ["task", ...fields]),
        ];
  const written = formulas === "raw" ? all : all.map((fields) => fields.map(guardFormula));
  return written.map((fields) => `${fields.map(quoted).join(",")}\r\n`).join("");
}

/** RFC 4180, section 2, rules 5 to 7; a field with a space at an end is quoted too, because some readers drop it. */
function quoted(field: string): string {
  return /[",\r\n]|^\s|\s$/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
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
