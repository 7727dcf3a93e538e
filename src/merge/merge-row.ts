// Merge of a row, by cell, with the spaces of the side that changed it; and of the columns of a table.

import type { MatchFeatures, Proximity } from "../model/history/match.js";
import { plainText } from "../model/inline-text.js";
import { normalize } from "../text/normalize.js";
import { joinRow, type LineWithEnding, type RowLine, slotText, type TableBlock } from "./document.js";
import { mapVersions, mergedValue, type Side, type Versions } from "./hunks.js";
import { assignStableIds, matchVersions, type Partners, type StableIds } from "./identify.js";
import { isReworded } from "./reworded-names.js";
import { flat, mergeSequences } from "./sequences.js";

export interface RowMerge {
  /** The row when its conflicts are resolved for that version; null if the version lacks it. */
  readonly texts: Versions<LineWithEnding | null>;
  readonly conflicting: readonly ConflictingCell[];
}

interface ConflictingCell extends Versions<string> {
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
  if (line) return { texts: { base: rows.base && line, ours: line, theirs: line }, conflicting: [] };
  const columns = [...layout.columns, ...surplusColumns(rows, layout)];
  const cells = columns.map((column) => mergeCell(slotsOf(rows, column), { column, layout, rows }));
  const ending = mergedValueOrOurs(mapRows(rows, (row) => row.line.ending));
  const prefix = mergedValueOrOurs(mapRows(rows, ({ parts }) => parts.prefix));
  const suffix = mergedValueOrOurs(mapRows(rows, ({ parts }) => parts.suffix));
  const textFor = (version: keyof Rows): LineWithEnding => ({
    text: joinRow({ prefix, slots: cells.map((cell) => cell.slots[version]), suffix }),
    ending,
  });
  const conflicting = cells.flatMap(({ detail }) => detail ?? []);
  return {
    texts: { base: rows.base && textFor("base"), ours: textFor("ours"), theirs: textFor("theirs") },
    conflicting,
  };
}

/** The line of a side if it stays unchanged, including the layout. */
function unchangedLine({ base, ours, theirs }: Rows, { columns, counts }: Layout): LineWithEnding | null {
  const isWholeOf = (version: keyof Rows) =>
    columns.length === counts[version] && columns.every((column, index) => column[version] === index);
  if (!ours || !theirs) {
    const side = ours ? "ours" : "theirs";
    return isWholeOf(side) ? ((ours ?? theirs)?.line ?? null) : null;
  }
  const text = mergedValue({ base: base?.line.text ?? null, ours: ours.line.text, theirs: theirs.line.text });
  if (text === null || !isWholeOf("ours") || !isWholeOf("theirs") || (base && !isWholeOf("base"))) return null;
  return { text, ending: mergedValueOrOurs(mapRows({ base, ours, theirs }, (row) => row.line.ending)) };
}

