// Command: opens the roadmap in an editor, and reports what changed.

import { type EditReport, editRoadmap } from "../../app/edit-roadmap.js";
import { comparisonData } from "../../json/history.js";
import { fileData } from "../../json/roadmap.js";
import { isDayKind } from "../../model/columns.js";
import { UserError } from "../../model/errors.js";
import { misreadingText } from "../../model/meaning.js";
import { ways } from "../../model/ways.js";
import { counted } from "../../text/plural.js";
import { visible } from "../../text/visible.js";
import type { Canvas } from "../../views/canvas.js";
import { comparisonLines } from "../../views/comparison-lines.js";
import { hintLine, messageLines, wrapText } from "../../views/wrap.js";
import type { CommandDeclaration } from "../command.js";
import { nameOf } from "../options.js";

export const editCommand: CommandDeclaration = {
  name: "edit",
  summary: "Open your editor at a topic or task, show the changes",
  examples: ["roadmap edit", "roadmap edit http fundamentals", "roadmap edit 2.3"],
  argument: {
    name: "[topic...]",
    help: "topic or task to open the file at (words of its name, or its number)",
    names: ["topic", "task"],
  },
  options: [],
  async run({ request, words, machine, isDryRun }) {
    const isJson = machine.args.includes("--json");
    const report = await editRoadmap({
      ...request,
      subject: words.length === 0 ? null : nameOf(words, "topic"),
      isDryRun,
      isTerminal: machine.isTerminal("stdin") && machine.isTerminal("stderr"),
      screen: machine.isTerminal("stdout") && !isJson ? "stdout" : "stderr",
    });
    const { opened, command, line, comparison, isChanged } = report;
    return {
      lines: (canvas) => (isDryRun ? [`would run: ${visible(command)}`] : doneLines(report, canvas)),
      data: () => ({
        kind: "edit",
        ...fileData(opened),
        command,
        line,
        dryRun: isDryRun,
        changed: isChanged,
        notRemembered: report.notRecorded,
        comparison: comparison && comparisonData(comparison),
        readOtherwise: report.misreadings.flatMap(({ field, expected, now: { topic } }) => {
          const { number, name } = topic;
          return isDayKind(field) ? [{ number, name, field, from: expected[field] ?? null, to: topic[field] }] : [];
        }),
        problems: opened.problems.length,
        next: nextCommand(report),
      }),
      isSaved: isChanged,
      warnings: (canvas) =>
        report.notRecorded === null
          ? []
          : messageLines(
              [`this change cannot be undone with \`roadmap undo\`: ${visible(report.notRecorded)}`],
              canvas,
            ),
      error: failure(report),
    };
  },
};

function doneLines(report: EditReport, canvas: Canvas): string[] {
  const { opened, comparison, isChanged } = report;
  const count = opened.problems.length;
  const notes = [
    ...report.misreadings.map((misreading) => misreadingText(misreading, "is now read")),
    ...(count === 0 ? [] : [`the file has ${counted(count, "problem")}`]),
  ];
  const what = comparison ? comparisonLines(comparison, canvas) : ["the file was changed"];
  const next = nextCommand(report);
  return [
    ...(isChanged ? what : ["nothing was changed"]),
    ...notes.flatMap((note) => wrapText(`note: ${visible(note)}`, canvas.width, { first: 2, rest: 4 })),
    ...(next === null ? [] : hintLine(next, canvas)),
  ];
}

/** Problems come before committing. */
function nextCommand({ opened, isChanged, isInRepository }: EditReport): string | null {
  if (opened.problems.length > 0) return "roadmap doctor";
  if (!isChanged) return null;
  return isInRepository ? "roadmap commit" : "roadmap next";
}

function failure({ end, isChanged }: EditReport): UserError | undefined {
  if (end.kind === "done") return undefined;
  return new UserError(
    "EDITOR_FAILED",
    `the editor exited with ${end.reason}`,
    isChanged
      ? ways`the file is as the editor left it; run ${{ view: "diff" }} to see the changes`
      : "the file is unchanged; choose another editor with `export EDITOR=nano`",
  );
}
