// CSV text: topics as comma-separated values (RFC 4180) for spreadsheets.

import {
  exportedColumns,
  fieldsFor,
  guardFormula,
  taskFieldText,
  topicFieldText,
} from "../../model/exported-fields.js";
import { cellValue } from "../../model/inline-text.js";
import { namedCellText } from "../../model/named-columns.js";
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
  const { topics, tasks, tables } = roadmap;
  const fields = fieldsFor((kind) => tables.some(({ columns }) => columns.has(kind)));
  const own = [...exportedColumns(roadmap).values()];
  const header = [...fields, ...own.map(({ title }) => title)];
  const asTopics = topics.map((topic) => [
    ...fields.map((field) => topicFieldText(roadmap, topic, field)),
    ...own.map((column) => cellValue(namedCellText(roadmap, topic, column))),
  ]);
  const blank = own.map(() => "");
  const asTasks = tasks.map((task) => [...fields.map((field) => taskFieldText(task, field)), ...blank]);
  const all =
    rows === "topics"
      ? [header, ...asTopics]
      : [
          ["type", ...header],
          ...asTopics.map((cells) => ["topic", ...cells]),
          ...asTasks.map((cells) => ["task", ...cells]),
        ];
  const written = formulas === "raw" ? all : all.map((cells) => cells.map(guardFormula));
  return written.map((cells) => `${cells.map(quoted).join(",")}\r\n`).join("");
}

/** RFC 4180, section 2, rules 5 to 7; a field with a space at an end is quoted too, because some readers drop it. */
function quoted(field: string): string {
  return /[",\r\n]|^\s|\s$/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

/** Own columns, if any, follow the fields. */
function isCsvExport(beginning: string): boolean {
  const [header = ""] = /^.*?(?=\r?\n|$)/.exec(beginning.replace(/^\ufeff?(?:type,)?/, "")) ?? [];
  const names = header.split(",");
  const fields = fieldsFor((kind) => names.includes(kind)).join(",");
  return header.startsWith(`${fields},`) || (header === fields && header !== beginning);
}
