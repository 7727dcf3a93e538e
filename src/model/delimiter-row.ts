// Delimiter row: where the row of dashes under the header of a table stands, which readers tell only what it says.

import { type Row, rowOf, type Table } from "./table.js";

/** From the first sign of such a row to the last; containers around the table put none of these signs before it. */
const shape = /[|:-](?:[|:\t -]*[|:-])?/;

/** The row with its cells, as many as the table has columns; null when it is not found there. */
export function delimiterRow(text: string, { header, rows, span, alignments }: Table): Row | null {
  const found = shape.exec(text.slice(header.end, rows[0]?.start ?? span.end));
  if (!found) return null;
  const start = header.end + found.index;
  const end = start + found[0].length;
  const offsets: number[] = [];
  let slotStart = found[0].startsWith("|") ? start + 1 : start;
  while (slotStart < end) {
    const pipe = text.indexOf("|", slotStart);
    const slotEnd = pipe < 0 || pipe > end ? end : pipe;
    const slot = text.slice(slotStart, slotEnd);
    const cellStart = slotStart + slot.length - slot.trimStart().length;
    offsets.push(slotStart, cellStart, cellStart + slot.trim().length, slotEnd);
    slotStart = slotEnd + 1;
  }
  const row = rowOf({ start, end }, offsets, 0);
  return row.cellCount === alignments.length ? row : null;
}
