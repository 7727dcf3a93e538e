// Change outcome: what is said after operations, or of some that are only tried.

import type { ChangeReport } from "../app/change-roadmap.js";
import type { PlannedOperations, StepResult } from "../app/plan-operations.js";
import type { Roadmap } from "../model/roadmap.js";
import { lineAt, lineStarts } from "../text/line-index.js";
import { changeLines } from "../views/change-lines.js";
import type { Outcome } from "./command.js";
import type { ChangedData } from "./envelopes.js";
import { savingData, savingLines, savingTold } from "./saving-outcome.js";

export function changeOutcome(report: ChangeReport<PlannedOperations>, isDryRun: boolean): Outcome {
  const { opened, planned } = report;
  const { results } = planned;
  return {
    lines(canvas) {
      if (results.length === 0) return ["there is no operation to make; nothing was changed"];
      const said = results.flatMap((result) => changeLines(result, canvas));
      return savingLines(report, isDryRun, { said, canvas });
    },
    data: () => ({
      kind: "change",
      ...savingData(report, isDryRun),
      results: resultsData(opened.roadmap, results),
    }),
    ...savingTold(report),
  };
}

function resultsData({ text }: Roadmap, results: readonly StepResult[]): ChangedData[] {
  const starts = lineStarts(text);
  return results.map(({ operation, subject, changed, already, notes, next }) => {
    const isTopic = "row" in subject;
    const start = isTopic ? subject.row.start : subject.span.start;
    const { number, name } = subject;
    return {
      operation,
      subject: { type: isTopic ? "topic" : "task", number, name, line: lineAt(starts, start) + 1 },
      changed: changed.map((value) => ({ ...value })),
      already,
      notes: [...notes],
      next,
    };
  });
}
