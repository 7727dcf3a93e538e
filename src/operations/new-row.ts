// New row: a row inserted into a table in the layout of its neighbors.

import { cellAt, isTextRow, type Row, type Table } from "../model/blocks.js";
import type { Roadmap, Topic } from "../model/roadmap.js";
import { countWhile } from "../text/arrays.js";
import type { Edit } from "../text/edit.js";
import { endingAt, endOfLine, lineSpanAt } from "../text/lines.js";
import { memoizeWeakly } from "../text/memoize.js";
import { slotWriter } from "./cell-slot.js";

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
export function firstBelow(topics: readonly Topic[], offset: number): Topic | null {
  return topics[countWhile(topics, ({ row }) => row.start < offset)] ?? null;
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
