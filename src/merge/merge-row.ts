// Merge row: merges one row of a table by cell; the spaces around each cell are from the side that changed it.

import type { MergedColumn } from "./merge-columns.js";
import { agreed, type Side, type Versions } from "./pieces.js";
import { joinRow, type Line, type RowLine, slotText } from "./row-line.js";

export interface RowMerge {
  /** The row when its conflicts are resolved for that version; null if the version lacks it. */
  readonly texts: Versions<Line | null>;
  readonly contested: readonly ContestedCell[];
}

interface ContestedCell extends Versions<string> {
  readonly column: MergedColumn;
}

export interface Layout {
  /** The columns of the merged table, in order. */
  readonly columns: readonly MergedColumn[];
  /** The number of columns in the header of each version. */
  readonly counts: Versions<number>;
  /** The content of a slot. */
  readonly read: (slot: string | undefined) => string;
}

type Rows = Versions<RowLine | null>;

/** The row that both sides have, or only one, or that one has and the other deleted. */
export function mergeRow(rows: Rows, layout: Layout): RowMerge {
  const line = unchangedLine(rows, layout);
  if (line) return { texts: { base: rows.base && line, ours: line, theirs: line }, contested: [] };
  const columns = [...layout.columns, ...surplusColumns(rows, layout)];
  const cells = columns.map((column) => mergeCell(slotsOf(rows, column), { column, layout, rows }));
  const ending = agreedOrOurs(mapRows(rows, (row) => row.line.ending));
  const prefix = agreedOrOurs(mapRows(rows, ({ parts }) => parts.prefix));
  const suffix = agreedOrOurs(mapRows(rows, ({ parts }) => parts.suffix));
  const textFor = (version: keyof Rows): Line => ({
    text: joinRow({ prefix, slots: cells.map((cell) => cell.slots[version]), suffix }),
    ending,
  });
  const contested = cells.flatMap(({ contest }) => contest ?? []);
  return {
    texts: { base: rows.base && textFor("base"), ours: textFor("ours"), theirs: textFor("theirs") },
    contested,
  };
}

/** The line of a side if it stays unchanged, including the layout. */
function unchangedLine({ base, ours, theirs }: Rows, { columns, counts }: Layout): Line | null {
  const isWholeOf = (version: keyof Rows) =>
    columns.length === counts[version] && columns.every((column, index) => column[version] === index);
  if (!ours || !theirs) {
    const side = ours ? "ours" : "theirs";
    return isWholeOf(side) ? ((ours ?? theirs)?.line ?? null) : null;
  }
  const text = agreed({ base: base?.line.text ?? null, ours: ours.line.text, theirs: theirs.line.text });
  if (text === null || !isWholeOf("ours") || !isWholeOf("theirs") || (base && !isWholeOf("base"))) return null;
  return { text, ending: agreedOrOurs(mapRows({ base, ours, theirs }, (row) => row.line.ending)) };
}

/** A row may have more cells than its table has columns; surplus cells correspond by position. */
function surplusColumns(rows: Rows, { counts }: Layout): MergedColumn[] {
  const surplus = (version: keyof Rows) => (rows[version]?.parts.slots.length ?? 0) - counts[version];
  const most = Math.max(0, surplus("base"), surplus("ours"), surplus("theirs"));
  return Array.from({ length: most }, (_, index) => ({
    base: counts.base + index,
    ours: counts.ours + index,
    theirs: counts.theirs + index,
  }));
}

type Slots = Versions<string | undefined>;

function slotsOf(rows: Rows, column: MergedColumn): Slots {
  const slotIn = (version: keyof Rows) => rows[version]?.parts.slots[column[version]];
  return { base: slotIn("base"), ours: slotIn("ours"), theirs: slotIn("theirs") };
}

interface CellContext {
  readonly column: MergedColumn;
  readonly layout: Layout;
  readonly rows: Rows;
}

interface MergedCell {
  readonly slots: Slots;
  readonly contest?: ContestedCell;
}

function mergeCell(slots: Slots, { column, layout, rows }: CellContext): MergedCell {
  const has = (version: keyof Rows) => rows[version] !== null && column[version] >= 0;
  if (!has("ours")) return sameIn(has("theirs") ? slots.theirs : " ");
  if (!has("theirs")) return sameIn(slots.ours);
  const texts = { base: layout.read(slots.base), ours: layout.read(slots.ours), theirs: layout.read(slots.theirs) };
  if (texts.ours === texts.theirs) {
    // Padding never causes a conflict.
    const isOnlyPadded = texts.base === texts.ours && slots.ours === slots.base;
    return sameIn(isOnlyPadded ? slots.theirs : slots.ours);
  }
  if (texts.base === texts.ours) return sameIn(slots.theirs);
  if (texts.base === texts.theirs) return sameIn(slots.ours);
  return { slots: { ...slots, base: slots.base ?? " " }, contest: { column, ...texts } };
}

function sameIn(slot: string | undefined): MergedCell {
  return { slots: { base: slot, ours: slot, theirs: slot } };
}

function mapRows({ base, ours, theirs }: Rows, partOf: (row: RowLine) => string): Versions<string | null> {
  return { base: base && partOf(base), ours: ours && partOf(ours), theirs: theirs && partOf(theirs) };
}

/** What surrounds the cells is not a value: ours, unless only theirs has changed it. */
function agreedOrOurs({ base, ours, theirs }: Versions<string | null>): string {
  if (ours === null) return theirs ?? "";
  return theirs !== null && base === ours ? theirs : ours;
}

/** Whether the row changed in a column that both have, or in one that the base lacks. */
export function isRowChanged(before: RowLine, after: RowLine, { columns, side, counts }: ChangeContext): boolean {
  if (before.line.text === after.line.text && counts.base === counts[side]) return false;
  const surplus = Math.max(0, after.parts.slots.length - counts[side], before.parts.slots.length - counts.base);
  const beyond = Array.from({ length: surplus }, (_, index) => ({
    from: counts.base + index,
    to: counts[side] + index,
  }));
  const pairs = columns
    .filter((column) => column[side] >= 0)
    .map((column) => ({ from: column.base, to: column[side] }));
  return [...pairs, ...beyond].some(
    ({ from, to }) => slotText(before.parts.slots[from]) !== slotText(after.parts.slots[to]),
  );
}

interface ChangeContext {
  /** All columns. */
  readonly columns: readonly MergedColumn[];
  readonly side: Side;
  readonly counts: Versions<number>;
}
