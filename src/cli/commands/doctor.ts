// Command: lists the problems of roadmaps, and fixes those with exactly one right fix.

import { examineFiles } from "../../app/examine-roadmap.js";
import { fixCommand } from "../../app/fix-roadmap.js";
import type { OpenRequest } from "../../app/open-roadmap.js";
import { UserError, withChanges } from "../../model/errors.js";
import { type CommandDeclaration, type Invocation, textOption } from "../command.js";
import { fix } from "../doctor/fix.js";
import { linkOptions, withLinkProblems } from "../doctor/links.js";
import { choiceOptions, formats, listingOutcome, problemChoice } from "../doctor/listing.js";
import { usageError } from "../options.js";
import { commitOptions } from "../saving-outcome.js";

export const doctorCommand: CommandDeclaration = {
  name: "doctor",
  summary: "Find problems, and fix those with one right answer",
  examples: [
    "roadmap doctor",
    "roadmap doctor --strict docs/*.md",
    "roadmap doctor --links",
    "roadmap doctor --fix",
    "roadmap doctor --fix --only TEXT_DAMAGED --yes",
  ],
  argument: { name: "[file...]", help: "files to check (default: the roadmap)" },
  options: [
    { flags: "--strict", help: "exit with 1 if there is an error or a warning, or a note selected with --only" },
    ...choiceOptions,
    {
      flags: "--format <format>",
      help: "text, GitHub workflow annotations, or SARIF (default: text)",
      choices: formats,
    },
    { flags: "--fix", help: "fix problems that have one right answer; shows a diff and asks first" },
    { flags: "--yes", help: "fix without asking" },
    ...linkOptions,
    ...commitOptions,
  ],
  async run(invocation) {
    const { words, options } = invocation;
    const request = requestOf(invocation);
    const choice = problemChoice(invocation);
    const format = textOption(invocation, "format") ?? "text";
    if (format !== "text" && (options.fix === true || invocation.isJson))
      throw usageError(
        `--format ${format} cannot be combined with ${options.fix ? "--fix" : "--json"}`,
        "use only one of them",
      );
    if (options.fix === true && options.links === true)
      throw usageError(
        "--fix and --links cannot be combined: links are never fixed automatically",
        "roadmap doctor --links",
      );
    if (options.fix === true) return fix({ ...invocation, request }, choice).catch(rewordMissing(words));
    if (options.yes === true) throw usageError("--yes requires --fix", "roadmap doctor --fix --yes");
    const isNamed = words.length > 0 || request.lookup.file !== undefined;
    return listingOutcome(await withLinkProblems(invocation, await examineFiles(words, request)), {
      choice,
      format,
      isStrict: options.strict === true,
      isNamed,
      isUnfolded: options.all === true,
    });
  },
};

/** A file given after the command was not named by `--file`. */
function rewordMissing([path]: readonly string[]) {
  return (error: unknown): never => {
    if (path === undefined || !(error instanceof UserError) || error.code !== "FILE_NOT_FOUND") throw error;
    const hint = "pass an existing file: `roadmap doctor --fix FILE`";
    throw withChanges(error, { message: `${path} does not exist`, hint });
  };
}

/** A file given after the command is the roadmap to examine. */
function requestOf({ request, words, options }: Invocation): OpenRequest {
  const [path, another] = words;
  if (path === undefined) return request;
  const { lookup } = request;
  if (lookup.file !== undefined)
    throw usageError(
      "files were given both with --file and as arguments",
      "omit --file, and pass all files as arguments",
    );
  if (options.fix !== true) return request;
  if (another !== undefined) throw usageError("--fix works on one file at a time", fixCommand(path));
  return { ...request, lookup: { ...lookup, file: path } };
}
