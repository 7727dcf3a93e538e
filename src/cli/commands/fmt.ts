// Command: aligns the columns of the topic tables, or only checks the alignment.

import { alignRoadmap, checkAlignment, type TableAlignment } from "../../app/align-roadmap.js";
import { savingData } from "../../json/changes.js";
import { exitCodes } from "../../model/errors.js";
import { counted } from "../../text/plural.js";
import { visible } from "../../text/visible.js";
import type { Canvas } from "../../views/canvas.js";
import { doneLines, hintLines, wrapText } from "../../views/wrap.js";
import type { CommandDeclaration, Outcome } from "../command.js";
import { commitOptions, isCommitWanted, savingLines, savingReport } from "../saving-outcome.js";

export const fmtCommand: CommandDeclaration = {
  name: "fmt",
  summary: "Align the topic tables, and change nothing else",
  examples: ["roadmap fmt", "roadmap fmt --check", "roadmap fmt -n"],
  options: [
    { flags: "--check", help: "list tables that are not aligned, and exit with 1 if there are any; change nothing" },
    ...commitOptions,
  ],
  async run(invocation) {
    const { request, isDryRun, options } = invocation;
    const isCheck = options.check === true;
    const report = isCheck
      ? await checkAlignment(request)
      : await alignRoadmap({ ...request, isDryRun, isCommitWanted: isCommitWanted(invocation) });
    const { tables } = report.planned;
    const misplaced = tables.filter(({ isAligned }) => !isAligned);
    const data: Outcome["data"] = () => ({
      kind: "fmt",
      ...savingData(report, isDryRun),
      check: isCheck,
      tables: tables.map(({ line, rows, isAligned }) => ({ line, rows, aligned: isAligned })),
    });
    if (isCheck) {
      return {
        lines: (canvas) => checkLines(misplaced, { path: report.opened.file.path, count: tables.length }, canvas),
        data,
        exitCode: misplaced.length > 0 ? exitCodes.failed : exitCodes.done,
      };
    }
    return {
      lines: (canvas) =>
        savingLines(report, isDryRun, {
          lines: alignedLines(misplaced, tables.length, canvas),
          deed: `align ${counted(misplaced.length, "table")}`,
          canvas,
        }),
      data,
      ...savingReport(report),
    };
  },
};

function checkLines(
  misplaced: readonly TableAlignment[],
  { path, count }: { path: string; count: number },
  canvas: Canvas,
): string[] {
  if (misplaced.length === 0) return nothingLines(count, canvas.width);
  const misalignedLines = misplaced.map(
    (table) => `${visible(path)}:${table.line}: ${tableText(table)} is not aligned`,
  );
  return [
    ...misalignedLines.flatMap((line) => wrapText(line, canvas.width, { first: 0, rest: 2 })),
    ...hintLines("roadmap fmt", canvas),
  ];
}

function alignedLines(misplaced: readonly TableAlignment[], count: number, canvas: Canvas): string[] {
  if (misplaced.length === 0) return nothingLines(count, canvas.width);
  return [
    ...misplaced.flatMap((table) => doneLines(`Aligned ${tableText(table)} (line ${table.line}).`, canvas)),
    ...hintLines("`roadmap undo` reverts it", canvas),
  ];
}

function nothingLines(count: number, width: number): string[] {
  const message = count === 0 ? "No topic table to align." : "The topic tables are already aligned.";
  return wrapText(message, width);
}

function tableText({ rows }: TableAlignment): string {
  return `a table with ${counted(rows, "row")}`;
}
