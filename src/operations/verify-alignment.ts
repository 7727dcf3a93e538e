// Verify alignment: that a text whose tables are drawn anew says all that it said, cell by cell.

import type { Roadmap, Topic } from "../model/roadmap.js";
import { cellTextAt, type Row, type Table } from "../model/table.js";

/** @throws Error when anything but the blanks and dashes in topic tables differs: that is a fault of this program */
export function verifyAlignment(before: Roadmap, after: Roadmap): void {
  if (textAround(before) !== textAround(after)) throw new Error("text outside of the tables changed");
  const cellsIn = (roadmap: Roadmap) => (row: Row, column: number) => cellTextAt(roadmap.text, row, column);
  const [then, now] = [cellsIn(before), cellsIn(after)];
  const isSameRow = (row: Row, other: Row) => {
    let column = 0;
    while (column < row.cellCount && then(row, column) === now(other, column)) column++;
    return column === row.cellCount && column === other.cellCount;
  };
  const isSame =
    pairsAre(rowsOf(before), rowsOf(after), isSameRow) &&
    pairsAre(before.tables, after.tables, (one, other) => isSameHead(one.table, other.table)) &&
    pairsAre(before.topics, after.topics, isSameTopic);
  if (!isSame) throw new Error("a cell or a topic changed");
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

function textAround({ text, tables }: Roadmap): string {
  let at = 0;
  const parts = tables.map(({ table: { span } }) => {
    const part = text.slice(at, span.start);
    at = span.end;
    return part;
  });
  return [...parts, text.slice(at)].join("\0");
}

function rowsOf({ tables }: Roadmap): Row[] {
  return tables.flatMap(({ table: { header, rows } }) => [header, ...rows]);
}

function isSameHead(then: Table, now: Table): boolean {
  return then.rows.length === now.rows.length && then.alignments.join() === now.alignments.join();
}

function isSameTopic(then: Topic, now: Topic): boolean {
  return (
    then.name === now.name &&
    then.status === now.status &&
    then.started === now.started &&
    then.finished === now.finished &&
    then.phase?.label === now.phase?.label
  );
}
