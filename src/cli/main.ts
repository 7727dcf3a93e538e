// Main: parses the command line, runs the command, prints its outcome and returns the exit code.

import { loadUserConfig } from "../app/user-config.js";
import type { Envelope } from "../json/envelopes/index.js";
import { errorData } from "../json/errors.js";
import { jsonLine, jsonPieces } from "../json/line.js";
import { type ExitCode, exitCodes, restoredBeforeError, UserError, withChanges } from "../model/errors.js";
import { AmbiguousName } from "../model/find.js";
import { NoRoadmapFound } from "../model/no-roadmap.js";
import { phaseTitle } from "../model/roadmap.js";
import type { UserSettings } from "../model/user-settings.js";
import { ValueUndecided } from "../model/value-undecided.js";

import { firstRunLines } from "../views/first-run-lines.js";
import { aliases, commandIndex, withoutAlias, withoutAll } from "./aliases.js";

import { canvasFor, widthOf } from "./canvas.js";
import type { CommandDeclaration, Invocation, OptionValue, Outcome } from "./command.js";
import { commandGroups, commandHeadings, commands } from "./commands/index.js";
import { errorLines } from "./error-report.js";
import type { Machine, OutputStream } from "./machine.js";
import { usageError } from "./options.js";
import { withName } from "./pick-name.js";
import { type CommandRequest, readCommandLine } from "./program.js";
import { restoredLines } from "./restored-lines.js";
import { warnOfInterruptedSave, warnOfSettings, warnOfTimeZone } from "./startup-warnings.js";

declare const ROADMAP_VERSION: string;

/** Runs one command. Never throws; errors are reported on stderr and in the exit code. */
export async function main(machine: Machine): Promise<ExitCode> {
  const isJson = machine.args.includes("--json");
  try {
    const { args, isAll } = withoutAll(machine.args);
    const request = await parseRequest(args, machine);
    if (request.kind === "misuse") throw usageError(request.message, request.hint);
    if (request.kind === "text") {
      machine.write("stdout", isJson ? jsonLine(textData(request)) : request.text);
      return exitCodes.done;
    }
    return await runRequest({ ...request, isAll }, machine);
  } catch (error) {
    return report(error, { machine, isJson, isColorWanted: !machine.args.includes("--no-color"), settings: {} });
  }
}

async function parseRequest(typed: readonly string[], machine: Machine): Promise<CommandRequest> {
  const args = withoutAlias(explicitHelp(typed));
  const globals = { json: args.includes("--json"), color: !args.includes("--no-color") };
  if (asksForOverview(typed, args)) return { kind: "run", command: "help", words: [], options: {}, globals };
  const names = [...commands.keys()];
  const named = namedIn(args, names);
  const needsAll = named.length === 0 && (args.includes("--help") || args.includes("-h"));
  const declarations = await Promise.all((needsAll ? names : named).map(load));
  const width = args.includes("--json") ? 80 : Math.min(widthOf(machine, "stdout"), 80);
  return readCommandLine({
    args,
    declarations,
    names,
    groups: commandGroups,
    headings: commandHeadings,
    version: ROADMAP_VERSION,
    width,
  });
}

/** `help` prints everything, `--help` alone one screen. */
function asksForOverview([first]: readonly string[], args: readonly string[]): boolean {
  const isHelp = args.includes("--help") || args.includes("-h");
  return isHelp && first !== "help" && commandIndex(args) === args.length;
}

/** `help list` prints the same as `list --help`; for anything but a command, the command `help` answers. */
function explicitHelp(args: readonly string[]): readonly string[] {
  const [first, word] = args;
  const isCommand = (name: string) => commands.has(name) || commandGroups.has(name) || Object.hasOwn(aliases, name);
  const isAboutCommand = word === undefined || isCommand(word) || word === "--json";
  return first === "help" && isAboutCommand ? [...args.slice(1), "--help"] : args;
}

function textData({ topic, text }: Extract<CommandRequest, { kind: "text" }>): Envelope {
  return topic === null ? { kind: "version", version: text.trim() } : { kind: "help", topic, text };
}

/** A word after the command may be the name of another one. */
function namedIn(args: readonly string[], names: readonly string[]): readonly string[] {
  const words = args.slice(commandIndex(args));
  const [first = "", second = ""] = words;
  const [called] = [first, `${first} ${second}`].filter((name) => commands.has(name));
  if (called !== undefined) return [called];
  if (commandGroups.has(first)) return names.filter((name) => name.startsWith(`${first} `));
  return names.filter((name) => name.split(" ").every((word) => words.includes(word)));
}

async function load(name: string): Promise<CommandDeclaration> {
  const found = commands.get(name);
  if (!found) throw new Error(`no command ${name}`);
  return found();
}

/** `isAll`: over the files in the settings of the user. */
type Run = Extract<CommandRequest, { kind: "run" }> & { readonly isAll: boolean };

