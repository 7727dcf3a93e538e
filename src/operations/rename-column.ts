// Rename column: replaces the text of a header cell, which must still define the same kind of column.

import { cellAt, cellTextAt, type Row } from "../model/blocks.js";
import { columnWords } from "../model/column-words.js";
import type { ColumnKind } from "../model/columns.js";
import { UserError } from "../model/errors.js";
import { escapeCell, plainText } from "../model/inline-text.js";
import type { Roadmap, TopicTable } from "../model/roadmap.js";
import { fold } from "../text/normalize.js";
import { cellEdit } from "./change-edits.js";
import { columnNamed, findColumn, headersOf, kindOfHeader } from "./columns-asked.js";
import type { Plan } from "./operation.js";
import { lostLinks, renamedText } from "./renamed-text.js";
import { tableNumbered, tablesAmbiguous } from "./table-place.js";

export function renameColumnPlan(
  roadmap: Roadmap,
  wanted: string,
  { to, table: number }: { to: string; table: string | number | undefined },
): Plan {
  const fitting =
    number === undefined
      ? roadmap.tables.filter((table) => findColumn(roadmap, table, wanted) !== null)
      : [tableNumbered(roadmap, number)];
  if (fitting.length > 1) throw tablesAmbiguous(roadmap, fitting);
  const table = fitting[0] ?? tableNumbered(roadmap, 1);
  const column = columnNamed(roadmap, table, wanted);
  const { header } = table.table;
  const from = cellTextAt(roadmap.text, header, column);
  const text = renamedText(from, escapeCell(to));
  const subject = { type: "column", number: column + 1, name: plainText(text), at: header.start } as const;
  const told = { subject, changes: [], notes: lostLinks(from, text), next: "roadmap list" };
  if (from === text) return { ...told, already: "already has that name" };
  refuseOtherKind(roadmap, table, { column, text });
  refuseRepeatedHeader(roadmap, table, "rename both in an editor");
  const cell = cellAt(header, column);
  if (!cell) throw new RangeError(`the header has no column ${column}`);
  return {
    ...told,
    reshaping: {
      edits: [cellEdit(roadmap.text, { table: table.table, row: header, column, cell }, text)],
      columns: {
        table: table.table,
        now: table.table.alignments.map((_, one) => (one === column ? { from: one, header: text } : { from: one })),
      },
      deed: "column renamed",
      values: [{ column: "name", from, to: text }],
      adds: [],
    },
    already: null,
  };
}

/** @throws UserError if the column would be read as another kind, or two columns as the same kind */
function refuseOtherKind(
  roadmap: Roadmap,
  table: TopicTable,
  { column, text }: { column: number; text: string },
): void {
  const [old] = [...table.columns].find(([, at]) => at === column) ?? [null];
  const [said] = [...roadmap.settings.columns].find(([, name]) => fold(plainText(name)) === fold(plainText(text))) ?? [
    null,
  ];
  const kind = said ?? kindOfHeader(text);
  const other = kind === null ? undefined : table.columns.get(kind);
  const twin = headersOf(roadmap, table).findIndex((header) => fold(header) === fold(plainText(text)));
  if (twin >= 0 && twin !== column)
    throw refusal(`another column is already named "${plainText(text)}"`, "choose another name");
  if (kind !== old && other !== undefined && kind !== null)
    throw refusal(`"${plainText(text)}" would be a second ${kind} column`, "choose another name");
  if (old === null || kind === old) return;
  throw refusal(`"${plainText(text)}" would not be recognized as the ${old} column`, wayOut(old, text));
}

/** @throws UserError if the table repeats the header row, which is not read as a topic only while both are equal */
export function refuseRepeatedHeader({ text }: Roadmap, { table }: TopicTable, wayOut: string): void {
  const said = (row: Row) => fold(text.slice(row.start, row.end));
  const header = said(table.header);
  if (!table.rows.some((row) => said(row) === header)) return;
  throw refusal("the table repeats its header as a row, and that row would become a topic", wayOut);
}

function wayOut(kind: ColumnKind, text: string): string {
  const words = columnWords[kind].slice(0, 4).join(", ");
  return `use a name like ${words}, or first define it in the front matter: roadmap: columns: { ${kind}: ${plainText(text)} }`;
}

function refusal(message: string, hint: string): UserError {
  return new UserError("COLUMN_NAME_TAKEN", message, hint);
}
