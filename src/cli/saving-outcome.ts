// Saving outcome: what all commands that change the file report about the change, saving, and the commit.

import type { ChangeReport } from "../app/change-roadmap.js";
import type { CommitReport } from "../app/commit-change.js";
import type { PlannedOperations } from "../app/plan-operations.js";
import { changeData, commitOf, diffOf, type SavingReport } from "../json/changes.js";
import { type UserError, withChanges } from "../model/errors.js";
import { visible } from "../text/visible.js";
import type { Canvas, Paint } from "../views/canvas.js";
import { nextHint, resultLines } from "../views/change-lines.js";
import { messageLines, wrapText } from "../views/wrap.js";
import type { Invocation, OptionDeclaration, Outcome } from "./command.js";
import { restoredLines } from "./restored-lines.js";
import { frontMatterNote } from "./view-outcome.js";

/** The outcome of operations, or of a dry run. */
export function changeOutcome(report: ChangeReport<PlannedOperations>, isDryRun: boolean): Outcome {
  const { planned } = report;
  return {
    lines(canvas) {
      if (planned.results.length === 0) return ["no operations given; nothing was changed"];
      const shown = { lines: resultLines(planned, canvas), hint: nextHint(planned, canvas) };
      return savingLines(report, isDryRun, { ...shown, canvas });
    },
    data: () => changeData(report, isDryRun),
    ...savingReport(report),
  };
}

interface SavedLines {
  readonly lines: readonly string[];
  /** The line of the next step, if there is one. */
  readonly hint?: readonly string[];
  /** What a dry run would do: `finish HTTP`; by default as `roadmap undo --list` lists it. */
  readonly deed?: string;
  readonly canvas: Canvas;
}

/** The messages about the change and its commit; for a dry run what would be done and the diff, if there is one. */
export function savingLines(
  report: SavingReport,
  isDryRun: boolean,
  { lines, hint = [], deed = deedOf(report), canvas }: SavedLines,
): string[] {
  if (isDryRun && report.planned.edits.length > 0)
    return [
      ...wrapText(`Would ${visible(deed)}.`, canvas.width).map(canvas.paint.strong),
      "",
      ...paintedDiff(diffOf(report), canvas.paint),
    ];
  const { commit } = commitOf(report);
  return [...lines, ...(commit ? committedLines(commit, canvas) : []), ...hint];
}

function deedOf({ planned: { steps } }: SavingReport): string {
  return steps.map((step) => (step.kind === "change" ? step.summary : `${step.kind} a change`)).join(", ");
}

/** The warnings, and the error if a change is saved but not committed. */
export function savingReport(report: SavingReport): Pick<Outcome, "isSaved" | "warnings" | "error"> {
  const { commit, refusal } = commitOf(report);
  return {
    isSaved: report.saved !== null,
    warnings: (canvas) => [
      ...restored(report, canvas),
      ...reportWarnings(report).flatMap((warning) => messageLines(warning, canvas)),
      ...frontMatterNote(report.opened, canvas),
      ...(commit ? commitNoteLines(commit, canvas) : []),
    ],
    error: refusal ? savedOnly(refusal) : undefined,
  };
}

function savedOnly(refusal: UserError): UserError {
  return withChanges(refusal, { message: `saved, but not committed: ${refusal.message}` });
}

function restored({ recovery, opened }: SavingReport, canvas: Canvas): string[] {
  return recovery.kind === "restored" ? restoredLines({ path: opened.file.path, ...recovery }, canvas) : [];
}

/** Each with a hint. */
function reportWarnings({ saved, opened, notRecorded }: SavingReport): string[][] {
  const keptBeside = saved?.keptBeside;
  const kept =
    keptBeside === undefined
      ? []
      : [
          `another program wrote to ${visible(opened.file.path)} while it was being saved; the text it wrote is kept in ${visible(keptBeside)}`,
          "compare the two files, merge what is missing, then delete the copy",
        ];
  const unrecorded =
    notRecorded === null ? [] : [`this change cannot be undone with \`roadmap undo\`: ${visible(notRecorded)}`];
  return [kept, unrecorded].filter(({ length }) => length > 0);
}

function paintedDiff(lines: readonly string[], paint: Paint): string[] {
  return lines.map((line) => {
    const text = visible(line);
    if (line.startsWith("+++") || line.startsWith("---")) return paint.strong(text);
    if (line.startsWith("+")) return paint.done(text);
    if (line.startsWith("-")) return paint.blocked(text);
    return line.startsWith("@@") ? paint.active(text) : text;
  });
}

// The commit.

/** For every command that changes the file. */
export const commitOptions: readonly OptionDeclaration[] = [
  { flags: "--commit", help: "commit this change, but no edits by hand" },
  { flags: "--no-commit", help: "do not commit, even if the front matter says so" },
];

/** Undefined if no option is given: then the front matter decides. */
export function isCommitWanted({ options }: Invocation): boolean | undefined {
  return typeof options.commit === "boolean" ? options.commit : undefined;
}

export function commitLines(commit: CommitReport, canvas: Canvas): string[] {
  return dimLines(`${committedText(commit)}: ${visible(commit.subject)}`, canvas);
}

/** Below what was changed, which the subject of the commit would repeat. */
function committedLines(commit: CommitReport, canvas: Canvas): string[] {
  return dimLines(committedText(commit), canvas);
}

function committedText({ id, branch }: CommitReport): string {
  return `committed ${id.slice(0, 7)} ${branch === null ? "on a detached HEAD" : `on ${visible(branch)}`}`;
}

function dimLines(text: string, { paint, width }: Canvas): string[] {
  return wrapText(text, width, { first: 2, rest: 4 }).map(paint.dim);
}

export function commitNoteLines({ notes }: CommitReport, canvas: Canvas): string[] {
  return notes.flatMap((note) => messageLines([visible(note)], canvas));
}
