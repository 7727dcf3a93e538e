// Repair: a row that is too short gets its last cells, blank.
//
//     | HTTP | 1 |
//   →
//     | HTTP | 1 | | |

import { isHalf } from "../checks/broken-row.js";
import type { Page } from "../checks/check.js";
import { plainText } from "../model/cell-text.js";
import { cellAt, cellsOf, cellTextAt, type Row, type Table } from "../model/table.js";
import { isTightRow } from "../operations/cell-slot.js";
import type { Edit } from "../text/edit.js";
import { fold } from "../text/fold.js";
import { textAt } from "../text/span.js";
import type { Repair } from "./repair.js";

export const missingCells: Repair = {
  code: "ROW_TOO_SHORT",
  plan(page) {
    const { topics } = page.roadmap;
    const isCut = isHalf(page);
    const short = topics.filter(({ row, table: { table } }) => row.cellCount < table.alignments.length);
    const edits = short
      .filter(({ row, table: { table } }) => !isCut(row) && !isHeaderBegun(page, row, table))
      .map(({ row, table: { table } }) => rowEdit(row, table));
    return { edits, verify: (after) => verifyRows(page, after) };
  },
};

/** With blank cells behind it such a row would be the header once more, and no topic. */
function isHeaderBegun({ roadmap: { text } }: Page, row: Row, { header }: Table): boolean {
  const cell = (of: Row, column: number) => fold(plainText(cellTextAt(text, of, column)));
  return Array.from({ length: header.cellCount }, (_, column) => column).every(
    (column) => cell(row, column) === cell(header, column),
  );
}

/** A last cell that is blank needs the pipe behind it to be a cell at all. */
function rowEdit(row: Row, table: Table): Edit {
  const columns = Array.from({ length: table.alignments.length - row.cellCount }, (_, index) => row.cellCount + index);
  const slots = columns.map((column) => slotOf({ row, table, column }));
  const hasLastPipe = (cellAt(row, row.cellCount - 1)?.slot.end ?? row.end) < row.end;
  const opening = hasLastPipe ? "" : isTightRow(row) ? "|" : " |";
  return { at: { start: row.end, end: row.end }, text: `${opening}${slots.map((slot) => `${slot}|`).join("")}` };
}

/** As wide as its header where at least half of the rows are drawn so. */
function slotOf({ row, table, column }: { row: Row; table: Table; column: number }): string {
  if (isTightRow(row)) return "";
  const slots = table.rows.slice(0, sampledRows).flatMap((one) => cellAt(one, column)?.slot ?? []);
  const header = cellAt(table.header, column)?.slot ?? row;
  const width = header.end - header.start;
  const asWide = slots.filter(({ start, end }) => end - start === width).length;
  return " ".repeat(asWide > 0 && asWide * 2 >= slots.length ? width : 1);
}

const sampledRows = 200;

/** Every cell that was there says the same, every topic means the same. */
function verifyRows({ roadmap: before }: Page, { roadmap: after }: Page): void {
  const said = ({ name, status, started, finished, phase }: (typeof before.topics)[number]) =>
    JSON.stringify([name, status, started, finished, phase?.label]);
  if (before.topics.length !== after.topics.length) throw new Error("a fix of rows changed how many topics there are");
  before.topics.forEach((topic, index) => {
    const now = after.topics[index];
    const isSame =
      now &&
      said(topic) === said(now) &&
      cellsOf(topic.row).every((cell, column) => {
        const other = cellAt(now.row, column);
        return other && textAt(before.text, cell) === textAt(after.text, other);
      });
    if (!isSame) throw new Error(`a fix of rows changed topic ${topic.number}`);
  });
  const marks = ({ text, tasks }: typeof before) =>
    tasks.map(({ mark, name }) => [name, textAt(text, mark)]).join("\n");
  if (marks(before) !== marks(after)) throw new Error("a fix of rows changed a task");
}
