// Command: print a roadmap for `git diff`, one line for each thing it says.

import { readForDiff } from "../../app/read-for-diff.js";
import { fieldLines } from "../../views/field-lines.js";
import type { CommandDeclaration } from "../command.js";
import { usageError } from "../options.js";

export const textconvCommand: CommandDeclaration = {
  name: "textconv",
  summary: "Print a file for `git diff`: a line for each cell of its topics",
  examples: ["roadmap textconv roadmap.md"],
  argument: { name: "<file>", help: "the file; what is no roadmap is printed as it is" },
  options: [],
  async run({ words: [path = ""] }) {
    if (path === "") throw usageError("the file is not named", "roadmap textconv roadmap.md");
    const read = await readForDiff(path);
    const lines = () =>
      read.kind === "roadmap" ? fieldLines(read.roadmap) : new TextDecoder().decode(read.bytes).split("\n");
    return {
      lines,
      ...(read.kind === "bytes" ? { bytes: read.bytes } : {}),
      data: () => ({ kind: "textconv", file: path, lines: lines() }),
    };
  },
};
