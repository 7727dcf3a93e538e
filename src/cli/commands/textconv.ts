// Command: prints a roadmap for `git diff`, one line per field.

import { readForDiff } from "../../app/history/diff.js";
import { fieldLines } from "../../views/field-lines.js";
import type { CommandDeclaration } from "../command.js";
import { usageError } from "../options.js";

export const textconvCommand: CommandDeclaration = {
  name: "textconv",
  summary: "Print a file for `git diff`, one line per topic cell",
  examples: ["roadmap textconv roadmap.md"],
  argument: { name: "<file>", help: "file to print; a file that is not a roadmap is printed unchanged" },
  options: [],
  async run({ words: [path = ""] }) {
    if (path === "") throw usageError("no file given", "roadmap textconv roadmap.md");
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
