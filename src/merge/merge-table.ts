// Merge of a table: its columns, then its rows, then their cells.

import { plainText } from "../model/inline-text.js";
import { lazy } from "../text/memoize.js";
import { normalize } from "../text/normalize.js";
import { alignmentOf, lineWithEnding, type RowLine, slotText, type TableBlock } from "./document.js";
import {
  type ConflictDetail,
  type MergeHunk,
  mapVersions,
  mergedValue,
  resolvedFor,
  type Side,
  type Version,
  type Versions,
} from "./hunks.js";
import { assignStableIds, matchVersions, type Renamable, rowRenameRules, type StableIds } from "./identify.js";
import {
  isRowChanged,
  type Layout,
  type MergedColumn,
  type MergedColumns,
  mergeColumns,
  mergeRow,
  type RowMerge,
} from "./merge-row.js";
import { nameWords } from "./reworded-names.js";
import { flat, type MergeStep, mergeSequences } from "./sequences.js";

type Tables = Versions<TableBlock | null>;

interface Merging {
  readonly tables: Tables;
  readonly rows: StableIds;
  readonly columns: MergedColumns;
  readonly counts: Versions<number>;
}

/**
 * A table that both sides have.
 * @returns null if no order keeps all its columns, or each row in its section, or if another column has the topics
 */
export function mergeTables(tables: Tables): MergeHunk[] | null {
  const whole = mergedValue(mapVersions(tables, (table) => table && tableText(table)));
  if (whole !== null) return [whole];
  const { matches, rows } = identifyRows(tables);
  const columns = mergeColumns(tables, matches);
  if (columns === null || !haveSameTopics(tables, columns)) return null;
  const merging = {
    tables,
    rows,
    columns,
    counts: mapVersions(tables, (table) => table?.header.parts.slots.length ?? 0),
  };
  const steps = mergeSequences(rows.ids, {
    outcomeOfDeletion: (row) => outcomeOfDeletion(merging, row),
    isDivider: (row) => isSectionRow(merging, row),
    ...flat,
  });
  if (steps === null || steps.some(({ kind }) => kind === "conflict")) return null;
  if (columns.conflicting.size === 0) return tableHunks(merging, columns.merged, steps);
  // With or without a column, every row differs, so the whole table is in conflict.
  const textFor = (side: Side) => {
    const kept = columns.merged.filter((column) => !columns.conflicting.has(column) || column[side] >= 0);
    return resolvedFor(side, tableHunks(merging, kept, steps));
  };
  const base = tables.base ? tableText(tables.base) : "";
  return [{ base, ours: textFor("ours"), theirs: textFor("theirs"), details: columnConflictDetails(merging) }];
}

/** Whether the topics are in one column in all versions: rows are identified by their topics. */
function haveSameTopics(tables: Tables, { all }: MergedColumns): boolean {
  const versions = (["base", "ours", "theirs"] as const).filter((version) => tables[version]);
  const isTopic = (column: MergedColumn, version: Version) => column[version] === tables[version]?.topicColumn;
  return all.some((column) => versions.every((version) => isTopic(column, version)));
}

export function tableText({ header, delimiter, rows }: TableBlock): string {
  return [header, delimiter, ...rows].map(({ line }) => lineWithEnding(line)).join("");
}

/** Whether its content changed, ignoring layout; removed rows do not count. */
export function isTableChanged(before: TableBlock, after: TableBlock): boolean {
  const [header, ...rows] = [before.header, ...before.rows].map(rowText);
  const [headerNow, ...rowsNow] = [after.header, ...after.rows].map(rowText);
  let kept = 0;
  for (const row of rows) if (row === rowsNow[kept]) kept++;
  return header !== headerNow || kept < rowsNow.length;
}

function rowText({ parts }: RowLine): string {
  return parts.slots.map(slotText).join("|");
}

function identifyRows(tables: Tables) {
  const described = mapVersions(tables, describeRows);
  const rules = rowRenameRules(described.base);
  const matches = matchVersions(described, () => rules);
  return { matches, rows: assignStableIds(matches) };
}

function describeRows(table: TableBlock | null): Renamable[] {
  if (!table) return [];
  const names = table.header.parts.slots.map((slot) => normalize(plainText(slotText(slot))));
  return table.rows.map((row) => ({
    name: () => row.key,
    get text() {
      return rowText(row);
    },
    context: "",
    group: "",
    title: lazy(() => nameWords(plainText(slotText(row.parts.slots[table.topicColumn])))),
    others: lazy(() => otherCells(row, names, table.topicColumn)),
  }));
}

function otherCells({ parts }: RowLine, names: readonly string[], topicColumn: number): Map<string, string> {
  const cells = new Map<string, string>();
  parts.slots.forEach((slot, column) => {
    const text = slotText(slot);
    if (column !== topicColumn && text !== "") cells.set(names[column] ?? `column ${column + 1}`, text);
  });
  return cells;
}

function rowIn({ tables, rows }: Merging, version: Version, number: number): RowLine | null {
  return tables[version]?.rows[rows.indexOf(version, number)] ?? null;
}

