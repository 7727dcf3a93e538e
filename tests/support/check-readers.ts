// The differential check: the fast reader abstains or reads exactly what remark reads.

import { expect } from "vitest";
import { readBlocksWithRemark } from "../../src/markdown/remark.js";
import { scanBlocks } from "../../src/markdown/scan/index.js";
import { type Blocks, cellsOf, type Row } from "../../src/model/blocks.js";

/** Returns whether the fast reader read the text; fails if the two readers disagree. */
export function checkReaders(text: string, from = 0): boolean {
  const scanned = scanBlocks(text, from);
  if (scanned === null) return false;
  const seen = comparable(readBlocksWithRemark(text, from));
  expect(comparable(scanned), JSON.stringify(text.slice(0, 2000))).toStrictEqual(seen);
  return true;
}

/** The blocks with the cells in every row, because the readers may store their offsets in different lists. */
export function comparable(blocks: Blocks) {
  const tables = blocks.tables.map((table) => ({
    ...table,
    header: comparableRow(table.header),
    rows: table.rows.map(comparableRow),
  }));
  return { ...blocks, tables };
}

function comparableRow(row: Row) {
  const { offsets: _, first: __, ...rest } = row;
  return { ...rest, cells: cellsOf(row) };
}
