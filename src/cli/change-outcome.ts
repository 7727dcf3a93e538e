// Change outcome: what is said after operations, or of some that are only tried.

import type { ChangeReport } from "../app/change-roadmap.js";
import type { PlannedOperations, StepResult } from "../app/plan-operations.js";
import { lineAt, lineStarts } from "../text/line-index.js";
import { changeLines } from "../views/change-lines.js";
import type { Outcome } from "./command.js";
import type { ChangedData } from "./envelopes.js";
import { savingData, savingLines, savingTold } from "./saving-outcome.js";

export function changeOutcome(report: ChangeReport<PlannedOperations>, isDryRun: boolean): Outcome {
  const { results } = report.planned;
  return {
    lines(canvas) {
      if (results.length === 0) return ["no operations given; nothing was changed"];
      const said = results.flatMap((result) => changeLines(result, canvas));
      return savingLines(report, isDryRun, { said, canvas });
    },
    data: () => ({
      kind: "change",
      ...savingData(report, isDryRun),
      results: resultsData(results),
    }),
    ...savingTold(report),
  };
}

function resultsData(results: readonly StepResult[]): ChangedData[] {
  let [text, starts]: [string, readonly number[]] = ["", []];
  return results.map(
    ({ operation, subject: { type, number, name, ...place }, deed, changed, already, notes, next }) => {
      if (text !== place.text) [text, starts] = [place.text, lineStarts(place.text)];
      return {
        operation,
        subject: { type, number, name, line: lineAt(starts, place.at) + 1 },
        deed,
        changed: changed.map((value) => ({ ...value })),
        already,
        notes: [...notes],
        next,
      };
    },
  );
}
