// Check: the header of a table that stands in it again as a row.

import { plainText } from "../model/cell-text.js";
import { cellTextAt, type Row } from "../model/table.js";
import { fold } from "../text/fold.js";
import type { Check } from "./check.js";

export const repeatedHeader: Check = {
  codes: ["HEADER_REPEATED"],
  find({ roadmap: { text, tables } }) {
    return tables.flatMap(({ table: { header, rows } }) => {
      const cell = (row: Row, column: number) => fold(plainText(cellTextAt(text, row, column)));
      const names = Array.from({ length: header.cellCount }, (_, column) => cell(header, column));
      const isHeader = (row: Row) =>
        row.cellCount === names.length && names.every((name, column) => cell(row, column) === name);
      return rows.filter(isHeader).map(({ start, end }) => ({
        code: "HEADER_REPEATED" as const,
        span: { start, end },
        message: "this row repeats the header; it is not read as a topic",
        hint: "delete the row, or start a separate table here",
      }));
    });
  },
};
