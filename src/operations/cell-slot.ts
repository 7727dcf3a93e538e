// Cell slot: what stands between two pipes: a text with the blanks around it that its table is laid out with.

import type { Cell, Row, Table } from "../model/table.js";
import { textAt } from "../text/span.js";
import { widthInColumns } from "../text/width.js";

export interface CellPlace {
  readonly table: Table;
  readonly row: Row;
  readonly column: number;
  readonly cell: Cell;
}

/** How many rows are looked at to tell how a column is laid out. */
const sampledRows = 200;

interface Blanks {
  readonly before: string;
  readonly after: string;
}

/** The slot with the text in it: blanks stay as they are around a text, and padding is used up before it grows. */
export function filledSlot(file: string, place: CellPlace, text: string): string {
  const old = textAt(file, place.cell.slot);
  const { before, after } = old.trim() === "" ? usualBlanks(file, place) : blanksAround(file, place.cell);
  const needed = after === "" && endsInEscape(text) ? " " : after;
  const padded = paddingOf(file, place);
  if (!padded || padded.measure(old) < padded.width) return before + text + needed;
  const shortest = after === "" ? "" : " ";
  const hasOutgrown = old.trim() !== "" && after.length <= shortest.length;
  const width = hasOutgrown ? padded.width : padded.measure(old);
  const room = width - padded.measure(text);
  if (padded.isRight) return " ".repeat(Math.max(shortest.length, room - shortest.length)) + text + shortest;
  const lead = old.trim() === "" ? before : before.slice(0, Math.max(shortest.length, room - shortest.length));
  return lead + text + " ".repeat(Math.max(shortest.length, room - lead.length));
}

/** The slot with nothing in it, as wide as its column is padded, else as blank cells look here. */
export function blankSlot(file: string, place: CellPlace): string {
  const old = textAt(file, place.cell.slot);
  if (old.trim() === "") return old;
  const padded = paddingOf(file, place);
  if (padded && padded.measure(old) >= padded.width) {
    const { after } = blanksAround(file, place.cell);
    return " ".repeat(after.length <= 1 ? padded.width : padded.measure(old));
  }
  const isBlank = (cell: Cell | undefined) =>
    cell !== undefined && cell.start === cell.end && isInside(place.row, cell);
  const blank = columnCells(place).find(isBlank) ?? place.row.cells.find(isBlank);
  if (blank) return textAt(file, blank.slot);
  return isTightRow(place.row) ? "" : " ";
}

/** Whether the cells of a row stand close to their pipes. A row of blanks counts as it is drawn. */
export function isTightRow({ cells }: Row): boolean {
  const filled = cells.filter(({ start, end }) => start < end);
  if (filled.length === 0) return cells.every(({ slot }) => slot.start === slot.end);
  return filled.every(({ start, slot }) => start === slot.start) && filled.every(({ end, slot }) => end === slot.end);
}

/** The blanks that a text put into a blank cell gets: those of the column's other texts, or of its own row. */
function usualBlanks(file: string, place: CellPlace): Blanks {
  return isTightRow(place.row) && textAt(file, place.cell.slot) === ""
    ? { before: "", after: "" }
    : { before: " ", after: " " };
}

function blanksAround(file: string, { start, end, slot }: Cell): Blanks {
  return { before: file.slice(slot.start, start), after: file.slice(end, slot.end) };
}

/** A text that ends in an odd backslash would escape a pipe right behind it. */
function endsInEscape(text: string): boolean {
  return (/\\+$/.exec(text)?.[0].length ?? 0) % 2 === 1;
}

interface Padding {
  readonly width: number;
  readonly isRight: boolean;
  readonly measure: (text: string) => number;
}

/**
 * How a column is padded, or null when it is not. It is when most of its slots are as wide as that of the header,
 * in display columns or in code units, and one of them holds more blanks than it would need.
 */
function paddingOf(file: string, place: CellPlace): Padding | null {
  const cells = columnCells(place);
  const [header] = cells;
  if (!header || !cells.some((cell) => isRoomy(file, cell))) return null;
  for (const measure of [widthInColumns, (text: string) => text.length]) {
    const width = measure(textAt(file, header.slot));
    const asWide = cells.filter((cell) => measure(textAt(file, cell.slot)) === width);
    if (asWide.length * 2 > cells.length) return { width, measure, isRight: isRight(file, cells) };
  }
  return null;
}

function isRoomy(file: string, cell: Cell): boolean {
  const { before, after } = blanksAround(file, cell);
  return before.length > 1 || after.length > 1;
}

function isRight(file: string, cells: readonly Cell[]): boolean {
  const filled = cells.filter(({ start, end }) => start < end).map((cell) => blanksAround(file, cell));
  return filled.some(({ before }) => before.length > 1) && filled.every(({ after }) => after.length <= 1);
}

/** The header cell of the column and the cells under it, as many as are looked at. */
function columnCells({ table, row, column }: CellPlace): Cell[] {
  const index = Math.max(0, table.rows.indexOf(row) - sampledRows / 2);
  const rows = [table.header, ...table.rows.slice(index, index + sampledRows)];
  return rows.flatMap(({ cells }) => cells[column] ?? []);
}

function isInside({ cells, span }: Row, cell: Cell): boolean {
  return cells.at(-1) !== cell || cell.slot.end < span.end;
}
