// Command: called by git to merge a roadmap that two sides have changed.

import { type MergeReport, mergeFiles } from "../../app/merge-files.js";
import { exitCodes, UserError, withChanges } from "../../model/errors.js";
import { counted } from "../../text/plural.js";
import { visible } from "../../text/visible.js";
import { messageLines } from "../../views/wrap.js";
import type { CommandDeclaration, Invocation } from "../command.js";
import { usageError } from "../options.js";

const hint = "git calls it as `roadmap merge-driver -- %O %A %B %L %P`";

export const mergeDriverCommand: CommandDeclaration = {
  name: "merge-driver",
  summary: "Merge three versions of a roadmap, for git",
  examples: ["roadmap merge-driver -- base.md ours.md theirs.md 7 roadmap.md"],
  argument: { name: "<files...>", help: "base, ours, theirs, conflict marker size, and file name" },
  options: [],
  async run(invocation) {
    const { files, markerSize, name } = parseWords(invocation);
    const { machine, request } = invocation;
    const place = { cwd: machine.cwd(), env: machine.env };
    const merge = mergeFiles({ files, markerSize, place, maxBytes: request.maxBytes });
    const report = await merge.catch((error: unknown) => {
      throw withoutExitCode1(error);
    });
    return {
      lines: () => [],
      // Git shows what a merge driver prints, so it prints only what remains to be done.
      warnings: (canvas) => (report.conflicts === 0 ? [] : messageLines([conflictLine(report, name)], canvas)),
      data: () => ({ kind: "merge", file: name, ...report }),
      exitCode: report.conflicts === 0 ? exitCodes.done : exitCodes.failed,
      // For git, any other exit code means that our file is unchanged.
      isReportedByExitCode: true,
    };
  },
};

function parseWords({ words }: Invocation) {
  const [base, ours, theirs, size = "7", name = null, ...more] = words;
  if (base === undefined || ours === undefined || theirs === undefined || more.length > 0)
    throw usageError("merge-driver takes three files, a marker size and a file name", hint);
  if (!/^[1-9]\d{0,2}$/.test(size)) throw usageError(`"${size}" is not a conflict marker size`, hint);
  return { files: { base, ours, theirs }, markerSize: Number(size), name };
}

/** An error must not use exit code 1: for git, that means that the result, with its conflicts, is in the file. */
function withoutExitCode1(error: unknown): unknown {
  if (!(error instanceof UserError)) return error;
  // `--file` selects none of the three files.
  if (error.code === "FILE_NOT_FOUND") return withChanges(error, { hint });
  return error.exitCode === exitCodes.failed ? withChanges(error, { exitCode: exitCodes.fileProblem }) : error;
}

function conflictLine({ conflicts }: MergeReport, name: string | null): string {
  const place = name === null ? "the roadmap" : visible(name);
  return `${counted(conflicts, "conflict")} in ${place}; run \`roadmap resolve\` to see ${conflicts === 1 ? "it" : "them"}`;
}
