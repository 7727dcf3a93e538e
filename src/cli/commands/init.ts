// Command: creates the first roadmap, blank, from a template or from a CSV file.

import type { ImportedText } from "../../app/import/import-roadmap.js";
import type { InitIntoReport } from "../../app/init-into.js";
import { type InitReport, initRoadmap } from "../../app/init-roadmap.js";
import type { OpenRequest } from "../../app/open-roadmap.js";
import { UserError } from "../../model/errors.js";
import { commandFor, nextSteps } from "../../model/next.js";
import { type TemplateName, templateNames } from "../../templates/index.js";
import { counted } from "../../text/plural.js";
import { diffLines } from "../../text/unified-diff.js";
import { visible } from "../../text/visible.js";
import type { Canvas } from "../../views/canvas.js";
import { doneLines, hintLine, wrapText } from "../../views/wrap.js";
import { type CommandDeclaration, type Invocation, type Outcome, textOption } from "../command.js";
import { usageError } from "../options.js";
import { changeOutcome } from "../saving-outcome.js";

export const initCommand: CommandDeclaration = {
  name: "init",
  summary: "Create a roadmap: blank, or from a template or a CSV",
  examples: [
    "roadmap init",
    "roadmap init --template backend",
    "roadmap init --from topics.csv --ignore Owner",
    'roadmap init docs/roadmap.md --title "My year"',
    "roadmap init --into README.md",
  ],
  argument: { name: "[file]", help: "file to create (default: roadmap.md)" },
  options: [
    { flags: "--template <name>", help: "template to start from (default: blank)", choices: templateNames },
    { flags: "--from <path>", help: "CSV or JSON export to take the topics from, instead of a template" },
    {
      flags: "--ignore <column>",
      help: "with --from: skip a CSV column (repeatable)",
      isList: true,
    },
    { flags: "--into <file>", help: "add a topic table to this file, which exists; nothing else in it changes" },
    { flags: "--title <text>", help: "title (default: from the template, or the folder name)" },
  ],
  async run(invocation) {
    const { isDryRun, request } = invocation;
    const into = await intoFile(invocation);
    if (into) return into;
    const template = templateOf(textOption(invocation, "template") ?? "blank");
    const from = await importedOption(invocation);
    const title = textOption(invocation, "title");
    if (title?.trim() === "") throw usageError("the title is empty", "omit --title to use the default");
    const lookup = { ...request.lookup, file: fileOf(invocation) };
    const report = await initRoadmap({ lookup, template, title, from, isDryRun });
    const { roadmap } = report.reading;
    return {
      lines: (canvas) => (isDryRun ? diffOf(report).map(visible) : madeLines(report, canvas)),
      data: () => ({
        kind: "init",
        file: report.path,
        hash: report.hash,
        template,
        from: textOption(invocation, "from") ?? null,
        title: roadmap.title,
        topics: roadmap.topics.length,
        tasks: roadmap.tasks.length,
        tasksLeftOut: report.tasksLeftOut,
        problems: report.reading.problems.length,
        dryRun: isDryRun,
        diff: isDryRun ? `${diffOf(report).join("\n")}\n` : null,
        other: report.other,
        found: report.isFound,
        next: nextCommand(report),
      }),
      isSaved: !isDryRun,
    };
  },
};

/** The outcome for a file that exists; null if a new one is meant. */
async function intoFile(invocation: Invocation): Promise<Outcome | null> {
  const { options, request, isDryRun } = invocation;
  const into = textOption(invocation, "into");
  const forNewFile = ["template", "from", "title"].find((name) => options[name] !== undefined);
  if (into !== undefined && forNewFile !== undefined)
    throw usageError(
      `--into and --${forNewFile} cannot be combined`,
      `omit --into to create a file: \`roadmap init FILE --${forNewFile} VALUE\``,
    );
  const file = fileOf(invocation);
  if (forNewFile !== undefined) return null;
  const { initInto, initIntoExisting } = await import("../../app/init-into.js");
  const existing = { ...request, lookup: { ...request.lookup, file } };
  const run = (isTried: boolean, more: Partial<OpenRequest> = {}) =>
    initInto({ ...existing, ...more, isDryRun: isTried }).then((report) => intoOutcome(report, isTried));
  if (into !== undefined) return run(isDryRun);
  const tried = await initIntoExisting(existing);
  if (!tried) return null;
  if (request.lookup.file !== undefined) return run(isDryRun);
  const error = existsError(tried);
  if (!invocation.mayAsk || isDryRun || tried.hadTable) throw error;
  const { path, hash } = tried.opened.file;
  return {
    ...intoOutcome(tried, true),
    question: {
      text: `Put this table into ${path}?`,
      yes: () => run(false, { ifMatch: hash, lookup: { ...request.lookup, file: path } }),
      no: "nothing was written",
    },
    error,
  };
}

