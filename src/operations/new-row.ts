// New row: a row written into a table as its neighbours are.

import type { Roadmap, Topic } from "../model/roadmap.js";
import { cellAt, isTextRow, type Row, type Table } from "../model/table.js";
import { countWhile } from "../text/count-while.js";
import type { Edit } from "../text/edit.js";
import { endingAt, endOfLine, lineSpanAt } from "../text/line-span.js";
import { slotWriter } from "./cell-slot.js";

interface RowPlace {
  readonly table: Table;
  /** The row above; null for the top of the table. */
  readonly above: Row | null;
}

/** The edit that writes a row with these texts, escapes included, by column; all other cells of it are blank. */
export function newRowEdit(roadmap: Roadmap, place: RowPlace, texts: ReadonlyMap<number, string>): Edit {
  const { write, at, ending, prefix, isOpen, isUnclosed } = styleOf(roadmap, place);
  const slots = place.table.alignments.map((_, column) => write(column, texts.get(column) ?? ""));
  const cells = slots.join("|");
  // Without the pipe in front of it, a row could be read as something else when it does not begin with a letter.
  const start = isOpen && /^\s*\p{L}/u.test(cells) ? cells.trimStart() : `|${cells}`;
  // A last cell that is blank needs the pipe behind it to be a cell at all.
  const row = isUnclosed && slots.at(-1)?.trim() !== "" ? start.trimEnd() : `${start}|`;
  return { at: { start: at, end: at }, text: `${ending}${prefix}${row}` };
}

/** Where the line above ends: whatever is written there begins a line, also at the end of a file without a last ending. */
export function endOfLineAbove({ text }: Roadmap, { table, above }: RowPlace): number {
  if (above) return endOfLine(text, above.end);
  const endOfHeader = endOfLine(text, table.header.end);
  return endOfLine(text, endOfHeader + endingAt(text, endOfHeader).length);
}

/** The first topic behind the offset; null when there is none. */
export function firstBelow(topics: readonly Topic[], offset: number): Topic | null {
  return topics[countWhile(topics, ({ row }) => row.start < offset)] ?? null;
}

interface RowStyle {
  readonly write: (column: number, text: string) => string;
  readonly at: number;
  readonly ending: string;
  /** What stands before each row in its line: blanks, or the mark of a quotation. */
  readonly prefix: string;
  readonly isOpen: boolean;
  readonly isUnclosed: boolean;
}

/** By the row above; many rows are often written at one place. */
const known = new WeakMap<Row, RowStyle>();

function styleOf(roadmap: Roadmap, place: RowPlace): RowStyle {
  const { table, above } = place;
  const found = known.get(above ?? table.header);
  if (found) return found;
  const { text } = roadmap;
  const model = modelFor(table, above);
  const at = endOfLineAbove(roadmap, place);
  const style = {
    write: slotWriter(text, table, model),
    at,
    ending: endingAt(text, at),
    prefix: prefixOf(text, model === table.header ? at : model.start, model),
    isOpen: cellAt(model, 0)?.slot.start === model.start,
    isUnclosed: cellAt(model, model.cellCount - 1)?.slot.end === model.end,
  };
  known.set(above ?? table.header, style);
  return style;
}

/** The row above, or the first one; text right below the table is no model for a row. */
function modelFor(table: Table, above: Row | null): Row {
  if (above && !isTextRow(table, above)) return above;
  return table.rows.find((row) => !isTextRow(table, row)) ?? table.header;
}

/** Of a table without rows, what stands before its delimiter row: before its header may stand a bullet. */
function prefixOf(text: string, offset: number, model: Row): string {
  const { start, end } = lineSpanAt(text, offset);
  return offset === model.start ? text.slice(start, offset) : (/^[ \t>]*/.exec(text.slice(start, end))?.[0] ?? "");
}
