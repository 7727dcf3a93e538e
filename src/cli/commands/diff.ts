// Command: the changes between two versions, by topic and task.

import { diffRoadmap } from "../../app/history/diff.js";
import { diffData } from "../../json/history.js";
import type { Day } from "../../model/dates.js";
import { isUnchanged } from "../../model/history/compare.js";
import type { Canvas } from "../../views/canvas.js";
import { comparisonCountLines, comparisonLines } from "../../views/comparison-lines.js";
import { dayText } from "../../views/day-words.js";
import { changesSummary, namedChanges } from "../../views/named-changes.js";
import { wrapText } from "../../views/wrap.js";
import type { CommandDeclaration } from "../command.js";
import { fileWarnings } from "../view-outcome.js";

type DiffSide = { readonly commit: string; readonly day: Day } | null;

export const diffCommand: CommandDeclaration = {
  name: "diff",
  summary: "Show changes between two revisions, by topic and task",
  examples: ["roadmap diff", "roadmap diff HEAD~3", "roadmap diff 2026-01-31..", "roadmap diff v1.0..main --stat"],
  argument: {
    name: "[revisions]",
    help: "REV compares it with the working file, REV..REV compares two revisions; a REV is a commit, branch, tag or date (default: HEAD)",
  },
  options: [{ flags: "--stat", help: "show only the number of changes" }],
  async run({ request, words, options }) {
    const report = await diffRoadmap({ ...request, range: words[0] });
    const { opened, from, to, comparison, sameness, conflicted } = report;
    const lines = (canvas: Canvas) => {
      if (sameness === "equal") return ["no changes"];
      if (sameness === "equal but for line ends") return ["only line endings changed"];
      if (!options.stat) return comparisonLines(comparison, canvas);
      return canvas.isTerminal && !isUnchanged(comparison) ? [] : comparisonCountLines(comparison, canvas);
    };
    return {
      lines(canvas) {
        const { paint, width, isTerminal, signs } = canvas;
        if (!isTerminal)
          return [...wrapText(`from ${sideText(from)} to ${sideText(to)}`, width).map(paint.dim), ...lines(canvas)];
        const [left, right] = [from, to].map((side) => shortSideText(side, opened.today, canvas));
        const summary = sameness === "other" ? changesSummary(namedChanges(comparison, canvas)) : "";
        const rest = lines(canvas);
        return [
          ...wrapText(`${left} ${signs.arrow} ${right}`, width).map(paint.head),
          ...(summary === "" ? [] : wrapText(summary, width).map(paint.dim)),
          ...(summary === "" || rest.length === 0 ? [] : [""]),
          ...rest,
        ];
      },
      data: () => diffData(report),
      warnings: (canvas) => [
        ...(to === null ? fileWarnings(opened)(canvas) : []),
        ...conflicted.flatMap((version) =>
          wrapText(
            `note: ${sideText(version)} has unresolved merge conflicts; only our side is compared`,
            canvas.width,
          ),
        ),
      ],
    };
  },
};

function sideText(side: DiffSide): string {
  return side === null ? "the working file" : `${side.commit.slice(0, 7)} (${side.day})`;
}

/** `24 Nov 8bb98fd` */
function shortSideText(side: DiffSide, today: Day, canvas: Canvas): string {
  return side === null ? "the working file" : `${dayText(side.day, today, canvas)} ${side.commit.slice(0, 7)}`;
}
