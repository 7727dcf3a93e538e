// Verify alignment: an aligned text must be read exactly like the original, cell by cell.

import { type Blocks, cellTextAt, type Row, type Table } from "../model/blocks.js";
import type { TopicTable } from "../model/roadmap.js";

/** A text and its blocks as found by a reader. */
interface BlocksOfText {
  readonly text: string;
  readonly blocks: Blocks;
}

/**
 * A roadmap is read from the texts of its blocks and nothing else, so comparing these is enough.
 * @throws Error if anything but the spaces and dashes in topic tables differs: that is a bug in roadmap
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

/** The number of blocks of each kind, and the shape of each table. */
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
