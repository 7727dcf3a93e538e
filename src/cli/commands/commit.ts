// Command: commits the roadmap as it is, with a message generated from its changes.

import { commitRoadmap } from "../../app/commit-roadmap.js";
import { commitRoadmapData } from "../../json/changes.js";
import { visible } from "../../text/visible.js";
import { type CommandDeclaration, textOption } from "../command.js";
import { usageError } from "../options.js";
import { restoredLines } from "../restored-lines.js";
import { commitLines, commitNoteLines } from "../saving-outcome.js";

export const commitCommand: CommandDeclaration = {
  name: "commit",
  summary: "Commit the roadmap, including edits made by hand",
  examples: ["roadmap commit", 'roadmap commit -m "Plan the second quarter"'],
  options: [{ flags: "-m, --message <text>", help: "commit message (default: made from the changes)" }],
  async run(invocation) {
    const message = textOption(invocation, "message");
    if (message?.trim() === "") throw usageError("the message is empty", "omit -m to have it made from the changes");
    const { isDryRun } = invocation;
    const report = await commitRoadmap({ ...invocation.request, message, isDryRun });
    const { commit, planned, restored } = report;
    return {
      lines(canvas) {
        if (planned !== null) return plannedLines(planned);
        return commit ? commitLines(commit, canvas) : [nothingToCommit];
      },
      data: () => commitRoadmapData(report, isDryRun),
      isSaved: commit !== null,
      warnings: (canvas) => [
        ...(restored ? restoredLines(restored, canvas) : []),
        ...(commit ? commitNoteLines(commit, canvas) : []),
      ],
    };
  },
};

/** Whole lines, as git would get them. */
function plannedLines(message: string): string[] {
  const lines = message.trimEnd().split("\n");
  return ["would commit:", "", ...lines.map((line) => (line === "" ? "" : `  ${visible(line)}`))];
}

const nothingToCommit = "nothing to commit: no changes since the last commit";
