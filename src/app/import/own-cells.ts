// Own cells: what an import changes in columns that have no field of their own.

import { cellTextAt } from "../../model/blocks.js";
import { exportedColumns, isUnchangedField } from "../../model/exported-fields.js";
import { cellValue, plainText } from "../../model/inline-text.js";
import { addColumnWay } from "../../model/next.js";
import type { Roadmap, Topic } from "../../model/roadmap.js";
import { ways } from "../../model/ways.js";
import { groupBy } from "../../text/arrays.js";
import { normalize } from "../../text/normalize.js";
import { type ImportedRow, refuseImport } from "./rows.js";

/** A cell, with the header of its column. */
interface OwnCell {
  readonly header: string;
  readonly text: string;
  /** Whether its column has a field of its own, as in exports of earlier versions it had not. */
  readonly isKnown: boolean;
}

/** The fields that differ from the cells of the topic, with the header of the column in its table. */
export function changedOwnFields(
  roadmap: Roadmap,
  row: ImportedRow,
  topic: Topic,
): { readonly header: string; readonly text: string }[] {
  const cells = row.own.length === 0 ? [] : cellsOfRow(roadmap, topic);
  const byHeader = groupBy(cells.toSorted(ownFirst), ({ header }) => normalize(header));
  return row.own.flatMap((field) => {
    const { column, nth, text } = field;
    const name = normalize(column);
    const named = nth === null ? exportedColumns(roadmap).get(name) : undefined;
    const cell = named ? cells[named.places.get(topic.table) ?? -1] : byHeader.get(name)?.[nth ?? 0];
    if (isUnchangedField(text, cell?.text ?? "")) return [];
    if (cell && cell.header !== "" && !cell.isKnown) return [{ header: cell.header, text }];
    return text.trim() === "" ? [] : refuseOwnField(row, topic, { column, cell });
  });
}

function cellsOfRow({ text }: Roadmap, { row, table }: Topic): OwnCell[] {
  const known = new Set(table.columns.values());
  const count = Math.max(row.cellCount, table.table.header.cellCount);
  return Array.from({ length: count }, (_, index) => ({
    header: plainText(cellTextAt(text, table.table.header, index)),
    text: cellValue(cellTextAt(text, row, index)),
    isKnown: known.has(index),
  }));
}

function ownFirst(a: OwnCell, b: OwnCell): number {
  return Number(a.isKnown) - Number(b.isKnown);
}

function refuseOwnField(
  { place }: ImportedRow,
  { name, table }: Topic,
  { column, cell }: { column: string; cell: OwnCell | undefined },
): never {
  if (cell?.isKnown)
    return refuseImport("FIELD_UNKNOWN", `${place}: "${column}" has a field of its own`, "change that field instead");
  if (cell || column === "")
    return refuseImport(
      "COLUMN_UNKNOWN",
      `${place}, column "${column}": no header to write below`,
      "name that column first",
    );
  return refuseImport(
    "COLUMN_UNKNOWN",
    `${place}, column ${column}: the table of "${name}" has no such column`,
    ways`add it first: ${addColumnWay(table, column)}`,
  );
}