async function runRequest({ command, words, options, globals, isAll }: Run, machine: Machine): Promise<ExitCode> {
  const declaration = await load(command);
  const isJson = globals.json === true;
  const mayAsk = globals.input !== false && !isJson && machine.isTerminal("stdin") && machine.isTerminal("stderr");
  const user = await loadUserConfig(machine.env);
  const { settings } = user;
  const [file, ...others] = listOf(globals.file);
  const invocation: Invocation = {
    words,
    options,
    mayAsk,
    isDryRun: globals.dryRun === true,
    isJson,
    settings,
    machine,
    request: {
      lookup: { file, env: machine.env, cwd: machine.cwd(), defaultFile: settings.file },
      isCommitDefault: settings.commit,
      maxBytes: bytesOf(text(globals.maxSize)),
      ifMatch: text(globals.ifMatch),
    },
  };
  const printing = {
    isJson,
    isQuiet: globals.quiet === true,
    isDryRun: invocation.isDryRun,
    machine,
    isColorWanted: globals.color !== false,
    file,
    settings,
  };
  try {
    warnOfTimeZone(command, printing);
    warnOfSettings(command, user, printing);
    if (!isAll && others.length === 0) return await runAndReport(declaration, invocation, printing);
    const { filesToShow, overSeveral } = await import("./several-files.js");
    const files = file === undefined ? filesToShow(invocation) : [file, ...others];
    return await runAndReport(overSeveral(declaration, words, files), invocation, printing);
  } catch (error) {
    if (error instanceof NoRoadmapFound && !isJson && machine.isTerminal("stderr"))
      return reportFirstRun(error, printing);
    return report(error, printing, retypable(declaration, invocation));
  }
}

