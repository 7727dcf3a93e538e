// New column: a blank column inserted into every row of a table, in the layout of its neighbor.

import { cellAt, type Row, type Table } from "../model/blocks.js";
import type { Roadmap } from "../model/roadmap.js";
import { type Edit, textAt } from "../text/edit.js";
import { widthInColumns } from "../text/width.js";
import { endsInEscape, isPaddedColumn, isTightRow, slotWriter } from "./cell-slot.js";
import { delimiterRow } from "./delimiter-row.js";

interface NewColumn {
  /** Already escaped. */
  readonly header: string;
  /** The column before it, counted from 0. */
  readonly left: number;
  /** The minimum width of its texts in display columns; used only if columns are padded. */
  readonly least: number;
}

export function newColumnEdits({ text }: Roadmap, table: Table, { header, left, least }: NewColumn): Edit[] {
  const isPadded = isPaddedColumn(text, table, left);
  const isTight = isTightRow(table.header);
  const fill = isPadded ? " ".repeat(Math.max(0, least - widthInColumns(header))) : "";
  const headerSlot = isTight ? header + (fill || (endsInEscape(header) ? " " : "")) : ` ${header}${fill} `;
  const [first] = table.rows;
  const blank = isPadded
    ? " ".repeat(widthInColumns(headerSlot))
    : first
      ? slotWriter(text, table, first)(left, "")
      : "";
  return [
    ...cellEdits(table.header, left, headerSlot),
    delimiterEdit(text, table, { left, headerSlot }),
    // A row that ends before the new column still lacks its last cells.
    ...table.rows
      .filter(({ cellCount }) => cellCount > left + 1 || cellCount === table.alignments.length)
      .flatMap((row) => cellEdits(row, left, blank)),
  ];
}

function cellEdits(row: Row, left: number, slot: string): Edit[] {
  const cell = cellAt(row, left);
  if (!cell) return [];
  const { end } = cell.slot;
  if (end < row.end) return [{ at: { start: end, end }, text: `|${slot}` }];
  // After a last cell without a closing pipe, a blank cell needs the pipe to be a cell.
  const last = slot.trim() === "" ? " |" : slot.trimEnd();
  return [{ at: { start: row.end, end: row.end }, text: ` |${last}` }];
}

/** As many dashes as the header is wide if that holds for its neighbor, otherwise the same as its neighbor. */
function delimiterEdit(text: string, table: Table, { left, headerSlot }: { left: number; headerSlot: string }): Edit {
  const { slots, isClosed } = delimiterRow(text, table);
  const slot = slots[left] ?? { start: table.header.end, end: table.header.end };
  const old = textAt(text, slot);
  const beside = cellAt(table.header, left);
  const isWhole = beside !== undefined && widthInColumns(textAt(text, beside.slot)) === old.length;
  const blank = old === old.trim() ? "" : " ";
  const length = isWhole ? Math.max(3, widthInColumns(headerSlot) - 2 * blank.length) : old.trim().length;
  const dashes = `${blank}${"-".repeat(length)}${blank}`;
  const isLast = left === slots.length - 1 && !isClosed;
  return { at: { start: slot.end, end: slot.end }, text: isLast ? ` | ${dashes.trim()}` : `|${dashes}` };
}
