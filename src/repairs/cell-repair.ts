// Cell repair: cells that shall say something else, with the checks that every change of a cell goes through.

import { isHalf } from "../checks/broken-row.js";
import type { Page } from "../checks/check.js";
import type { ColumnKind, Topic } from "../model/roadmap.js";
import { changeEdits } from "../operations/change-edits.js";
import { verifyChanges } from "../operations/verify-changes.js";
import type { RepairPlan } from "./repair.js";

export interface CellRepair {
  readonly topic: Topic;
  readonly column: ColumnKind;
  /** What the cell shall say, escapes included. */
  readonly text: string;
}

/** Into a column that stands twice in its table, and into half a row, nothing is written. */
export function cellRepair(page: Page, cells: readonly CellRepair[]): RepairPlan {
  const { roadmap } = page;
  const isCut = isHalf(page);
  const certain = cells.filter(({ topic, column }) => !topic.table.repeated.has(column) && !isCut(topic.row));
  return {
    edits: changeEdits(roadmap, certain),
    verify: (after) => verifyChanges(roadmap, after.roadmap, certain),
  };
}
