// Change data: the results of operations, of saving and of the commit, as JSON.

import type { ChangeReport, PlannedChange } from "../app/change-roadmap.js";
import type { CommitReport } from "../app/commit-change.js";
import type { RoadmapCommit } from "../app/commit-roadmap.js";
import type { OpenedFile } from "../app/open-roadmap.js";
import type { OperationResult, PlannedOperations } from "../app/plan-operations.js";
import { UserError } from "../model/errors.js";
import { lineAt, lineStarts } from "../text/lines.js";
import { diffLines } from "../text/unified-diff.js";
import type { CommitData, SavingData } from "./envelopes/common.js";
import type { Envelope } from "./envelopes/index.js";
import type { ChangedData } from "./envelopes/roadmap.js";
import { fileData } from "./roadmap.js";

export type SavingReport = ChangeReport<PlannedChange, OpenedFile>;

export function changeData(report: ChangeReport<PlannedOperations>, isDryRun: boolean): Envelope {
  return {
    kind: "change",
    ...savingData(report, isDryRun),
    results: resultsData(report.planned.results),
  };
}

export function commitRoadmapData({ opened, commit, planned, restored }: RoadmapCommit, isDryRun: boolean): Envelope {
  return {
    kind: "commit",
    ...fileData(opened),
    dryRun: isDryRun,
    message: planned,
    restored: restored === null ? null : restored.tornText,
    commit: commit && commitData(commit),
  };
}

export function savingData(report: SavingReport, isDryRun: boolean): SavingData {
  const { opened, saved, recovery, notRecorded } = report;
  const { commit, refusal } = commitOf(report);
  return {
    file: opened.file.path,
    hash: (saved ?? opened.file).hash,
    saved: saved?.how ?? null,
    dryRun: isDryRun,
    diff: isDryRun
      ? diffOf(report)
          .map((line) => `${line}\n`)
          .join("")
      : null,
    keptBeside: saved?.keptBeside ?? null,
    restored: recovery.kind === "restored" ? recovery.tornText : null,
    notRemembered: notRecorded,
    commit: commit && commitData(commit),
    notCommitted: refusal && { code: refusal.code, message: refusal.message, hint: refusal.hint },
  };
}

export function commitData({ id, branch, subject, notes }: CommitReport): CommitData {
  return { id, branch, subject, notes };
}

export function diffOf({ opened: { file }, planned }: SavingReport): string[] {
  return diffLines(file.text, planned.edits, file.path.split("/").at(-1) ?? file.path);
}

/** The commit, or why there is none. */
export function commitOf({ commit }: SavingReport) {
  return commit instanceof UserError ? { commit: null, refusal: commit } : { commit, refusal: null };
}

function resultsData(results: readonly OperationResult[]): ChangedData[] {
  let [text, starts]: [string, readonly number[]] = ["", []];
  return results.map(
    ({ operation, subject: { type, number, name, ...place }, summary, changed, already, notes, next }) => {
      if (text !== place.text) [text, starts] = [place.text, lineStarts(place.text)];
      return {
        operation,
        subject: { type, number, name, line: lineAt(starts, place.at) + 1 },
        deed: summary,
        changed,
        already,
        notes,
        next,
      };
    },
  );
}
