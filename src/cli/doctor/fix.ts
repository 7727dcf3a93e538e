// Doctor fix: fixes shown as a diff, and written after a yes or with `--yes`.

import { type ChangeReport, changeRoadmap } from "../../app/change-roadmap.js";
import { fixCommand, type PlannedFixes, planFixes } from "../../app/fix-roadmap.js";
import { savingData } from "../../json/changes.js";
import { problemsAt } from "../../json/doctor.js";
import { exitCodes, UserError, withChanges } from "../../model/errors.js";
import { fixableCodes } from "../../rules/index.js";
import { counted } from "../../text/plural.js";
import { fixLines } from "../../views/doctor-lines.js";
import type { Invocation, Outcome } from "../command.js";
import { usageError } from "../options.js";
import { isCommitWanted, savingLines, savingReport } from "../saving-outcome.js";
import type { ProblemChoice } from "./listing.js";

/** @throws UserError if it is refused; without `--yes` or a yes from the user, nothing is written */
export async function fix(invocation: Invocation, { only, fixes, options }: ProblemChoice): Promise<Outcome> {
  for (const code of only ?? []) if (!fixableCodes.includes(code)) refuseUnfixable(code);
  const plan = planFixes(fixes);
  const isCommit = isCommitWanted(invocation);
  const change = (isDryRun: boolean, request = invocation.request) =>
    changeRoadmap({ ...request, isDryRun, isCommitWanted: isCommit, plan });
  const [file] = invocation.words;
  const isYes = invocation.options.yes === true && !invocation.isDryRun;
  if (isYes) return fixOutcome(await change(false), { isDryRun: false, file });
  const tried = await change(true);
  const outcome = fixOutcome(tried, { isDryRun: true, file });
  if (invocation.isDryRun || tried.planned.edits.length === 0) return outcome;
  const commit = isCommit === undefined ? [] : [isCommit ? "--commit" : "--no-commit"];
  const command = fixCommand(file ?? null, ["--yes", ...options, ...commit]);
  return { ...outcome, ...fixQuestion(tried, (request) => change(false, request), { ...invocation, command }) };
}

/** What is shown is what is written: if the file has changed in the meantime, nothing is. */
function fixQuestion(
  { opened, planned }: ChangeReport<PlannedFixes>,
  write: (request: Invocation["request"]) => Promise<ChangeReport<PlannedFixes>>,
  { request, words: [file], command }: Invocation & { readonly command: string },
): Pick<Outcome, "question" | "error"> {
  const count = planned.fixed.length;
  const what = counted(count, "fix");
  return {
    question: {
      text: `Write ${count === 1 ? "this fix" : `these ${what}`} to ${opened.file.path}?`,
      yes: async () => fixOutcome(await write({ ...request, ifMatch: opened.file.hash }), { isDryRun: false, file }),
      no: "nothing was written",
    },
    error: withChanges(
      new UserError(
        "NOT_CONFIRMED",
        `nothing was written: no terminal to confirm ${what}`,
        `add --yes to write without asking: \`${command}\``,
      ),
      { exitCode: exitCodes.failed },
    ),
  };
}

interface FixReport {
  readonly isDryRun: boolean;
  /** The file given after the command. */
  readonly file: string | undefined;
}

function fixOutcome(report: ChangeReport<PlannedFixes>, { isDryRun, file }: FixReport): Outcome {
  const { fixed, left, text } = report.planned;
  return {
    lines(canvas) {
      const lines = fixLines({ fixed, left }, { ...canvas, file: file ?? canvas.file });
      return savingLines(report, isDryRun, { lines, canvas });
    },
    data: () => ({
      kind: "repair",
      ...savingData(report, isDryRun),
      repaired: fixed,
      left: problemsAt(text, left),
    }),
    ...savingReport(report),
  };
}

function refuseUnfixable(code: string): never {
  throw usageError(`${code} cannot be fixed automatically`, `problems that can be fixed: ${fixableCodes.join(", ")}`);
}
