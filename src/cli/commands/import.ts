// Command: updates topics and tasks from a CSV or JSON export.

import type { ChangeReport } from "../../app/change-roadmap.js";
import { importRoadmap, type PlannedImport } from "../../app/import/import-roadmap.js";
import { counted } from "../../text/plural.js";
import { messageLines } from "../../views/wrap.js";
import type { CommandDeclaration, Outcome } from "../command.js";
import { importedFile, importOptions } from "../imported-file.js";
import { changeOutcome, commitOptions, isCommitWanted } from "../saving-outcome.js";

export const importCommand: CommandDeclaration = {
  name: "import",
  summary: "Update topics and tasks from a CSV or JSON export",
  examples: ["roadmap import topics.csv --dry-run", "roadmap import topics.csv --add --ignore Owner"],
  argument: { name: "<file>", help: "CSV with column names in its first line, or JSON from `roadmap export json`" },
  options: [
    { flags: "--add", help: "add topics that do not exist yet" },
    { flags: "--clear", help: "clear cells that are blank in the file (default: keep them)" },
    ...importOptions,
    ...commitOptions,
  ],
  async run(invocation) {
    const { words, options, request, isDryRun } = invocation;
    const [path = ""] = words;
    const report = await importRoadmap({
      ...request,
      isDryRun,
      isCommitWanted: isCommitWanted(invocation),
      ...importedFile(path, invocation),
      isAdding: options.add === true,
      isClearing: options.clear === true,
    });
    return importOutcome(report, isDryRun);
  },
};

function importOutcome(report: ChangeReport<PlannedImport>, isDryRun: boolean): Outcome {
  const { results, rowCount, blankCount } = report.planned;
  const outcome = changeOutcome(report, isDryRun);
  const ignored = `${counted(blankCount, "blank field")} ignored`;
  return {
    ...outcome,
    lines: (canvas) =>
      results.length > 0
        ? outcome.lines(canvas)
        : [`nothing to change: the roadmap already matches ${rowCount === 1 ? "the row" : `all ${rowCount} rows`}`],
    warnings: (canvas) => [
      ...(outcome.warnings?.(canvas) ?? []),
      ...(blankCount === 0 ? [] : messageLines([ignored, "use --clear to clear those cells"], canvas)),
    ],
  };
}
