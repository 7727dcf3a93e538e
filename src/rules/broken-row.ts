// Broken rows: rows that a line break splits, rows that repeat the header, and rows with too few cells.

import { cellAt, cellsOf, cellTextAt, type Row, type Table } from "../model/blocks.js";
import { plainText } from "../model/inline-text.js";
import { meaningOf } from "../model/meaning.js";
import type { Topic } from "../model/roadmap.js";
import { isTightRow } from "../operations/row-layout.js";
import { type Edit, textAt } from "../text/edit.js";
import { normalize } from "../text/normalize.js";
import { type Finding, foundByReading, type Page, type Rule } from "./rule.js";

export const brokenRow: Rule = {
  code: "ROW_BROKEN",
  severity: "warning",
  means: "a row split in two by a line break",
  find: brokenRows,
};

/** Two lines that together have the cells of one row, where the second has no pipe at its start, unlike the header. */
function brokenRows({ roadmap: { text, tables } }: Page): Finding[] {
  return tables.flatMap(({ table: { header, alignments, rows } }) => {
    if (text[header.start] !== "|") return [];
    return rows.flatMap((row, index) => {
      const next = rows[index + 1];
      if (!next || !isCut(text, { row, next, count: alignments.length })) return [];
      return [
        {
          span: { start: row.start, end: next.end },
          message: "a line break splits this row in two; each line is read as a separate row",
          hint: "join the two lines; use <br> for a line break inside a cell",
        },
      ];
    });
  });
}

/** Neither half of a row that is split in two can be read alone. */
export function isHalf(page: Page): (row: Row) => boolean {
  const ends = new Set(brokenRows(page).flatMap(({ span }) => [span.start, span.end]));
  return ({ start, end }) => ends.has(start) || ends.has(end);
}

function isCut(text: string, { row, next, count }: { row: Row; next: Row; count: number }): boolean {
  if (text[row.start] !== "|" || text[next.start] === "|" || text[next.end - 1] !== "|") return false;
  const isCutBetweenCells = text[row.end - 1] === "|";
  return row.cellCount + next.cellCount === (isCutBetweenCells ? count : count + 1);
}

export const repeatedHeader: Rule = {
  code: "HEADER_REPEATED",
  severity: "note",
  means: "a row that repeats the table header; it is not read as a topic",
  find({ roadmap: { text, tables } }) {
    return tables.flatMap(({ table: { header, rows } }) => {
      const names = Array.from({ length: header.cellCount }, (_, column) => nameIn(text, header, column));
      const isHeader = (row: Row) =>
        row.cellCount === names.length && names.every((name, column) => nameIn(text, row, column) === name);
      return rows.filter(isHeader).map(({ start, end }) => ({
        span: { start, end },
        message: "this row repeats the header; it is not read as a topic",
        hint: "delete the row, or start a separate table here",
      }));
    });
  },
};

/** The text of a cell in the form in which column names are compared. */
function nameIn(text: string, row: Row, column: number): string {
  return normalize(plainText(cellTextAt(text, row, column)));
}

/**
 * Fix: a row that is too short gets its last cells, blank.
 *
 *     | HTTP | 1 |
 *   →
 *     | HTTP | 1 | | |
 */
export const shortRow: Rule = {
  ...foundByReading("ROW_TOO_SHORT"),
  fix(page) {
    const { topics } = page.roadmap;
    const isCutRow = isHalf(page);
    const missing = ({ row, table: { table } }: Topic) => Math.max(0, table.alignments.length - row.cellCount);
    const short = topics.filter((topic) => missing(topic) > 0);
    const isTooMuch = short.reduce((sum, topic) => sum + missing(topic), 0) > maxAddedCells;
    const edits = (isTooMuch ? [] : short)
      .filter(({ row, table: { table } }) => !isCutRow(row) && !isHeaderBegun(page, row, table))
      .map(({ row, table: { table } }) => rowEdit(row, table));
    return { edits, verify: (after) => verifyRows(page, after) };
  },
};

/** Beyond that, the table has stray columns, and reading millions of added cells would take seconds. */
const maxAddedCells = 100_000;

/** With blank cells added, such a row would repeat the header, and no longer be a topic. */
function isHeaderBegun({ roadmap: { text } }: Page, row: Row, { header }: Table): boolean {
  for (let column = 0; column < header.cellCount; column++)
    if (nameIn(text, row, column) !== nameIn(text, header, column)) return false;
  return true;
}

/** A blank last cell needs a pipe after it to be a cell at all. */
function rowEdit(row: Row, table: Table): Edit {
  const columns = Array.from({ length: table.alignments.length - row.cellCount }, (_, index) => row.cellCount + index);
  const isTight = isTightRow(row);
  const slots = columns.map((column) => (isTight ? "" : slotOf({ row, table, column })));
  const hasLastPipe = (cellAt(row, row.cellCount - 1)?.slot.end ?? row.end) < row.end;
  const opening = hasLastPipe ? "" : isTight ? "|" : " |";
  return { at: { start: row.end, end: row.end }, text: `${opening}${slots.map((slot) => `${slot}|`).join("")}` };
}

/** As wide as its header if at least half of the rows are drawn that way. */
function slotOf({ row, table, column }: { row: Row; table: Table; column: number }): string {
  const slots = table.rows.slice(0, sampledRows).flatMap((other) => cellAt(other, column)?.slot ?? []);
  const header = cellAt(table.header, column)?.slot ?? row;
  const width = header.end - header.start;
  const asWide = slots.filter(({ start, end }) => end - start === width).length;
  return " ".repeat(asWide > 0 && asWide * 2 >= slots.length ? width : 1);
}

const sampledRows = 200;

/** Every cell keeps its text, and every topic its meaning. */
function verifyRows({ roadmap: before }: Page, { roadmap: after }: Page): void {
  const meaning = (topic: Topic) => JSON.stringify(meaningOf(topic));
  if (before.topics.length !== after.topics.length) throw new Error("a fix of rows changed how many topics there are");
  before.topics.forEach((topic, index) => {
    const now = after.topics[index];
    const isSame =
      now &&
      meaning(topic) === meaning(now) &&
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