/** The command, if it can be typed again with another name; never one that removes or clears anything. */
function retypable({ name, argument }: CommandDeclaration, { options }: Invocation): string | undefined {
  const hasOptions = Object.values(options).some((value) => value !== undefined);
  const takesName =
    /^[<[](?:topic|task)\.\.\./.test(argument?.name ?? "") || argument?.names?.some((kind) => kind !== "command");
  return hasOptions || !takesName || /^(?:remove|reset|move|rename)$/.test(name) ? undefined : name;
}

async function runAndReport(
  declaration: CommandDeclaration,
  invocation: Invocation,
  printing: Printing,
): Promise<ExitCode> {
  const { mayAsk, machine } = invocation;
  const outcome = await runOrAsk(declaration, invocation).finally(() =>
    warnOfInterruptedSave(declaration.name, invocation),
  );
  const { question } = outcome;
  if (!question || !mayAsk) return reportOutcome(outcome, printing);
  await print(outcome, printing);
  const { confirmByPerson } = await import("./choose-candidate.js");
  const answer = await confirmByPerson(question.text);
  if (answer === "yes") return reportOutcome(await question.yes(), printing);
  machine.write("stderr", `${question.no}\n`);
  return answer === "canceled" ? exitCodes.failed : (outcome.exitCode ?? exitCodes.done);
}

async function reportOutcome(outcome: Outcome, printing: Printing): Promise<ExitCode> {
  try {
    await print(outcome, printing);
  } catch (error) {
    if (!outcome.isReportedByExitCode) throw outcome.isSaved ? savedButNotPrinted(error) : error;
  }
  await outcome.goesOn?.();
  if (outcome.error) return report(outcome.error, printing);
  return outcome.exitCode ?? exitCodes.done;
}

function savedButNotPrinted(error: unknown): UserError {
  if (!(error instanceof UserError)) {
    const message = `saved, but the result could not be printed: ${error instanceof Error ? error.message : error}`;
    return new UserError("BUG", message, "this is a bug in roadmap: please report it");
  }
  return withChanges(error, {
    message: `saved, but ${error.message}`,
    hint: "the change is saved: do not run this again",
  });
}

/** If no name is given, or several match, and a user is there, the user chooses; valid for the file that was read. */
async function runOrAsk(declaration: CommandDeclaration, given: Invocation): Promise<Outcome> {
  const invocation = await withName(declaration, given);
  try {
    return await declaration.run(invocation);
  } catch (error) {
    if (error instanceof ValueUndecided) return runDecided(declaration, invocation, error);
    if (!invocation.mayAsk || !(error instanceof AmbiguousName) || !declaration.argument) throw error;
    const restored = restoredBeforeError(error);
    const canvas = { width: widthOf(invocation.machine, "stderr"), file: invocation.request.lookup.file };
    if (restored) invocation.machine.write("stderr", `${restoredLines(restored, canvas).join("\n")}\n`);
    const { chooseCandidate } = await import("./choose-candidate.js");
    const chosen = await chooseCandidate(choiceOf(error));
    if (chosen === null) throw error;
    const request = { ...invocation.request, ifMatch: error.ambiguity.hash ?? invocation.request.ifMatch };
    const { field, wanted } = error.ambiguity;
    const { words, options } = invocation;
    // One of several numbers may be ambiguous; the others stay.
    const chosenWords = words.includes(wanted) ? words.map((word) => (word === wanted ? chosen : word)) : [chosen];
    const answer = field === undefined ? { words: chosenWords } : { options: { ...options, [field]: chosen } };
    return runOrAsk(declaration, { ...invocation, request, ...answer });
  }
}

/** Asks the user for the undecided option; without a user it stays undecided. */
async function runDecided(
  declaration: CommandDeclaration,
  invocation: Invocation,
  error: ValueUndecided,
): Promise<Outcome> {
  if (!invocation.mayAsk) throw error.typedWith(savingOptions(invocation));
  const { field, question, choices } = error.decision;
  const { chooseCandidate } = await import("./choose-candidate.js");
  const options = choices.map(({ value, label }) => ({ value, label: value, hint: label }));
  const chosen = await chooseCandidate({ question, options });
  if (chosen === null) throw error;
  return declaration.run({ ...invocation, options: { ...invocation.options, [field]: chosen } });
}

/** The typed options about saving, which a suggested command has to repeat. */
function savingOptions({ options: { commit }, isDryRun }: Invocation): string {
  const committing = typeof commit === "boolean" ? (commit ? " --commit" : " --no-commit") : "";
  return `${committing}${isDryRun ? " --dry-run" : ""}`;
}

function choiceOf({ ambiguity: { wanted, candidates, matches } }: AmbiguousName) {
  return {
    question: `"${wanted}" matches ${matches}. Which one?`,
    options: candidates.map(({ address, name, phase }) => ({
      value: address,
      label: `${address}  ${name}`,
      hint: phase ? phaseTitle(phase) : "",
    })),
  };
}

interface Printing {
  readonly isJson: boolean;
  readonly isQuiet: boolean;
  readonly isDryRun: boolean;
  readonly machine: Machine;
  readonly isColorWanted: boolean;
  readonly settings: UserSettings;
  /** The value of `--file`. */
  readonly file: string | undefined;
}

async function print(outcome: Outcome, printing: Printing): Promise<void> {
  const { isJson, isQuiet, isDryRun, machine, isColorWanted, file, settings } = printing;
  if (isJson) {
    for (const piece of jsonPieces(outcome.data())) if (!machine.write("stdout", piece)) return;
    return;
  }
  const canvas = (stream: OutputStream) =>
    canvasFor(machine, { stream, isWanted: isColorWanted, isQuiet, file, settings });
  const warnings = outcome.warnings?.(await canvas("stderr")) ?? [];
  if (warnings.length > 0) machine.write("stderr", `${warnings.join("\n")}\n`);
  if (outcome.bytes) {
    machine.write("stdout", outcome.bytes);
    return;
  }
  const isAboutChange = outcome.isSaved !== undefined && !isDryRun;
  if (isQuiet && isAboutChange) return;
  const lines = outcome.lines(await canvas("stdout"));
  if (lines.length > 0) machine.write("stdout", `${lines.join("\n")}\n`);
}

type Reporting = Pick<Printing, "machine" | "isJson" | "isColorWanted" | "settings"> & Partial<Pick<Printing, "file">>;

async function report(error: unknown, printing: Reporting, command?: string): Promise<ExitCode> {
  const { machine, isJson, isColorWanted, settings, file } = printing;
  const canvas = () => canvasFor(machine, { stream: "stderr", isWanted: isColorWanted, file, settings });
  const errorText = isJson ? jsonLine(errorData(error)) : `${errorLines(error, await canvas(), command).join("\n")}\n`;
  try {
    machine.write("stderr", errorText);
  } catch {
    // stderr is closed too; only the exit code can report the error.
  }
  return error instanceof UserError ? error.exitCode : exitCodes.bug;
}

/** For someone who begins, several ways on rather than one error. */
async function reportFirstRun(error: NoRoadmapFound, printing: Printing): Promise<ExitCode> {
  const { machine, isColorWanted, isQuiet, settings } = printing;
  const canvas = await canvasFor(machine, {
    stream: "stderr",
    isWanted: isColorWanted,
    isQuiet,
    file: undefined,
    settings,
  });
  machine.write("stderr", `${firstRunLines(error, canvas, machine.env.HOME ?? "").join("\n")}\n`);
  return error.exitCode;
}

function listOf(value: OptionValue): readonly string[] {
  return typeof value === "object" ? value : [];
}

function text(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function bytesOf(size: string | undefined): number | undefined {
  if (size === undefined) return undefined;
  if (/^[1-9]\d{0,9}$/.test(size)) return Number(size);
  throw usageError(`--max-size takes a number of bytes, not "${size}"`, "for example --max-size 33554432");
}
