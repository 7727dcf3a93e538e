// Blocks: the parts of a Markdown file that a roadmap is read from, with their positions.
//
// remark with GFM defines what counts as a block. All spans are in the text that was read, counted in UTF-16 code
// units, byte order mark included. Every list is in file order.

import type { Span } from "../text/edit.js";

export interface Blocks {
  /** Top-level headings only: a heading in a list item or block quote opens no section. */
  readonly headings: readonly Heading[];
  /** Top-level paragraphs only (goal lines are read from them). */
  readonly paragraphs: readonly Span[];
  /** All GFM tables, including those in block quotes and list items. */
  readonly tables: readonly Table[];
  /** All list items, at any level. */
  readonly items: readonly ListItem[];
  /**
   * All other blocks that can be indented by spaces only: code, link reference definitions, the remaining content of
   * block quotes and list items.
   */
  readonly others: readonly OtherBlock[];
}

/** Paragraphs in a block quote, or in a list item after its first block; headings in either. */
export interface OtherBlock {
  readonly kind: "paragraph" | "heading" | "code" | "html" | "thematicBreak" | "definition";
  /** Its first character that is not whitespace. */
  readonly at: number;
}

export interface Heading {
  readonly depth: number;
  /** The whole heading, including `#` marks or the underline. */
  readonly span: Span;
  /**
   * Its inline content without marks and surrounding whitespace; if there is none, an empty span at the end of the
   * heading.
   */
  readonly content: Span;
}

export interface ListItem {
  /**
   * From the list marker to the end of the last block inside that is no list, item or block quote; for an empty item,
   * to the end of the marker.
   */
  readonly span: Span;
  /** The item that contains this one, as an index into `Blocks.items`; -1 at the top level. */
  readonly parent: number;
  readonly ordered: boolean;
  /** The character between the brackets, if GFM reads a checkbox. */
  readonly mark: Span | null;
  /**
   * The first paragraph of the item, from its first character (the `[` of a checkbox, if there is one); null if the
   * item begins with another block.
   */
  readonly content: Span | null;
}

/** A GFM table. */
export interface Table {
  readonly span: Span;
  readonly header: Row;
  /** One alignment per column: the delimiter row defines the number of columns. */
  readonly alignments: readonly Alignment[];
  readonly rows: readonly Row[];
}

export type Alignment = "left" | "right" | "center" | null;

/**
 * From the first pipe or character of the row to the last, without surrounding whitespace. Cells are stored as plain
 * numbers: as objects, those of a large file would take more time and memory than everything else.
 */
export interface Row extends Span {
  /** Shared by several rows. Four numbers per cell: start of its slot, its start, its end, end of its slot. */
  readonly offsets: Int32Array;
  /** The index of this row's first number. */
  readonly first: number;
  /** The number of cells in the row, which may differ from the number of columns. */
  readonly cellCount: number;
}

/**
 * The span of a cell is its content without surrounding whitespace; for a blank cell it is empty, at the end of its
 * slot.
 */
export interface Cell extends Span {
  /** Everything that belongs to the cell: between its pipes, or between a pipe and the edge of the row. */
  readonly slot: Span;
}

/** A row that shares its offsets with no other one. */
export function rowOf({ start, end }: Span, offsets: readonly number[]): Row {
  return { start, end, offsets: Int32Array.from(offsets), first: 0, cellCount: offsets.length / 4 };
}

/** Moves rows by so many code units. Rows that share their offsets still do, also those of several tables. */
export function rowShifter(): (rows: readonly Row[], by: number) => readonly Row[] {
  const shifts = new Map<number, Map<Row["offsets"], Row["offsets"]>>();
  return (rows, by) => {
    if (by === 0) return rows;
    const known = shifts.get(by) ?? new Map<Row["offsets"], Row["offsets"]>();
    shifts.set(by, known);
    return rows.map(({ start, end, offsets, first, cellCount }) => {
      const moved = known.get(offsets) ?? offsets.map((offset) => offset + by);
      known.set(offsets, moved);
      return { start: start + by, end: end + by, offsets: moved, first, cellCount };
    });
  };
}

/** The cell in that column, counted from 0; undefined if the row has none there. */
export function cellAt({ offsets, first, cellCount }: Row, column: number): Cell | undefined {
  if (column >= cellCount) return undefined;
  const at = first + column * 4;
  const slot = { start: offsets[at] ?? 0, end: offsets[at + 3] ?? 0 };
  return { start: offsets[at + 1] ?? 0, end: offsets[at + 2] ?? 0, slot };
}

export function cellsOf(row: Row): Cell[] {
  return Array.from({ length: row.cellCount }, (_, column) => cellAt(row, column)).filter((cell) => cell !== undefined);
}

/** Whether a line without pipes is still a row: GFM makes text directly below a table part of it. */
export function isTextRow({ alignments }: Table, row: Row): boolean {
  const slot = row.cellCount === 1 && alignments.length > 1 ? cellAt(row, 0)?.slot : undefined;
  return slot !== undefined && slot.start === row.start && slot.end === row.end;
}

/** The text of the cell in that column as written, including escapes; empty if there is no such cell. */
export function cellTextAt(text: string, { offsets, first, cellCount }: Row, column: number): string {
  if (column >= cellCount) return "";
  const at = first + column * 4;
  return text.slice(offsets[at + 1], offsets[at + 2]);
}

/**
 * Where a block begins. Two texts are read alike when the same blocks begin at the same places, because every line that
 * begins no block belongs to the block above it.
 */
export interface BlockPosition {
  /** Table rows count as blocks here; `text` is the paragraph that a list item begins with. */
  readonly kind: string;
  readonly at: number;
  /** The innermost list item that contains it. */
  readonly around: ListItem | null;
}

/** Every block of a file, in file order. */
export function blockList({ headings, paragraphs, tables, items, others }: Blocks): BlockPosition[] {
  const starts = [
    ...headings.map(({ depth, span }) => ({ kind: `heading of depth ${depth}`, at: span.start })),
    ...paragraphs.map(({ start }) => ({ kind: "paragraph", at: start })),
    ...tables.flatMap(({ header, rows }) => [header, ...rows].map(({ start }) => ({ kind: "row", at: start }))),
    ...items.flatMap(({ span, mark, content }) => [
      { kind: mark ? "task" : "item", at: span.start },
      ...(content ? [{ kind: "text", at: content.start }] : []),
    ]),
    ...others,
  ].sort((a, b) => a.at - b.at);
  let [next, last] = [0, -1];
  return starts.map(({ kind, at }) => {
    while ((items[next]?.span.start ?? at) < at) last = next++;
    while (last >= 0 && (items[last]?.span.end ?? 0) <= at) last = items[last]?.parent ?? -1;
    return { kind, at, around: items[last] ?? null };
  });
}