/** A row may have more cells than its table has columns; surplus cells correspond by position. */
function surplusColumns(rows: Rows, { counts }: Layout): MergedColumn[] {
  const surplus = (version: keyof Rows) => (rows[version]?.parts.slots.length ?? 0) - counts[version];
  const count = Math.max(0, surplus("base"), surplus("ours"), surplus("theirs"));
  return Array.from({ length: count }, (_, index) => ({
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
  readonly detail?: ConflictingCell;
}

function mergeCell(slots: Slots, { column, layout, rows }: CellContext): MergedCell {
  const has = (version: keyof Rows) => rows[version] !== null && column[version] >= 0;
  if (!has("ours")) return sameInAll(has("theirs") ? slots.theirs : " ");
  if (!has("theirs")) return sameInAll(slots.ours);
  const texts = { base: layout.read(slots.base), ours: layout.read(slots.ours), theirs: layout.read(slots.theirs) };
  if (texts.ours === texts.theirs) {
    // Padding never causes a conflict.
    const isOnlyPadded = texts.base === texts.ours && slots.ours === slots.base;
    return sameInAll(isOnlyPadded ? slots.theirs : slots.ours);
  }
  if (texts.base === texts.ours) return sameInAll(slots.theirs);
  if (texts.base === texts.theirs) return sameInAll(slots.ours);
  return { slots: { ...slots, base: slots.base ?? " " }, detail: { column, ...texts } };
}

function sameInAll(slot: string | undefined): MergedCell {
  return { slots: { base: slot, ours: slot, theirs: slot } };
}

function mapRows({ base, ours, theirs }: Rows, partOf: (row: RowLine) => string): Versions<string | null> {
  return { base: base && partOf(base), ours: ours && partOf(ours), theirs: theirs && partOf(theirs) };
}

/** What surrounds the cells is not a value: ours, unless only theirs has changed it. */
function mergedValueOrOurs({ base, ours, theirs }: Versions<string | null>): string {
  if (ours === null) return theirs ?? "";
  return theirs !== null && base === ours ? theirs : ours;
}

/** Whether the row changed in a column that both have, or in one that the base lacks. */
export function isRowChanged(before: RowLine, after: RowLine, { columns, side, counts }: ChangeContext): boolean {
  if (before.line.text === after.line.text && counts.base === counts[side]) return false;
  const surplus = Math.max(0, after.parts.slots.length - counts[side], before.parts.slots.length - counts.base);
  const surplusPairs = Array.from({ length: surplus }, (_, index) => ({
    from: counts.base + index,
    to: counts[side] + index,
  }));
  const pairs = columns
    .filter((column) => column[side] >= 0)
    .map((column) => ({ from: column.base, to: column[side] }));
  return [...pairs, ...surplusPairs].some(
    ({ from, to }) => slotText(before.parts.slots[from]) !== slotText(after.parts.slots[to]),
  );
}

interface ChangeContext {
  /** All columns. */
  readonly columns: readonly MergedColumn[];
  readonly side: Side;
  readonly counts: Versions<number>;
}

// Which columns the merged table has, and which one side deleted while the other wrote into them.

/** The index of the column in each version, counted from 0; -1 if it lacks it. */
export type MergedColumn = Versions<number>;

export interface MergedColumns {
  readonly merged: readonly MergedColumn[];
  /** Those that one side deleted and the other changed. */
  readonly conflicting: ReadonlySet<MergedColumn>;
  /** All of them, including deleted ones. */
  readonly all: readonly MergedColumn[];
}

/** The rows of the base with their counterparts on a side. */
interface RowPartners {
  readonly toOurs: Partners;
  readonly toTheirs: Partners;
}

/** @returns null if no order of the columns keeps them all; a base of null has no columns */
export function mergeColumns(tables: Versions<TableBlock | null>, rows: RowPartners): MergedColumns | null {
  const stableIds = identifyColumns(tables, rows);
  const columnOf = (number: number): MergedColumn => ({
    base: stableIds.indexOf("base", number),
    ours: stableIds.indexOf("ours", number),
    theirs: stableIds.indexOf("theirs", number),
  });
  const isConflicting = (column: MergedColumn) => {
    if (column.base < 0 || column.ours >= 0 === column.theirs >= 0) return false;
    const side = column.ours >= 0 ? "ours" : "theirs";
    const partners = side === "ours" ? rows.toOurs : rows.toTheirs;
    return isColumnChanged({ before: tables.base, after: tables[side], partners }, column.base, column[side]);
  };
  const steps = mergeSequences(stableIds.ids, {
    outcomeOfDeletion: (number) => (isConflicting(columnOf(number)) ? "conflict" : "dropped"),
    isDivider: () => false,
    ...flat,
  });
  if (steps === null) return null;
  const merged = steps.flatMap((step): MergedColumn[] => {
    if (step.kind === "conflict") return [];
    const side = step.kind === "one" ? step.side : "ours";
    const index = step.kind === "one" ? step.index : step.ours;
    return [columnOf(stableIds.ids[side][index] ?? -1)];
  });
  const { base, ours, theirs } = stableIds.ids;
  const all = [...new Set([...base, ...ours, ...theirs])].map(columnOf);
  return { merged, conflicting: new Set(merged.filter(isConflicting)), all };
}

function identifyColumns(tables: Versions<TableBlock | null>, rows: RowPartners): StableIds {
  const partners = { ours: rows.toOurs, theirs: rows.toTheirs };
  const matches = matchVersions(mapVersions(tables, describe), (side) => {
    const twoTables = { before: tables.base, after: tables[side], partners: partners[side] };
    return {
      similarity: (a, b, place) => similarity(twoTables, { from: a.index, to: b.index }, place),
      isCertain: () => true,
    };
  });
  return assignStableIds(matches);
}

interface DescribedColumn extends MatchFeatures {
  readonly index: number;
}

function describe(table: TableBlock | null): DescribedColumn[] {
  return (table?.header.parts.slots ?? []).map((slot, index) => ({
    index,
    name: () => normalize(plainText(slotText(slot))),
    text: slotText(slot),
    context: "",
    others: () => new Map(),
  }));
}

/** The same table in two versions, and which rows correspond. */
interface TwoTables {
  readonly before: TableBlock | null;
  readonly after: TableBlock | null;
  readonly partners: Partners;
}

/** A renamed column keeps at least two thirds of its texts; a blank one is recognized only by its header. */
function similarity(tables: TwoTables, { from, to }: { from: number; to: number }, place: Proximity): number {
  const isTopic = tables.before?.topicColumn === from;
  if (isTopic !== (tables.after?.topicColumn === to)) return 0;
  if (isTopic) return 1;
  let [equal, filled] = [0, 0];
  for (const [old, now] of matchedRows(tables)) {
    const [was, is] = [slotText(old.parts.slots[from]), slotText(now.parts.slots[to])];
    if (was !== "" || is !== "") filled++;
    if (was !== "" && was === is) equal++;
  }
  const closeness = place === "same place" ? 0.5 : 0;
  if (filled === 0) return isSameHeader(tables, { from, to }) ? closeness : 0;
  const isConclusive = closeness > 0 || equal >= 3;
  return isConclusive && equal / filled >= 2 / 3 ? equal / filled + closeness : 0;
}

function isSameHeader({ before, after }: TwoTables, { from, to }: { from: number; to: number }): boolean {
  return isReworded(slotText(before?.header.parts.slots[from]), slotText(after?.header.parts.slots[to]));
}

function matchedRows({ before, after, partners }: TwoTables): [RowLine, RowLine][] {
  return [...partners].flatMap(([from, to]): [RowLine, RowLine][] => {
    const [old, now] = [before?.rows[from], after?.rows[to]];
    return old && now ? [[old, now]] : [];
  });
}

/** Whether its header or one of its cells changed, including cells of added rows. */
function isColumnChanged(tables: TwoTables, from: number, to: number): boolean {
  const { before, after, partners } = tables;
  const isOther = (old: RowLine | undefined, now: RowLine) =>
    slotText(old?.parts.slots[from]) !== slotText(now.parts.slots[to]);
  if (!before || !after || isOther(before.header, after.header)) return true;
  const origins = new Map([...partners].map(([old, now]) => [now, old]));
  return after.rows.some((row, index) => isOther(before.rows[origins.get(index) ?? -1], row));
}