function existsError({ opened, hadTable, isFound, quotedPath }: InitIntoReport): UserError {
  const { path } = opened.file;
  const program = isFound ? "roadmap" : `roadmap --file ${quotedPath}`;
  return new UserError(
    "FILE_EXISTS",
    `${path} already exists${hadTable ? "" : ", without a topic table"}; nothing was written`,
    hadTable
      ? `run \`${program}\` to see it, or \`roadmap init FILE\` to create another one`
      : `\`roadmap init --into ${quotedPath}\` puts a topic table into it, below its title; \`roadmap init FILE\` creates another file`,
  );
}

function intoOutcome(report: InitIntoReport, isDryRun: boolean): Outcome {
  const outcome = changeOutcome(report, isDryRun);
  if (report.isFound || isDryRun) return outcome;
  const note = "`roadmap` opens this file only with --file";
  const results = report.planned.results.map((result) => ({ ...result, notes: [...result.notes, note] }));
  const { lines } = changeOutcome({ ...report, planned: { ...report.planned, results } }, isDryRun);
  return { ...outcome, lines };
}

async function importedOption(invocation: Invocation): Promise<ImportedText | undefined> {
  const path = textOption(invocation, "from");
  const { options } = invocation;
  if (path === undefined && options.ignore !== undefined)
    throw usageError("--ignore requires --from", "pass the CSV: `roadmap init --from topics.csv`");
  if (path === undefined) return undefined;
  if (options.template !== undefined)
    throw usageError("--from and --template cannot be combined", "use only one of them");
  return (await import("../imported-file.js")).importedFile(path, invocation);
}

function templateOf(name: string): TemplateName {
  const found = templateNames.find((candidate) => candidate === name);
  if (!found) throw new Error(`no template ${name}`);
  return found;
}

function fileOf(invocation: Invocation): string | undefined {
  const { words, request } = invocation;
  const named = [words[0], textOption(invocation, "into"), request.lookup.file];
  const [file, other] = new Set(named.filter((name) => name !== undefined));
  if (file === "" || other === "") throw usageError("the file name is empty", "omit it to create roadmap.md");
  if (other === undefined) return file;
  throw usageError(`two files given: ${file} and ${other}`, "use only one of them");
}

function diffOf({ path, reading }: InitReport): string[] {
  const name = path.split("/").at(-1) ?? path;
  return diffLines("", [{ at: { start: 0, end: 0 }, text: reading.roadmap.text }], name);
}

function madeLines(report: InitReport, canvas: Canvas): string[] {
  const { path, reading, tasksLeftOut, other, isFound } = report;
  const { problems, roadmap } = reading;
  const { topics, tasks, phases } = roadmap;
  const inPhases = phases.filter((phase) => phase.topics.length > 0).length;
  const what =
    topics.length === 0
      ? "an empty topic table"
      : [counted(topics.length, "topic"), ...(inPhases > 1 ? [`in ${inPhases} phases`] : [])].join(" ") +
        (tasks.length > 0 ? `, ${counted(tasks.length, "task")}` : "");
  const notes = [
    ...(tasksLeftOut > 0
      ? [`note: ${counted(tasksLeftOut, "task")} not included: a topic table holds only topics`]
      : []),
    ...(problems.length > 0
      ? [`note: it has ${counted(problems.length, "problem")}; run \`roadmap doctor\` to see them`]
      : []),
    ...(isFound && other !== null
      ? [`note: in this folder, \`roadmap\` now opens this file instead of ${visible(other)}`]
      : []),
    ...(isFound
      ? []
      : [
          other === null
            ? "note: `roadmap` opens this file only with --file"
            : `note: in this folder, \`roadmap\` still opens ${visible(other)}; use --file to open this file`,
        ]),
  ];
  return [
    ...doneLines(`Created ${visible(path)}: ${what}.`, canvas),
    ...notes.flatMap((note) => wrapText(note, canvas.width, { first: 2, rest: 4 })),
    ...hintLine(nextCommand(report), canvas),
  ];
}

/** Starts the first topic; a blank roadmap needs topics first. */
function nextCommand({ reading: { roadmap }, isFound, quotedPath }: InitReport): string {
  const [first] = nextSteps(roadmap, 1);
  const command = first ? commandFor(roadmap, first) : "roadmap add topic NAME";
  return isFound === false ? `${command} --file ${quotedPath}` : command;
}
