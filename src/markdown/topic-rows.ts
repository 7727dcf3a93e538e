// Topic rows: which rows of a tracker table are topics, and which are headings, totals or forms inside it.

import { cellsOf, cellTextAt, type Row, type Table } from "../model/blocks.js";
import { hidesContent, isPlaceholderName, plainText } from "../model/inline-text.js";
import { textAt } from "../text/edit.js";
import { lazy } from "../text/memoize.js";
import { normalize } from "../text/normalize.js";
import { isUnfilled } from "./column-facts.js";

/** The rows whatever its columns mean: without repetitions of the header, section rows and blank rows. */
export function bodyRows(text: string, table: Table): Row[] {
  const header = normalizedCells(text, table.header);
  const lastHeaded = table.rows.findLastIndex(({ cellCount }) => cellCount > 1);
  const rows = table.rows.filter((row, index) =>
    row.cellCount > 1 ? isBodyRow(text, row, header) : index > lastHeaded && isShortRow(text, row, header),
  );
  if (table.alignments.length < 3) return rows;
  const sections = new Set(
    rows.filter((row) => !hasPlainName(text, row, 0) && filledCells(row) === 1 && isBold(firstText(text, row))),
  );
  if (sections.size === 0) return rows;
  const others = rows.filter((row) => !sections.has(row));
  // Where names are bold, a row with nothing else is a topic that has not begun.
  return others.length === 0 || others.some((row) => isBold(firstText(text, row))) ? rows : others;
}

/** The rows that are topics when this column names them. */
export function topicRows(text: string, rows: readonly Row[], nameColumn: number): Row[] {
  return rows.filter((row, index) => isTopicRow(text, row, { nameColumn, isLast: index === rows.length - 1 }));
}

/** Rows with a placeholder for a name, such as `___`, next to other texts: no topics, but not to be lost silently. */
export function unnamedRows(text: string, rows: readonly Row[], nameColumn: number): Row[] {
  return rows.filter((row) => {
    if (hasPlainName(text, row, nameColumn)) return false;
    const raw = cellTextAt(text, row, nameColumn);
    return raw !== "" && isPlaceholderCell(raw, plainText(raw)) && tellsMore(text, row, nameColumn);
  });
}

/** Most names begin with a longer word than any placeholder, and nothing else about them needs to be examined. */
function hasPlainName(text: string, { offsets, first, cellCount }: Row, column: number): boolean {
  if (column >= cellCount) return false;
  const start = offsets[first + 4 * column + 1] ?? 0;
  // What follows a shorter name is no letter. A slice and a pattern for each row of a large file took four times as long.
  for (let at = start; at < start + 5; at++) if (!isLatinLetter(text.charCodeAt(at))) return false;
  return true;
}

function isLatinLetter(code: number): boolean {
  const small = code | 0x20;
  return small >= 0x61 && small <= 0x7a;
}

function isBodyRow(text: string, row: Row, header: string): boolean {
  if (hasPlainName(text, row, 0) && firstCharacter(text, row).toLowerCase() !== header.charAt(0)) return true;
  const first = plainText(cellTextAt(text, row, 0));
  if (!isUnfilled(first) && !header.startsWith(normalize(first))) return true;
  if (cellsOf(row).every((cell) => isUnfilledCell(textAt(text, cell)))) return false;
  return normalizedCells(text, row) !== header;
}

function firstCharacter(text: string, { offsets, first }: Row): string {
  return text.charAt(offsets[first + 1] ?? 0);
}

/** A row with only one cell heads the rows below it. Below the last of them it is a topic without its other cells. */
function isShortRow(text: string, row: Row, header: string): boolean {
  return text.charAt(row.start) === "|" && isBodyRow(text, row, header);
}

/** Blank, dots or lines: a badge or a comment is content even if no text of it is visible. */
function isUnfilledCell(raw: string): boolean {
  return isUnfilled(plainText(raw)) && !hidesContent(raw);
}

function normalizedCells(text: string, row: Row): string {
  return cellsOf(row)
    .map((cell) => normalize(plainText(textAt(text, cell))))
    .join("\n");
}

/** The number of cells with any text; stops at two, because rows can have thousands. */
function filledCells({ offsets, first, cellCount }: Row): number {
  let filled = 0;
  for (let at = first; at < first + 4 * cellCount && filled < 2; at += 4)
    if ((offsets[at + 1] ?? 0) < (offsets[at + 2] ?? 0)) filled++;
  return filled;
}

/** The text of the first cell that has any. */
function firstText(text: string, row: Row): string {
  for (let column = 0; column < row.cellCount; column++) {
    const raw = cellTextAt(text, row, column);
    if (raw !== "") return raw;
  }
  return "";
}

function isBold(raw: string): boolean {
  return /^(?:\*\*|__|<b>|<strong>).*(?:\*\*|__|<\/b>|<\/strong>)$/.test(raw);
}

/** Whether a text is a total, alone or before a colon, a parenthesis or a number. */
function isTotal(text: string): boolean {
  return totalWords().has(normalize(text.replace(/\.?\s*(?:[:：(（\d].*)?$/, "")));
}

const totalWords = lazy(() => {
  const english =
    "total,totals,grand total,grand totals,subtotal,subtotals,overall total,overall totals,sum,average,avg,overall,overall progress,total progress";
  const others =
    "gesamt,summe,insgesamt,totale,somme,moyenne,média,media,suma,razem,toplam,ortalama,всего,итого,сумма,разом,tổng,tổng cộng,jumlah,合计,总计,總計,小计,合計,総計,小計,합계,총계,총합,소계,평균,الإجمالي,المجموع,कुल";
  return new Set(`${english},${others}`.split(",").map(normalize));
});

function isTopicRow(text: string, row: Row, { nameColumn, isLast }: { nameColumn: number; isLast: boolean }): boolean {
  if (!isLast && hasPlainName(text, row, nameColumn)) return true;
  const raw = cellTextAt(text, row, nameColumn);
  if (raw.length > 40) return true;
  if (raw === "") return !(isLast && isTotal(plainText(firstText(text, row)))) && tellsMore(text, row, nameColumn);
  const name = plainText(raw);
  if (isPlaceholderCell(raw, name)) return false;
  if (/^[-–—]+$/.test(name)) return tellsMore(text, row, nameColumn);
  return !(isLast && isTotal(name));
}

/** A placeholder, or `<name>`. */
function isPlaceholderCell(raw: string, name: string): boolean {
  return name === "" ? /^<[^<>]*>$/.test(raw) : isPlaceholderName(name);
}

/** Whether a row without a name has another text than boxes or lists of options and a number next to them. */
function tellsMore(text: string, row: Row, nameColumn: number): boolean {
  let [isNumbered, isForm] = [false, false];
  for (let column = 0; column < row.cellCount; column++) {
    if (column === nameColumn) continue;
    const raw = cellTextAt(text, row, column);
    if (raw !== "" && !isUnfilled(plainText(raw)) && !listsOptions(raw) && !isRowNumber(raw)) return true;
    isNumbered ||= isRowNumber(raw);
    isForm ||= raw !== "" && listsOptions(raw);
  }
  return isNumbered && !isForm;
}

function isRowNumber(raw: string): boolean {
  return /^\d{1,4}\.?$/.test(raw);
}

/** `Bug / Feature / Docs`, `☐ Active ☐ Resolved`, `[ ]` */
function listsOptions(raw: string): boolean {
  return /^[^/]*[^/\s\d:]\s*\/\s*[^/\s\d][^/]*(?:\/|$)/.test(raw) || /\[ \]|[☐⬜🔲]/u.test(raw);
}
