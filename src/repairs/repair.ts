// Repair: what every kind of problem with one right answer is mended by.

import type { Page } from "../checks/check.js";
import type { ProblemCode } from "../model/problem.js";
import type { Edit } from "../text/edit.js";

export interface Repair {
  /** What it mends. */
  readonly code: ProblemCode;
  plan(page: Page): RepairPlan;
}

export interface RepairPlan {
  /** One for each place that is mended; none when nothing is wrong, or nothing has one right answer. */
  readonly edits: readonly Edit[];
  /**
   * Compares what the edits, or those of them that were made, have made with what there was.
   * @throws Error when something else differs: that is a fault of this program
   * @throws UserError when a repair would alter how other topics are read
   */
  verify(after: Page, made: readonly Edit[]): void;
}
