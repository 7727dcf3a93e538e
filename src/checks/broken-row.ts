// Check: a row that a line break has cut in two.

import type { Row } from "../model/table.js";
import type { Check, Page } from "./check.js";

/** Two lines that together have the cells of one, where the second does not begin as the header row does. */
export const brokenRow: Check = {
  codes: ["ROW_BROKEN"],
  find({ roadmap: { text, tables } }) {
    return tables.flatMap(({ table: { header, alignments, rows } }) => {
      if (text[header.start] !== "|") return [];
      return rows.flatMap((row, index) => {
        const next = rows[index + 1];
        if (!next || !isCut(text, { row, next, count: alignments.length })) return [];
        return [
          {
            code: "ROW_BROKEN" as const,
            span: { start: row.start, end: next.end },
            message: "a line break splits this row in two; each line is read as a separate row",
            hint: "join the two lines; use <br> for a line break inside a cell",
          },
        ];
      });
    });
  },
};

/** Of a row that is cut in two neither half is what it seems. */
export function isHalf(page: Page): (row: Row) => boolean {
  const ends = new Set(brokenRow.find(page).flatMap(({ span }) => [span.start, span.end]));
  return ({ start, end }) => ends.has(start) || ends.has(end);
}

function isCut(text: string, { row, next, count }: { row: Row; next: Row; count: number }): boolean {
  if (text[row.start] !== "|" || text[next.start] === "|" || text[next.end - 1] !== "|") return false;
  const isCutBetweenCells = text[row.end - 1] === "|";
  return row.cellCount + next.cellCount === (isCutBetweenCells ? count : count + 1);
}
