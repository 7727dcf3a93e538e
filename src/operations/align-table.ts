// Alignment of a table: the spaces around cells and the dashes of the delimiter row, so that pipes line up.
//
//     |Topic|Done|          | Topic           | Done |
//     |-|:-:|            →  |-----------------|:----:|
//     |HTTP Fundamentals|x| | HTTP Fundamentals | x  |

import { type Alignment, type Blocks, cellTextAt, type Row, type Table } from "../model/blocks.js";
import type { TopicTable } from "../model/roadmap.js";
import { type Edit, type Span, textAt } from "../text/edit.js";
import { widthInColumns } from "../text/width.js";
import { type DelimiterRow, delimiterRow } from "./add-column.js";

/** Wider texts are ignored for the column width: one text of thousands of characters would widen every row. */
export const maxCountedWidth = 120;

export const minColumnWidth = 3;

/**
 * Edits of spaces and dashes only: no text, pipe or row changes. Rows keep their number of cells; a row without a pipe
 * at its edge does not get one. No edits if the table is already aligned.
 * @param edits those of the tables before it; the new ones are appended
 * @returns the same list
 */
export function alignmentEdits(text: string, table: Table, edits: Edit[] = []): Edit[] {
  const delimiter = delimiterRow(text, table);
  if (delimiter.slots.length !== table.alignments.length) return edits;
  const rows = [table.header, ...table.rows];
  const isPiped = isPipedAtStart(text, delimiter) || rows.some((row) => !isOpenAtStart(row, 0));
  const widthOf = measureOf(text, table);
  const widths = columnWidths(rows, table, widthOf);
  const columns = { widths, alignments: table.alignments, edge: isPiped ? 2 : 0 };
  for (const edit of delimiterEdits(text, delimiter, columns)) edits.push(edit);
  for (const row of rows) addRowEdits(edits, { text, row, columns, widthOf });
  return edits;
}

interface Columns {
  /** In display columns. */
  readonly widths: readonly number[];
  readonly alignments: readonly Alignment[];
  /** The column in the line where the texts of the first column begin. */
  readonly edge: number;
}

function isOpenAtStart({ start, offsets, first }: Row, column: number): boolean {
  return column === 0 && offsets[first] === start;
}

function isOpenAtEnd({ end, offsets, first }: Row, column: number): boolean {
  return offsets[first + column * 4 + 3] === end;
}

/** The width in display columns of the text between two offsets. */
type Measure = (start: number, end: number) => number;

/** Most tables are ASCII without tabs; those are measured without slicing. */
function measureOf(text: string, { span }: Table): Measure {
  if (!/[^\0-~]/.test(textAt(text, span))) return (start, end) => end - start;
  return (start, end) => widthInColumns(text.slice(start, end));
}

function columnWidths(rows: readonly Row[], { alignments }: Table, widthOf: Measure): number[] {
  const widths = alignments.map(() => minColumnWidth);
  for (const { offsets, first, cellCount } of rows) {
    // The single cell of a section row, or of text directly below the table, belongs to no column.
    if (cellCount === 1 && widths.length > 1) continue;
    for (let column = 0; column < Math.min(cellCount, widths.length); column++) {
      const at = first + column * 4;
      const width = widthOf(offsets[at + 1] ?? 0, offsets[at + 2] ?? 0);
      if (width <= maxCountedWidth && width > (widths[column] ?? 0)) widths[column] = width;
    }
  }
  return widths;
}

interface RowPlace {
  readonly text: string;
  readonly row: Row;
  readonly columns: Columns;
  readonly widthOf: Measure;
}

/** Reads the plain numbers in which cells are stored: a large file has a hundred thousand cells. */
function addRowEdits(edits: Edit[], { text, row, columns, widthOf }: RowPlace): void {
  const { offsets, first, cellCount } = row;
  for (let column = 0; column < cellCount; column++) {
    const at = first + column * 4;
    const [slotStart, start] = [offsets[at] ?? 0, offsets[at + 1] ?? 0];
    const [end, slotEnd] = [offsets[at + 2] ?? 0, offsets[at + 3] ?? 0];
    const [isOpen, isLast] = [isOpenAtStart(row, column), isOpenAtEnd(row, column)];
    const width = columns.widths[column] ?? -1;
    if (start === end) {
      if (!isLast) addSpaces(edits, text, { start: slotStart, end: slotEnd, count: Math.max(1, width + 2) });
      continue;
    }
    const room = Math.max(0, width + (isOpen ? columns.edge : 0) - widthOf(start, end));
    const lead = isOpen ? 0 : leadOf(room, columns.alignments[column]);
    addSpaces(edits, text, { start: slotStart, end: start, count: isOpen ? 0 : lead + 1 });
    addSpaces(edits, text, { start: end, end: slotEnd, count: isLast ? 0 : room - lead + 1 });
  }
}

