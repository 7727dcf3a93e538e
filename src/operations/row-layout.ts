// Layout of rows: the spaces and padding around the text of a cell, and new rows in the layout of their neighbors.

import { type Cell, cellAt, cellsOf, isTextRow, type Row, type Table } from "../model/blocks.js";
import type { Roadmap, Topic } from "../model/roadmap.js";
import { partitionPoint } from "../text/arrays.js";
import { type Edit, textAt } from "../text/edit.js";
import { endingAt, endOfLine, lineSpanAt } from "../text/lines.js";
import { memoizeWeakly } from "../text/memoize.js";
import { widthInColumns } from "../text/width.js";

interface ColumnPlace {
  readonly table: Table;
  readonly row: Row;
  readonly column: number;
}

export interface CellPlace extends ColumnPlace {
  readonly cell: Cell;
}

/** The number of rows sampled to determine the layout of a column. */
const sampledRows = 200;

interface Spaces {
  readonly before: string;
  readonly after: string;
}

/** The slot with the text in it: the spaces around a text stay, and padding is used up before the slot grows. */
export function filledSlot(file: string, place: CellPlace, text: string): string {
  const old = textAt(file, place.cell.slot);
  const { before, after } = old.trim() === "" ? usualSpaces(file, place) : spacesAround(file, place);
  const hasPipeAfter = place.cell.slot.end < place.row.end;
  const needed = after === "" && hasPipeAfter && endsInEscape(text) ? " " : after;
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

/** A blank slot, as wide as its padded column, otherwise like other blank cells of the table. */
export function blankSlot(file: string, place: CellPlace): string {
  const old = textAt(file, place.cell.slot);
  if (old.trim() === "") return old;
  const padded = paddingOf(file, place);
  if (padded && padded.measure(old) >= padded.width) {
    const { after } = spacesAround(file, place);
    return " ".repeat(after.length <= 1 ? padded.width : padded.measure(old));
  }
  const isBlank = (cell: Cell | undefined) =>
    cell !== undefined && cell.start === cell.end && isInside(place.row, cell);
  const blank = columnCells(place).find(isBlank) ?? cellsOf(place.row).find(isBlank);
  if (blank) return textAt(file, blank.slot);
  return isTightRow(place.row) ? "" : " ";
}

/**
 * Writes the slots of a new row, by column: as wide as the padded column, otherwise with its usual spaces.
 * @param row an existing row of the table, at the place of the new one
 */
export function slotWriter(file: string, table: Table, row: Row): (column: number, text: string) => string {
  const isTight = isTightRow(row);
  const isBlank = (cell: Cell) => cell.start === cell.end && isInside(row, cell);
  const blankInRow = cellsOf(row).find(isBlank);
  const blankOf = (column: number) => {
    const blank = columnCells({ table, row, column }).find(isBlank) ?? blankInRow;
    return blank ? textAt(file, blank.slot) : isTight ? "" : " ";
  };
  const styles = table.alignments.map((_, column) => {
    const padded = paddingOf(file, { table, row, column });
    return { padded, blank: padded ? " ".repeat(padded.width) : blankOf(column) };
  });
  return (column, text) => {
    const { padded, blank } = styles[column] ?? { padded: null, blank: " " };
    if (text === "") return blank;
    if (!padded) return isTight ? `${text}${endsInEscape(text) ? " " : ""}` : ` ${text} `;
    const room = Math.max(0, padded.width - padded.measure(text) - 2);
    return padded.isRight ? ` ${" ".repeat(room)}${text} ` : ` ${text}${" ".repeat(room)} `;
  };
}

export function isPaddedColumn(file: string, table: Table, column: number): boolean {
  return paddingOf(file, { table, row: table.header, column }) !== null;
}

/** Whether the cells of a row touch their pipes. In a row of blank cells, whether the pipes touch each other. */
export function isTightRow(row: Row): boolean {
  const cells = cellsOf(row);
  const filled = cells.filter(({ start, end }) => start < end);
  if (filled.length === 0) return cells.every(({ slot }) => slot.start === slot.end);
  return filled.every(({ start, slot }) => start === slot.start);
}

/** The spaces around a text in a formerly blank cell: none in a tight row, otherwise one on each side. */
function usualSpaces(file: string, place: CellPlace): Spaces {
  return isTightRow(place.row) && textAt(file, place.cell.slot) === ""
    ? { before: "", after: "" }
    : { before: " ", after: " " };
}

/** In a tight table, a space after a trailing backslash only protects the pipe, so it is removed with the backslash. */
function spacesAround(file: string, { row, cell }: Pick<CellPlace, "row" | "cell">): Spaces {
  const { start, end, slot } = cell;
  const [before, after] = [file.slice(slot.start, start), file.slice(end, slot.end)];
  const isGuard = before === "" && slot.start > row.start && after === " " && endsInEscape(file.slice(start, end));
  return { before, after: isGuard ? "" : after };
}

/** A text that ends in an odd number of backslashes would escape a pipe directly after it. */
export function endsInEscape(text: string): boolean {
  return (/\\+$/.exec(text)?.[0].length ?? 0) % 2 === 1;
}

interface Padding {
  readonly width: number;
  readonly isRight: boolean;
  readonly measure: (text: string) => number;
}

/**
 * The padding of a column, or null if there is none. A column is padded if some text has more spaces than it needs and
 * at least half of the slots are as wide as the header's, or if the header itself is padded (then texts have outgrown
 * it). Widths are in display columns, unless more slots agree in code units.
 */
function paddingOf(file: string, place: ColumnPlace): Padding | null {
  const cells = columnCells(place);
  const [header] = cells;
  if (!header || !cells.some((cell) => hasPadding(cell))) return null;
  const [best, other] = [widthInColumns, lengthInCodeUnits].map((measure) => {
    const width = measure(textAt(file, header.slot));
    return { width, measure, agreeing: cells.filter((cell) => measure(textAt(file, cell.slot)) === width).length };
  });
  if (!best || !other) return null;
  const { width, measure, agreeing } = other.agreeing > best.agreeing ? other : best;
  const isPadded = agreeing * 2 >= cells.length || hasPadding(header);
  return isPadded ? { width, measure, isRight: isRight(cells) } : null;
}

function lengthInCodeUnits(text: string): number {
  return text.length;
}

function hasPadding(cell: Cell): boolean {
  return cell.start - cell.slot.start > 1 || cell.slot.end - cell.end > 1;
}

function isRight(cells: readonly Cell[]): boolean {
  const filled = cells.filter(({ start, end }) => start < end);
  return (
    filled.some(({ start, slot }) => start - slot.start > 1) && filled.every(({ end, slot }) => slot.end - end <= 1)
  );
}

/** The header cell of the column and the sampled cells below it. */
function columnCells({ table, row, column }: ColumnPlace): Cell[] {
  const index = Math.max(0, rowIndex(table, row) - sampledRows / 2);
  const rows = [table.header, ...table.rows.slice(index, index + sampledRows)];
  return rows.flatMap((sampled) => cellAt(sampled, column) ?? []);
}

/** By halving, because a change may be of every row; 0 for the header. */
export function rowIndex({ rows }: Table, { start }: Row): number {
  return partitionPoint(rows, (row) => row.start < start);
}

/** Whether a pipe closes the cell; a cell in another row shows how blank cells look either way. */
function isInside(row: Row, cell: Cell): boolean {
  return cell.slot.end !== row.end;
}

// A new row, in the layout of the row above.

interface RowPlace {
  readonly table: Table;
  /** The row above; null at the top of the table. */
  readonly above: Row | null;
}

/** The edit that inserts a row with these escaped texts, by column; all other cells are blank. */
export function newRowEdit(roadmap: Roadmap, place: RowPlace, texts: ReadonlyMap<number, string>): Edit {
  const { write, at, ending, prefix, isOpen, isUnclosed } = styleOf(place.above ?? place.table.header, {
    roadmap,
    place,
  });
  const slots = place.table.alignments.map((_, column) => write(column, texts.get(column) ?? ""));
  const cells = slots.join("|");
  // Without a leading pipe, a row that does not begin with a letter could be read as something else.
  const start = isOpen && /^\s*\p{L}/u.test(cells) ? cells.trimStart() : `|${cells}`;
  // A blank last cell needs the closing pipe to be a cell.
  const row = isUnclosed && slots.at(-1)?.trim() !== "" ? start.trimEnd() : `${start}|`;
  return { at: { start: at, end: at }, text: `${ending}${prefix}${row}` };
}

/**
 * The end of the line above. Text inserted there always begins a new line, even at the end of a file without a final
 * line break.
 */
export function endOfLineAbove({ text }: Roadmap, { table, above }: RowPlace): number {
  if (above) return endOfLine(text, above.end);
  const endOfHeader = endOfLine(text, table.header.end);
  return endOfLine(text, endOfHeader + endingAt(text, endOfHeader).length);
}

/** The first topic after the offset; null if there is none. */
export function firstTopicAfter(topics: readonly Topic[], offset: number): Topic | null {
  return topics[partitionPoint(topics, ({ row }) => row.start < offset)] ?? null;
}

interface RowStyle {
  readonly write: (column: number, text: string) => string;
  readonly at: number;
  readonly ending: string;
  /** The text before each row in its line: whitespace or a block quote marker. */
  readonly prefix: string;
  readonly isOpen: boolean;
  readonly isUnclosed: boolean;
}

/** By the row above; many rows are often inserted at one place. */
const styleOf = memoizeWeakly((_: Row, { roadmap, place }: { roadmap: Roadmap; place: RowPlace }): RowStyle => {
  const { table, above } = place;
  const { text } = roadmap;
  const model = modelFor(table, above);
  const at = endOfLineAbove(roadmap, place);
  return {
    write: slotWriter(text, table, model),
    at,
    ending: endingAt(text, at),
    prefix: prefixOf(text, model === table.header ? at : model.start, model),
    isOpen: cellAt(model, 0)?.slot.start === model.start,
    isUnclosed: cellAt(model, model.cellCount - 1)?.slot.end === model.end,
  };
});

/** The row above, or the first one; text directly below the table is not a model for rows. */
function modelFor(table: Table, above: Row | null): Row {
  if (above && !isTextRow(table, above)) return above;
  return table.rows.find((row) => !isTextRow(table, row)) ?? table.header;
}

/** In a table without rows, the text before the delimiter row, because a list marker may precede the header. */
function prefixOf(text: string, offset: number, model: Row): string {
  const { start, end } = lineSpanAt(text, offset);
  return offset === model.start ? text.slice(start, offset) : (/^[ \t>]*/.exec(text.slice(start, end))?.[0] ?? "");
}
