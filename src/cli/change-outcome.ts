// Change outcome: the messages after operations, or after a dry run.

import type { ChangeReport } from "../app/change-roadmap.js";
import type { PlannedOperations } from "../app/plan-operations.js";
import { changeData } from "../json/changes.js";
import { changeLines } from "../views/change-lines.js";
import type { Outcome } from "./command.js";
import { savingLines, savingTold } from "./saving-outcome.js";

export function changeOutcome(report: ChangeReport<PlannedOperations>, isDryRun: boolean): Outcome {
  const { results } = report.planned;
  return {
    lines(canvas) {
      if (results.length === 0) return ["no operations given; nothing was changed"];
      const said = results.flatMap((result) => changeLines(result, canvas));
      return savingLines(report, isDryRun, { said, canvas });
    },
    data: () => changeData(report, isDryRun),
    ...savingTold(report),
  };
}
