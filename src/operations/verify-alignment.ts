// Verify alignment: that a text whose tables are drawn anew says all that it said, cell by cell.

import type { Blocks } from "../model/blocks.js";
import type { TopicTable } from "../model/roadmap.js";
import { cellTextAt, type Row, type Table } from "../model/table.js";

/** A text and the blocks that a reader has found in it. */
interface BlocksOfText {
  readonly text: string;
  readonly blocks: Blocks;
}

/**
 * What a roadmap says is made of the texts of its blocks and of nothing else, so that these are what is compared.
 * @throws Error when anything but the blanks and dashes in topic tables differs: that is a fault of this program
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
  const isSame = pairsAre(then, now, (one, other) => pairsAre(rowsOf(one), rowsOf(other), isSameRow));
  if (!isSame) throw new Error("a cell changed");
}

/** How many blocks of each kind there are, and what each table is like. */
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
