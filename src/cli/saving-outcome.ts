// Saving outcome: the messages of all commands that change the file about saving, the commit, and a dry run.

import { commitOf, diffOf, type SavingReport } from "../json/changes.js";
import { reworded, type UserError } from "../model/errors.js";
import { visible } from "../text/visible.js";
import type { Canvas, Paint } from "../views/paint.js";
import { messageLines } from "../views/wrap.js";
import type { Outcome } from "./command.js";
import { commitLines, commitNoteLines } from "./commit-outcome.js";
import { restoredLines } from "./restored-lines.js";
import { frontMatterNote } from "./warnings.js";

/** The messages about the change and its commit; for a dry run the diff, if there is one. */
export function savingLines(
  report: SavingReport,
  isDryRun: boolean,
  { said, canvas }: { said: readonly string[]; canvas: Canvas },
) {
  if (isDryRun && report.planned.edits.length > 0) return paintedDiff(diffOf(report), canvas.paint);
  const { commit } = commitOf(report);
  return [...said, ...(commit ? commitLines(commit, canvas) : [])];
}

/** The warnings, and the error if a change is saved but not committed. */
export function savingTold(report: SavingReport): Pick<Outcome, "isSaved" | "warnings" | "error"> {
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
  return reworded(refusal, { message: `saved, but not committed: ${refusal.message}` });
}

function restored({ recovery, opened }: SavingReport, canvas: Canvas): string[] {
  return recovery.kind === "restored" ? restoredLines({ path: opened.file.path, ...recovery }, canvas) : [];
}

/** Each with a hint. */
function reportWarnings({ saved, opened, notRemembered }: SavingReport): string[][] {
  const keptBeside = saved?.keptBeside;
  const kept =
    keptBeside === undefined
      ? []
      : [
          `another program wrote to ${visible(opened.file.path)} while it was being saved; the text it wrote is kept in ${visible(keptBeside)}`,
          "compare the two files, merge what is missing, then delete the copy",
        ];
  const forgotten =
    notRemembered === null ? [] : [`this change cannot be undone with \`roadmap undo\`: ${visible(notRemembered)}`];
  return [kept, forgotten].filter(({ length }) => length > 0);
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
