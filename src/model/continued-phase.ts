// Continued phases: a blank Phase cell continues the phase of the rows above it in its table.

import { cellsOf, cellTextAt, type Row, type Table } from "./blocks.js";
import { plainText } from "./inline-text.js";
import { phaseNumbering } from "./phase-words.js";
import type { Roadmap, TopicTable } from "./roadmap.js";

interface RowInTable {
  readonly table: Table;
  /** The index of the Phase column. */
  readonly column: number;
  readonly isTopic: boolean;
}

/** The phase that a row names for itself and for blank cells below; empty if it names none. */
export function phaseNamedBy(text: string, row: Row, { table, column, isTopic }: RowInTable): string {
  const phase = plainText(cellTextAt(text, row, column));
  if (isTopic) return phase;
  if (phase !== "") return phase === plainText(cellTextAt(text, table.header, column)) ? "" : phase;
  const [section, another] = cellsOf(row)
    .map(({ start, end }) => plainText(text.slice(start, end)))
    .filter((cell) => cell !== "");
  return section !== undefined && another === undefined && phaseNumbering(section) ? section : "";
}

/** The phase that a blank cell below the row continues; empty if it continues none. */
export function continuedPhase({ text, topics }: Roadmap, { table, columns }: TopicTable, above: Row | null): string {
  const column = columns.get("phase");
  if (column === undefined || above === null) return "";
  const rows = new Set(topics.map(({ row }) => row));
  const named = (row: Row) => phaseNamedBy(text, row, { table, column, isTopic: rows.has(row) });
  const last = table.rows.findLast((row) => row.start <= above.start && named(row) !== "");
  return last ? named(last) : "";
}
