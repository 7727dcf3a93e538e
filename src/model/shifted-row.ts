// Shifted row: a row in which an unescaped pipe has moved values into the wrong columns.
//
//     | Topic | Status |
//     | `a | b` | Done |   →   `b` is in the Status column, and Done in none

import { cellTextAt } from "./blocks.js";
import { type ColumnKind, dayKinds } from "./columns.js";
import { dateReadings } from "./dates.js";
import { UserError } from "./errors.js";
import { isBlankCell, plainText } from "./inline-text.js";
import { lineNumberAt } from "./outline.js";
import { isStatus, readStatus } from "./read-status.js";
import { cellOf, cellText, type Roadmap, type Topic } from "./roadmap.js";

/**
 * Whether a pipe splits a cell of the row, so that a status or date cell contains something else or is beyond the last
 * column.
 */
export function isShiftedRow(roadmap: Roadmap, topic: Topic): boolean {
  const { row, table } = topic;
  const columns = table.table.alignments.length;
  const texts = Array.from({ length: row.cellCount }, (_, column) => cellTextAt(roadmap.text, row, column));
  const isSplit = row.cellCount > columns || texts.filter(hasOpenCode).length > 1;
  return isSplit && (hasOtherValue(roadmap, topic) || texts.slice(columns).some((text) => isValue(roadmap, text)));
}

/** Whether a code span is not closed in its cell. */
function hasOpenCode(text: string): boolean {
  return ((text.match(/(?<!\\)\x60+/g) ?? []).length & 1) === 1;
}

/** Whether a status or date cell contains another kind of text. */
function hasOtherValue(roadmap: Roadmap, topic: Topic): boolean {
  const isOther = (column: ColumnKind) => !isBlankCell(cellText(roadmap, topic, column));
  const status = cellOf(topic, "status");
  const isLegend = roadmap.legends.some(({ start }) => start === status?.start);
  return (
    (!topic.isStatusWritten && !isLegend && isOther("status")) ||
    dayKinds.some((column) => topic[column] === null && isOther(column))
  );
}

function isValue({ vocabulary }: Roadmap, raw: string): boolean {
  const text = plainText(raw);
  return dateReadings(text).length > 0 || isStatus(readStatus(text, vocabulary));
}

export function shiftedRowError(roadmap: Roadmap, { number, row, table }: Topic): UserError {
  const columns = table.table.alignments.length;
  const isLonger = row.cellCount > columns;
  return new UserError(
    "ROW_SHIFTED",
    `row ${number} (line ${lineNumberAt(roadmap, row.start)}) ${isLonger ? `has ${row.cellCount} cells in a table of ${columns} columns` : "is split inside a code span"}: an unescaped pipe has shifted its values`,
    `run \`roadmap edit ${number}\` and write that pipe as \\|, then run this again`,
  );
}
