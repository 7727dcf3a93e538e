// Rule: text right below a table, which GFM reads as rows of it.

import { isTextRow } from "../model/blocks.js";
import type { Rule } from "./rule.js";

/** Only at the end of a table: between rows, a line without pipes may be meant as a section row. */
export const textBelowTable: Rule = {
  code: "TEXT_BELOW_TABLE",
  severity: "note",
  means: "text right below a table, without a blank line between; it is read as rows of the table",
  find({ roadmap: { tables } }) {
    return tables.flatMap(({ table }) => {
      const last = table.rows.findLastIndex((row) => !isTextRow(table, row));
      const first = table.rows[last + 1];
      if (!first) return [];
      return [
        {
          span: { start: first.start, end: first.end },
          message: "this text is right below a table, so it is read as a row of it",
          hint: "insert a blank line before it",
        },
      ];
    });
  },
};
