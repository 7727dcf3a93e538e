// Change outcome: what is said after a change, or of one that is only tried.

import type { ChangeReport } from "../app/change-roadmap.js";
import type { PlannedOperations, StepResult } from "../app/plan-operations.js";
import { UserError } from "../model/errors.js";
import type { Roadmap } from "../model/roadmap.js";
import { diffLines } from "../text/diff.js";
import { lineAt, lineStarts } from "../text/line-index.js";
import { visible } from "../text/visible.js";
import { changeLines } from "../views/change-lines.js";
import type { Paint } from "../views/paint.js";
import { messageLines } from "../views/wrap.js";
import type { Outcome } from "./command.js";
import { commitData, commitLines, commitNoteLines } from "./commit-outcome.js";
import type { ChangedData, Envelope } from "./envelopes.js";

export function changeOutcome(report: ChangeReport<PlannedOperations>, isDryRun: boolean): Outcome {
  const { results, edits } = report.planned;
  const { commit, refusal } = commitOf(report);
  return {
    lines(canvas) {
      if (results.length === 0) return ["there is no operation to make; nothing was changed"];
      const said = results.flatMap((result) => changeLines(result, canvas));
      if (isDryRun) return [...paintedDiff(diffOf(report), canvas.paint), ...(edits.length === 0 ? said : [])];
      return [...said, ...(commit ? commitLines(commit, canvas) : [])];
    },
    data: () => changeData(report, isDryRun),
    isSaved: report.saved !== null,
    warnings: (canvas) => [
      ...reportWarnings(report).flatMap((warning) => messageLines(warning, canvas.width)),
      ...(commit ? commitNoteLines(commit, canvas) : []),
    ],
    error: refusal ? savedOnly(refusal) : undefined,
  };
}

function changeData(report: ChangeReport<PlannedOperations>, isDryRun: boolean): Envelope {
  const { opened, planned, saved, recovery } = report;
  const { commit, refusal } = commitOf(report);
  return {
    kind: "change",
    file: opened.file.path,
    hash: (saved ?? opened.file).hash,
    saved: saved?.how ?? null,
    dryRun: isDryRun,
    diff: isDryRun ? linesAsText(diffOf(report)) : null,
    results: resultsData(opened.roadmap, planned.results),
    keptBeside: saved?.keptBeside ?? null,
    restored: recovery.kind === "restored" ? recovery.tornText : null,
    commit: commit && commitData(commit),
    notCommitted: refusal && { code: refusal.code, message: refusal.message, hint: refusal.hint },
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

function diffOf({ opened, planned }: ChangeReport<PlannedOperations>): string[] {
  const { file, roadmap } = opened;
  return diffLines(roadmap.text, planned.edits, file.path.split("/").at(-1) ?? file.path);
}

function linesAsText(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join("");
}

/** The commit, or why there is none. */
function commitOf({ commit }: ChangeReport<PlannedOperations>) {
  return commit instanceof UserError ? { commit: null, refusal: commit } : { commit, refusal: null };
}

function savedOnly({ code, message, hint, exitCode }: UserError): UserError {
  return new UserError({ code, message: `the change is saved, but not committed: ${message}`, hint, exitCode });
}

/** Each with what to do about it. */
function reportWarnings({ saved, recovery, opened }: ChangeReport<PlannedOperations>): string[][] {
  const keptBeside = saved?.keptBeside;
  const kept =
    keptBeside === undefined
      ? []
      : [
          `another program wrote ${visible(opened.file.path)} while it was saved; what it wrote is kept in ${visible(keptBeside)}`,
          `compare the two and take over what is missing, then delete the copy`,
        ];
  const restored =
    recovery.kind === "nothing"
      ? []
      : [
          `an earlier save was interrupted: ${visible(opened.file.path)} was first put back as it was before it`,
          `what the interrupted save had left is kept in ${visible(recovery.tornText)}`,
        ];
  return [restored, kept].filter(({ length }) => length > 0);
}

function paintedDiff(lines: readonly string[], paint: Paint): string[] {
  return lines.map((line) => {
    const text = visible(line);
    if (line.startsWith("+++") || line.startsWith("---")) return paint.strong(text);
    if (line.startsWith("+")) return paint.good(text);
    if (line.startsWith("-")) return paint.bad(text);
    return line.startsWith("@@") ? paint.active(text) : text;
  });
}
