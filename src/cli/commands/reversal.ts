// Commands: undo and redo, which differ only in their direction; undo also lists the recorded changes.

import { changeRoadmap } from "../../app/change-roadmap.js";
import { listJournal } from "../../app/undo/journal-history.js";
import { planReversal } from "../../app/undo/plan-reversal.js";
import { journalData, reversalData } from "../../json/history.js";
import { findConflictBlocks } from "../../markdown/conflict-markers.js";
import { journalLines, reversalLines } from "../../views/undo-lines.js";
import { hintLine } from "../../views/wrap.js";
import type { CommandDeclaration, Invocation, Outcome } from "../command.js";
import { usageError } from "../options.js";
import { commitOptions, isCommitWanted, savingLines, savingReport } from "../saving-outcome.js";

export const undoCommand: CommandDeclaration = {
  name: "undo",
  summary: "Undo the last changes; later edits by hand are kept",
  examples: ["roadmap undo", "roadmap undo 3 -n", "roadmap undo --list"],
  argument: { name: "[count]", help: "number of changes (default: 1)" },
  options: [
    { flags: "--list", help: "list the changes that can be undone or redone; change nothing" },
    ...commitOptions,
  ],
  async run(invocation) {
    const { options, words } = invocation;
    if (options.list !== true) return reverse("undo", invocation);
    if (words.length === 0) return list(invocation);
    throw usageError("--list takes no number", "run `roadmap undo --list` to see all of them");
  },
};

export const redoCommand: CommandDeclaration = {
  name: "redo",
  summary: "Redo the last undone changes",
  examples: ["roadmap redo", "roadmap redo 3"],
  argument: { name: "[count]", help: "number of changes (default: 1)" },
  options: commitOptions,
  run: (invocation) => reverse("redo", invocation),
};

async function reverse(direction: "undo" | "redo", invocation: Invocation): Promise<Outcome> {
  const { request, words, isDryRun } = invocation;
  const count = countOf(direction, words[0]);
  const plan = planReversal({ direction, count, isDryRun, env: request.lookup.env });
  const report = await changeRoadmap({ ...request, isDryRun, isCommitWanted: isCommitWanted(invocation), plan });
  const { reversed, back, isChangedSince, problem, text, now } = report.planned;
  const hasConflict = findConflictBlocks(text).length > 0;
  return {
    lines(canvas) {
      const shown = { direction, reversed, back, isChangedSince, problem, hasConflict, now };
      const deed = `${direction} ${reversed.map(({ change: { summary } }) => summary).join(", ")}`;
      const hint = reversed.length > 0 && hasConflict ? hintLine("roadmap resolve", canvas) : [];
      return savingLines(report, isDryRun, { lines: reversalLines(shown, canvas), hint, deed, canvas });
    },
    data: () => reversalData(report, { direction, isDryRun }),
    ...savingReport(report),
  };
}

function countOf(direction: string, word: string | undefined): number {
  if (word === undefined) return 1;
  if (/^[1-9]\d{0,8}$/.test(word)) return Number(word);
  throw usageError(`invalid number of changes "${word}"`, `use 1 or more: \`roadmap ${direction} 3\``);
}

async function list({ request }: Invocation): Promise<Outcome> {
  const journal = await listJournal(request);
  return {
    lines: (canvas) => journalLines(journal, canvas),
    data: () => journalData(journal),
  };
}
