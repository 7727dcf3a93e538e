// Change edits: the edits that write new texts into cells and task markers, in any layout.

import { cellAt, type Row } from "../model/blocks.js";
import type { Roadmap } from "../model/roadmap.js";
import { type Edit, textAt } from "../text/edit.js";
import { blankSlot, type CellPlace, filledSlot, isTightRow } from "./cell-slot.js";
import type { Change } from "./operation.js";

export function changeEdits({ text: file }: Roadmap, changes: readonly Change[]): Edit[] {
  const edits: Edit[] = [];
  /** By row, the missing cells that changes write. */
  const lacking = new Map<Row, Map<number, string>>();
  for (const change of changes) {
    if ("task" in change) {
      edits.push({ at: change.task.mark, text: change.mark });
      continue;
    }
    const { row, table } = change.topic;
    const column = table.columns.get(change.column);
    if (column === undefined) throw new RangeError(`the table has no ${change.column} column`);
    const cell = cellAt(row, column);
    if (cell) edits.push(cellEdit(file, { table: table.table, row, column, cell }, change.text));
    else if (change.text !== "") lacking.set(row, (lacking.get(row) ?? new Map()).set(column, change.text));
  }
  for (const [row, texts] of lacking) edits.push(rowEndEdit(row, texts));
  return edits.filter(({ at, text }) => textAt(file, at) !== text);
}

/** Writes a text into a cell; the text is already escaped. */
export function cellEdit(file: string, place: CellPlace, text: string): Edit {
  const { row, column, cell } = place;
  const slot = text === "" ? blankSlot(file, place) : filledSlot(file, place, text);
  const isFirst = column === 0 && cell.slot.start === row.start;
  const isLast = column > 0 && cell.slot.end === row.end;
  // A row without a leading pipe begins with its first cell. If that is blank or begins with anything but a letter, the
  // row could be read as something else (a list item, a heading), so it gets the pipe.
  if (isFirst && !/^\s*\p{L}/u.test(slot)) return { at: cell.slot, text: `| ${slot.trimStart()}` };
  // A blank last cell needs the closing pipe to be a cell.
  if (isLast && text === "") return { at: cell.slot, text: `${slot.trimEnd()} |` };
  return { at: cell.slot, text: slot };
}

/** Appends cells to a row, up to the last one that is written. */
function rowEndEdit(row: Row, texts: ReadonlyMap<number, string>): Edit {
  const isTight = isTightRow(row);
  const cells: string[] = [];
  for (let column = row.cellCount; column <= Math.max(...texts.keys()); column++) {
    const text = texts.get(column) ?? "";
    cells.push(isTight ? text : text === "" ? " " : ` ${text} `);
  }
  const at = { start: row.end, end: row.end };
  const hasLastPipe = (cellAt(row, row.cellCount - 1)?.slot.end ?? row.end) < row.end;
  if (hasLastPipe) return { at, text: `${cells.join("|")}|` };
  return { at, text: `${isTight ? "" : " "}|${cells.join("|").trimEnd()}` };
}
