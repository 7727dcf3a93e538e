// Command: runs many operations at once, all or none.

import { changeRoadmap } from "../../app/change-roadmap.js";
import { operationsFromLines, readOperationsFile } from "../../app/read-operations.js";
import { planRequested } from "../../app/requested-operations.js";
import { exitCodes, UserError, withChanges } from "../../model/errors.js";
import type { CommandDeclaration } from "../command.js";
import type { Machine } from "../machine.js";
import { changeOutcome, commitOptions, isCommitWanted } from "../saving-outcome.js";

export const applyCommand: CommandDeclaration = {
  name: "apply",
  summary: "Apply many changes from JSON Lines, all or none",
  examples: ["roadmap apply changes.jsonl", `echo '{"op":"finish","topic":"http fundamentals"}' | roadmap apply`],
  argument: { name: "[file]", help: "file with one operation per line, or - for stdin (default: stdin)" },
  options: commitOptions,
  async run(invocation) {
    const { request, isDryRun, words, machine } = invocation;
    const [path = "-"] = words;
    const requested = operationsFromLines(path === "-" ? readPiped(machine) : readNamed(path));
    return changeOutcome(
      await changeRoadmap({
        ...request,
        isDryRun,
        isCommitWanted: isCommitWanted(invocation),
        plan: planRequested(requested),
      }),
      isDryRun,
    );
  },
};

/** The missing file is the one with operations, not the roadmap, so it needs another hint. */
function readNamed(path: string): string {
  try {
    return readOperationsFile(path);
  } catch (error) {
    if (!(error instanceof UserError) || error.exitCode !== exitCodes.notFound) throw error;
    throw withChanges(error, { hint: "pass a file with one operation per line: `roadmap apply changes.jsonl`" });
  }
}

function readPiped(machine: Machine): string {
  if (!machine.isTerminal("stdin")) return machine.readInput();
  throw new UserError(
    "NOTHING_PIPED",
    "no input: apply reads operations from a file or a pipe",
    "roadmap apply changes.jsonl",
  );
}