function rowsOf(merging: Merging, number: number): Versions<RowLine | null> {
  return {
    base: rowIn(merging, "base", number),
    ours: rowIn(merging, "ours", number),
    theirs: rowIn(merging, "theirs", number),
  };
}

function outcomeOfDeletion(merging: Merging, number: number): "dropped" | "conflict" {
  const rows = rowsOf(merging, number);
  return isChangedBy(merging, rows, rows.ours ? "ours" : "theirs") ? "conflict" : "dropped";
}

function isChangedBy({ columns, counts }: Merging, rows: Versions<RowLine | null>, side: Side): boolean {
  const [base, row] = [rows.base, rows[side]];
  return base !== null && row !== null && isRowChanged(base, row, { columns: columns.all, side, counts });
}

/** Whether a side may have put another topic in its place, which does not receive the other side's values. */
function isReplaced(merging: Merging, number: number): boolean {
  const isDoubtful = (side: Side) => merging.rows.isDoubtful(side, number);
  const rows = rowsOf(merging, number);
  return (
    rows.ours?.key !== rows.theirs?.key &&
    ((isDoubtful("ours") && isChangedBy(merging, rows, "theirs")) ||
      (isDoubtful("theirs") && isChangedBy(merging, rows, "ours")))
  );
}

/** A row of one cell is not a topic; it determines what the topics below it are. */
function isSectionRow(merging: Merging, number: number): boolean {
  const row = rowIn(merging, "ours", number) ?? rowIn(merging, "theirs", number);
  return row?.parts.slots.length === 1;
}

function tableHunks(merging: Merging, columns: readonly MergedColumn[], steps: readonly MergeStep[]): MergeHunk[] {
  const { tables, counts, rows } = merging;
  const layout: Layout = { columns, counts, read: slotText };
  const header = mergeRow(
    mapVersions(tables, (table) => table?.header ?? null),
    layout,
  );
  const delimiterLayout = { ...layout, read: alignmentOf };
  const delimiter = mergeRow(
    mapVersions(tables, (table) => table?.delimiter ?? null),
    delimiterLayout,
  );
  const body = steps.map((step): MergeHunk => {
    if (step.kind === "conflict") return "";
    const [side, index]: [Side, number] = step.kind === "one" ? [step.side, step.index] : ["ours", step.ours];
    return rowHunk(merging, rows.ids[side][index] ?? -1, layout);
  });
  return [
    hunkOf(merging, header, { type: "table", name: tableName(merging) }),
    lineWithEnding(delimiter.texts.ours),
    ...body,
  ];
}

function rowHunk(merging: Merging, number: number, layout: Layout): MergeHunk {
  const rows = rowsOf(merging, number);
  const side = rows.ours ? "ours" : "theirs";
  const isWhole = rows.base && (!rows.ours || !rows.theirs || isReplaced(merging, number));
  if (!isWhole) {
    const merged = mergeRow(rows, layout);
    if (merged.conflicting.length === 0) return lineWithEnding(merged.texts.ours);
    return hunkOf(merging, merged, { type: "topic", name: topicName(merging, rows[side], side) });
  }
  // Each side of the conflict has only its own values.
  const lineFor = (own: Side) =>
    rows[own] && mergeRow({ base: rows.base, ours: null, theirs: null, [own]: rows[own] }, layout).texts[own];
  const lines = { base: rows.base?.line ?? null, ours: lineFor("ours"), theirs: lineFor("theirs") };
  const about = mapVersions(lines, (line) => line?.text ?? null);
  const name = topicName(merging, rows[side], side);
  return { ...mapVersions(lines, lineWithEnding), details: [{ type: "topic", name, field: null, ...about }] };
}

function hunkOf(
  merging: Merging,
  { texts, conflicting }: RowMerge,
  about: Pick<ConflictDetail, "type" | "name">,
): MergeHunk {
  if (conflicting.length === 0) return lineWithEnding(texts.ours);
  const details = conflicting.map(({ column, base, ours, theirs }): ConflictDetail => {
    const field = columnName(merging, column);
    return { ...about, field, base: texts.base === null ? null : base, ours, theirs };
  });
  return {
    base: lineWithEnding(texts.base),
    ours: lineWithEnding(texts.ours),
    theirs: lineWithEnding(texts.theirs),
    details,
  };
}

function columnConflictDetails(merging: Merging): ConflictDetail[] {
  return [...merging.columns.conflicting].map((column) => {
    const name = columnName(merging, column);
    const [ours, theirs] = [column.ours >= 0 ? name : null, column.theirs >= 0 ? name : null];
    return { type: "table", name: tableName(merging), field: name, base: name, ours, theirs };
  });
}

function columnName({ tables }: Merging, column: MergedColumn): string {
  const version: Version = column.ours >= 0 ? "ours" : column.theirs >= 0 ? "theirs" : "base";
  return slotText(tables[version]?.header.parts.slots[column[version]]);
}

function tableName({ tables }: Merging): string {
  return tables.ours?.header.line.text.trim() ?? "";
}

function topicName({ tables }: Merging, row: RowLine | null, version: Version): string {
  return plainText(slotText(row?.parts.slots[tables[version]?.topicColumn ?? 0]));
}
