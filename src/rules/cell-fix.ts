// Cell fix: new texts for cells, with the checks that every change of a cell goes through.

import type { ColumnKind } from "../model/columns.js";
import type { Topic } from "../model/roadmap.js";
import { changeEdits } from "../operations/operation.js";
import { verifyChanges } from "../operations/verify-changes.js";
import { isHalf } from "./broken-row.js";
import type { FixPlan, Page } from "./rule.js";

export interface CellFix {
  readonly topic: Topic;
  readonly column: ColumnKind;
  /** The new text, escapes included. */
  readonly text: string;
}

/** Nothing is written into half a row, or into a column that its table has twice. */
export function cellFix(page: Page, cells: readonly CellFix[]): FixPlan {
  const { roadmap } = page;
  const isCut = isHalf(page);
  const certain = cells.filter(({ topic, column }) => !topic.table.repeated.has(column) && !isCut(topic.row));
  return {
    edits: changeEdits(roadmap, certain),
    verify: (after) => verifyChanges(roadmap, after.roadmap, certain),
  };
}
