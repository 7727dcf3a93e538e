// Edited blocks: the blocks of a text after edits inside table rows, of which only these rows are read again.
//
// Outside of lists and block quotes, a line that begins with a pipe can begin no block and end none. Below a row of a
// table it is the next row, whatever follows the pipe; so nothing outside of the line can be read differently.

import { type Blocks, cellsOf, type Row, rowShifter, type Table } from "../model/blocks.js";
import { partitionPoint } from "../text/arrays.js";
import { type Edit, inOrder, type Span, shiftSpan } from "../text/edit.js";
import { newRowState, readRow } from "./scan/table.js";

interface EditedText {
  readonly before: string;
  readonly after: string;
  /** What makes one of the other. */
  readonly edits: readonly Edit[];
}

/** Reading more rows one by one takes as long as reading everything. */
const maxRows = 100;

/** The blocks of the text after the edits; null if it is not certain that only rows have changed. */
export function editedBlocks(blocks: Blocks, { before, after, edits }: EditedText): Blocks | null {
  const rows: EditedRow[] = [];
  for (const { at, text } of inOrder(edits)) {
    const last = rows.at(-1);
    const row = last && at.start <= last.old.end ? last.old : rowAt(blocks.tables, at.start);
    if (!row || !isInsideRow(before, row, { at, text }) || rows.length > maxRows) return null;
    const growth = text.length - (at.end - at.start);
    if (row === last?.old) last.growth += growth;
    else rows.push({ old: row, growth, now: row });
  }
  let shift = 0;
  for (const row of rows) {
    const now = rowAfter(row, { before, after, shift });
    if (now === null) return null;
    row.now = now;
    shift += row.growth;
  }
  return withRows(blocks, rows);
}

interface EditedRow {
  readonly old: Row;
  growth: number;
  now: Row;
}

/** The row of a table, but not its header, that begins before the offset and is the last to do so. */
function rowAt(tables: readonly Table[], offset: number): Row | undefined {
  const table = tables[partitionPoint(tables, ({ span }) => span.start < offset) - 1];
  return table?.rows[partitionPoint(table.rows, ({ start }) => start < offset) - 1];
}

function isInsideRow(before: string, { start, end }: Row, { at, text }: Edit): boolean {
  const isAtMargin = before.charAt(start) === "|" && before.charAt(start - 1) === "\n";
  return isAtMargin && at.end <= end && !/[\r\n]/.test(text);
}

/** The edited row in the new text; null if the old one, read alone, has other cells than in its whole text. */
function rowAfter(
  { old, growth }: EditedRow,
  { before, after, shift }: { readonly before: string; readonly after: string; readonly shift: number },
): Row | null {
  const isSame = JSON.stringify(cellsOf(rowIn(before, old))) === JSON.stringify(cellsOf(old));
  return isSame ? rowIn(after, { start: old.start + shift, end: old.end + shift + growth }) : null;
}

function rowIn(text: string, { start, end }: Span): Row {
  return readRow(text, { start, end }, newRowState());
}

/** With the edited rows in place of the old ones, and everything after them moved. */
function withRows({ headings, paragraphs, tables, items, others }: Blocks, rows: readonly EditedRow[]): Blocks {
  const shifts = { shiftAt: shiftsOf(rows), shiftRows: rowShifter() };
  const { shiftAt } = shifts;
  const moved = (span: Span): Span => shiftSpan(span, shiftAt(span.start));
  return {
    headings: headings.map((heading) => ({ ...heading, span: moved(heading.span), content: moved(heading.content) })),
    paragraphs: paragraphs.map(moved),
    tables: tables.map((table) => editedTable(table, rows, shifts)),
    items: items.map(({ span, mark, content, ...item }) => ({
      ...item,
      span: moved(span),
      mark: mark && moved(mark),
      content: content && moved(content),
    })),
    others: others.map(({ kind, at }) => ({ kind, at: at + shiftAt(at) })),
  };
}

/** How far an offset outside of the edited rows, or at the end of one, is moved. */
function shiftsOf(rows: readonly EditedRow[]): (offset: number) => number {
  const shifts = [0];
  for (const { growth } of rows) shifts.push((shifts.at(-1) ?? 0) + growth);
  return (offset) => shifts[partitionPoint(rows, ({ old }) => old.start < offset)] ?? 0;
}

interface Shifts {
  readonly shiftAt: (offset: number) => number;
  readonly shiftRows: ReturnType<typeof rowShifter>;
}

function editedTable(table: Table, edited: readonly EditedRow[], { shiftAt, shiftRows }: Shifts): Table {
  const { span, header, rows } = table;
  const isEdited = ({ old }: EditedRow) => span.start < old.start && old.start < span.end;
  const own = edited.filter(isEdited);
  const shift = shiftAt(span.start);
  if (own.length === 0 && shift === 0) return table;
  const [movedHeader = header] = shiftRows([header], shift);
  const moved: Row[] = [];
  let from = 0;
  for (const { old, now } of own) {
    const index = rows.indexOf(old, from);
    moved.push(...shiftRows(rows.slice(from, index), shiftAt(old.start)), now);
    from = index + 1;
  }
  return {
    ...table,
    span: { start: span.start + shift, end: span.end + shiftAt(span.end) },
    header: movedHeader,
    rows: [...moved, ...shiftRows(rows.slice(from), shiftAt(span.end))],
  };
}
