// Merge columns: which columns the merged table has, and which one side deleted while the other wrote into them.

import type { Described, Place } from "../model/history/match.js";
import { plainText } from "../model/inline-text.js";
import { fold } from "../text/normalize.js";
import type { TableBlock } from "./document.js";
import { type Identities, identify } from "./identities.js";
import { matchVersions, type Partners } from "./match-versions.js";
import { mergeSequences, noHeadings } from "./merge-sequences.js";
import { isReworded } from "./near-certain.js";
import { mapVersions, type Versions } from "./pieces.js";
import { type RowLine, slotText } from "./row-line.js";

/** The index of the column in each version, counted from 0; -1 if it lacks it. */
export type MergedColumn = Versions<number>;

export interface Columns {
  readonly merged: readonly MergedColumn[];
  /** Those that one side deleted and the other changed. */
  readonly contested: ReadonlySet<MergedColumn>;
  /** All of them, including deleted ones. */
  readonly all: readonly MergedColumn[];
}

/** The rows of the base with their counterparts on a side. */
interface RowPartners {
  readonly toOurs: Partners;
  readonly toTheirs: Partners;
}

/** @returns null if no order of the columns keeps them all; a base of null has no columns */
export function mergeColumns(tables: Versions<TableBlock | null>, rows: RowPartners): Columns | null {
  const identities = identifyColumns(tables, rows);
  const columnOf = (number: number): MergedColumn => ({
    base: identities.indexIn("base", number),
    ours: identities.indexIn("ours", number),
    theirs: identities.indexIn("theirs", number),
  });
  const isContested = (column: MergedColumn) => {
    if (column.base < 0 || column.ours >= 0 === column.theirs >= 0) return false;
    const side = column.ours >= 0 ? "ours" : "theirs";
    const partners = side === "ours" ? rows.toOurs : rows.toTheirs;
    return isColumnChanged({ before: tables.base, after: tables[side], partners }, column.base, column[side]);
  };
  const steps = mergeSequences(identities.numbers, {
    fateOf: (number) => (isContested(columnOf(number)) ? "contested" : "dropped"),
    depthOf: () => 0,
    parentOf: () => -1,
    isDivider: () => false,
    ...noHeadings,
  });
  if (steps === null) return null;
  const merged = steps.flatMap((step): MergedColumn[] => {
    if (step.kind === "conflict") return [];
    const side = step.kind === "one" ? step.side : "ours";
    const index = step.kind === "one" ? step.index : step.ours;
    return [columnOf(identities.numbers[side][index] ?? -1)];
  });
  const { base, ours, theirs } = identities.numbers;
  const all = [...new Set([...base, ...ours, ...theirs])].map(columnOf);
  return { merged, contested: new Set(merged.filter(isContested)), all };
}

function identifyColumns(tables: Versions<TableBlock | null>, rows: RowPartners): Identities {
  const partners = { ours: rows.toOurs, theirs: rows.toTheirs };
  const matches = matchVersions(mapVersions(tables, describe), (side) => {
    const twoTables = { before: tables.base, after: tables[side], partners: partners[side] };
    return {
      likeness: (a, b, place) => likeness(twoTables, { from: a.index, to: b.index }, place),
      isCertain: () => true,
    };
  });
  return identify(matches);
}

interface DescribedColumn extends Described {
  readonly index: number;
}

function describe(table: TableBlock | null): DescribedColumn[] {
  return (table?.header.parts.slots ?? []).map((slot, index) => ({
    index,
    name: () => fold(plainText(slotText(slot))),
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
function likeness(tables: TwoTables, { from, to }: { from: number; to: number }, place: Place): number {
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
  const isTelling = closeness > 0 || equal >= 3;
  return isTelling && equal / filled >= 2 / 3 ? equal / filled + closeness : 0;
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
