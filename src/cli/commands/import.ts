// Command: what a spreadsheet or an export says, taken over into the roadmap.

import type { ChangeReport } from "../../app/change-roadmap.js";
import { importRoadmap, type PlannedImport, readImportFile } from "../../app/import-roadmap.js";
import { messageLines } from "../../views/wrap.js";
import { changeOutcome } from "../change-outcome.js";
import type { CommandDeclaration, Invocation, Outcome } from "../command.js";
import { commitOptions, isCommitWanted } from "../commit-outcome.js";
import { usageError } from "../options.js";

export const importCommand: CommandDeclaration = {
  name: "import",
  summary: "Take over what a CSV or an export says of topics and tasks: all or nothing",
  examples: ["roadmap import topics.csv --dry-run", "roadmap import topics.csv --add --ignore Owner"],
  argument: { name: "<file>", help: "a CSV with the names of its columns in its first line, or JSON of export json" },
  options: [
    { flags: "--add", help: "add topics that are not there yet" },
    { flags: "--clear", help: "clear cells where the file has blank ones; else these say nothing" },
    { flags: "--ignore <column>", help: "leave out a column of a CSV; may be given several times", isList: true },
    { flags: "--raw", help: "a CSV of export csv --raw: a ' before a formula is part of the text" },
    ...commitOptions,
  ],
  async run(invocation) {
    const { words, options, request, isDryRun } = invocation;
    const [path = ""] = words;
    const report = await importRoadmap({
      ...request,
      isDryRun,
      isCommitWanted: isCommitWanted(invocation),
      text: readImportFile(path),
      format: formatOf(path, invocation),
      isAdding: options.add === true,
      isClearing: options.clear === true,
      isRaw: options.raw === true,
      ignored: Array.isArray(options.ignore) ? options.ignore : [],
    });
    return importOutcome(report, isDryRun);
  },
};

function formatOf(path: string, { options }: Invocation): "csv" | "json" {
  const ending = /\.(csv|tsv|json)$/i.exec(path)?.[1]?.toLowerCase();
  if (ending === undefined)
    throw usageError(`"${path}" is neither a .csv nor a .json file`, "give it the ending that says what it is");
  if (ending === "json" && (options.raw || options.ignore))
    throw usageError("--raw and --ignore are for a CSV", "leave them away");
  return ending === "json" ? "json" : "csv";
}

function importOutcome(report: ChangeReport<PlannedImport>, isDryRun: boolean): Outcome {
  const { results, rowCount, blankCount } = report.planned;
  const outcome = changeOutcome(report, isDryRun);
  const blanks = `${blankCount} blank ${blankCount === 1 ? "field leaves" : "fields leave"} what the roadmap says`;
  return {
    ...outcome,
    lines: (canvas) =>
      results.length > 0
        ? outcome.lines(canvas)
        : [`nothing to change: the roadmap says ${rowCount === 1 ? "the one row" : `all ${rowCount} rows`} already`],
    warnings: (canvas) => [
      ...(outcome.warnings?.(canvas) ?? []),
      ...(blankCount === 0 ? [] : messageLines([blanks, "`--clear` clears those cells"], canvas.width)),
    ],
  };
}