function leadOf(room: number, alignment: Alignment | undefined): number {
  return alignment === "right" ? room : alignment === "center" ? Math.floor(room / 2) : 0;
}

function addSpaces(edits: Edit[], text: string, { start, end, count }: Span & { readonly count: number }): void {
  if (end - start === count && isSpaces(text, start, end)) return;
  edits.push({ at: { start, end }, text: spaces[count] ?? " ".repeat(count) });
}

/** Built once: most edits of a large table are one of these. */
const spaces = Array.from({ length: maxCountedWidth + 3 }, (_, count) => " ".repeat(count));

function isSpaces(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (text.charCodeAt(at) !== 0x20) return false;
  return true;
}

function isPipedAtStart(text: string, { slots }: DelimiterRow): boolean {
  return text[(slots[0]?.start ?? 0) - 1] === "|";
}

/** Dashes that touch their pipes continue to do so. */
function delimiterEdits(text: string, row: DelimiterRow, { widths, edge }: Columns): Edit[] {
  const { slots, isClosed } = row;
  const isTight = slots.every((slot) => textAt(text, slot) === textAt(text, slot).trim());
  return slots.flatMap((slot, column) => {
    const old = textAt(text, slot).trim();
    const before = column > 0 || isPipedAtStart(text, row) ? 1 : 0;
    const after = column < slots.length - 1 || isClosed ? 1 : 0;
    const width = (widths[column] ?? 0) + (before === 0 ? edge : 0) + (isTight ? before + after : 0);
    const [left, right] = [old.startsWith(":") ? ":" : "", old.endsWith(":") ? ":" : ""];
    const dashes = left + "-".repeat(width - left.length - right.length) + right;
    const wanted = isTight ? dashes : " ".repeat(before) + dashes + " ".repeat(after);
    return textAt(text, slot) === wanted ? [] : [{ at: slot, text: wanted }];
  });
}

// An aligned text must be read exactly like the original, cell by cell.

/** A text and its blocks as found by a reader. */
interface BlocksOfText {
  readonly text: string;
  readonly blocks: Blocks;
}

/**
 * Verifies an alignment. A roadmap is read from the texts of its blocks and nothing else, so comparing these is enough.
 * @throws Error if anything but the spaces and dashes in topic tables differs: that is a bug in roadmap
 */
export function verifyAlignment(
  before: BlocksOfText & { readonly tables: readonly Pick<TopicTable, "table">[] },
  after: BlocksOfText,
): void {
  const own = new Set(before.tables.map(({ table }) => before.blocks.tables.indexOf(table)));
  const tablesIn = ({ tables }: Blocks) => tables.filter((_, index) => own.has(index));
  const [then, now] = [tablesIn(before.blocks), tablesIn(after.blocks)];
  if (textAround(before.text, then) !== textAround(after.text, now))
    throw new Error("text outside of the tables changed");
  if (shapeOf(before.blocks) !== shapeOf(after.blocks)) throw new Error("a block changed");
  const isSameRow = sameRow(before.text, after.text);
  const isSame = pairsAre(then, now, (old, aligned) => pairsAre(rowsOf(old), rowsOf(aligned), isSameRow));
  if (!isSame) throw new Error("a cell changed");
}

/** The number of blocks of each kind, and the shape of each table. */
function shapeOf({ headings, paragraphs, items, tables }: Blocks): string {
  const shapes = tables.map(({ rows, alignments }) => `${rows.length} ${alignments.join()}`);
  return [headings.length, paragraphs.length, items.length, ...shapes].join("; ");
}

function textAround(text: string, tables: readonly Table[]): string {
  let at = 0;
  const parts = tables.map(({ span }) => {
    const part = text.slice(at, span.start);
    at = span.end;
    return part;
  });
  return [...parts, text.slice(at)].join("\0");
}

function rowsOf({ header, rows }: Table): readonly Row[] {
  return [header, ...rows];
}

function sameRow(then: string, now: string): (row: Row, other: Row) => boolean {
  return (row, other) => {
    if (row.cellCount !== other.cellCount) return false;
    for (let column = 0; column < row.cellCount; column++)
      if (cellTextAt(then, row, column) !== cellTextAt(now, other, column)) return false;
    return true;
  };
}

function pairsAre<Thing>(
  before: readonly Thing[],
  after: readonly Thing[],
  isSame: (then: Thing, now: Thing) => boolean,
): boolean {
  return (
    before.length === after.length &&
    before.every((thing, index) => {
      const now = after[index];
      return now !== undefined && isSame(thing, now);
    })
  );
}
