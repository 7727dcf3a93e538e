// Program: configures commander from the command declarations; the only file that imports commander.

import { Command, CommanderError, Option } from "commander";
import { numberForm } from "../model/address.js";
import { closestTypo } from "../model/nearest.js";
import { quoteForShell } from "../text/quote-for-shell.js";
import { commandIndex } from "./aliases.js";
import type { CommandDeclaration, OptionValue } from "./command.js";
import { helpTopicNames, helpTopicOf } from "./help/topic-names.js";
import { type Misuse, misuse, quotedArgument, strayWords, suggesting, withDashesKept } from "./misuse.js";
import { globalOptions } from "./options.js";

/** What the command line requests. */
export type CommandRequest =
  | {
      readonly kind: "run";
      readonly command: string;
      readonly words: readonly string[];
      readonly options: Options;
      readonly globals: Options;
    }
  /** Help or the version: only text to print. */
  | {
      readonly kind: "text";
      /** What help is about: a command, or `roadmap`; null for the version. */
      readonly topic: string | null;
      readonly text: string;
    }
  | Misuse;

export type Options = Readonly<Record<string, OptionValue>>;

interface CommandLine {
  readonly args: readonly string[];
  /** The command that the words name, or all of them for help. */
  readonly declarations: readonly CommandDeclaration[];
  /** The names of all commands. */
  readonly names: readonly string[];
  /** The summary of each group of two-word commands, by their first word. */
  readonly groups: ReadonlyMap<string, string>;
  /** The heading under which help lists each command. */
  readonly headings: ReadonlyMap<string, string>;
  readonly version: string;
  /** The width of help in columns. */
  readonly width: number;
}

export function readCommandLine({
  args,
  declarations,
  names,
  groups,
  headings,
  version,
  width,
}: CommandLine): CommandRequest {
  const [word] = args;
  const firstWords = [...names.filter((name) => !name.includes(" ")), ...groups.keys()];
  if (word !== undefined && !word.startsWith("-") && !firstWords.includes(word))
    return unknownCommand(args, firstWords);
  let request: CommandRequest | undefined;
  let text = "";
  const program = emptyProgram(version, width);
  program.configureOutput({ writeOut: (written) => (text += written), writeErr: () => {}, outputError: () => {} });
  const run = (command: string) => (words: readonly string[], options: Options) => {
    request = { kind: "run", command, words, options, globals: program.opts() };
  };
  const answer = (answered: CommandRequest) => {
    request = answered;
  };
  for (const declaration of declarations) {
    const [group = ""] = declaration.name.split(" ");
    program.commandsGroup(`${headings.get(declaration.name)}:`);
    const parent = groups.has(group) ? groupCommand(program, group, { groups, names, answer }) : program;
    addCommand(parent, declaration, run(declaration.name));
  }
  program.action((command: string | undefined, options: Options) => {
    if (command === undefined) run("dashboard")([], options);
    else answer(unknownCommand(args, firstWords));
  });
  const command = commandIn(args, names);
  const called = declarations.find(({ name }) => name === command);
  try {
    program.parse(withDashesKept(args, called), { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    const topic = called?.name ?? args.find((arg) => groups.has(arg)) ?? "roadmap";
    if (error.exitCode === 0) return { kind: "text", topic: error.code === "commander.version" ? null : topic, text };
    const searching = error.code === "commander.excessArguments" && called?.name === "list";
    return { ...misuse(error, { declaration: called, args }), ...(searching ? { hint: searchHint(args) } : {}) };
  }
  const stray = called && request?.kind === "run" ? strayWords(args, called) : undefined;
  if (stray) return stray;
  return request ? withKnownTopic(request, firstWords) : { kind: "text", topic: "roadmap", text };
}

/** The command being called: words after it may be names of other commands, and options before it have values. */
function commandIn(args: readonly string[], names: readonly string[]): string | undefined {
  const words = args.slice(commandIndex(args));
  const called = [words.slice(0, 2).join(" "), words[0]].find((name) => name !== undefined && names.includes(name));
  return called ?? names.find((name) => name.split(" ").every((part) => words.includes(part)));
}

function emptyProgram(version: string, width: number): Command {
  const program = new Command("roadmap")
    .description("Track a learning or engineering roadmap kept in one Markdown file.")
    .usage("[command] [options]")
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "show this help")
    .helpCommand(false)
    .configureHelp({ helpWidth: width, minWidthToWrap: 10, sortOptions: false, subcommandTerm: termFor(width) })
    .exitOverride()
    .showSuggestionAfterError(false)
    .addHelpText("after", afterProgram)
    .argument("[command]")
    .allowExcessArguments(true);
  for (const { flags, help, isList } of globalOptions) {
    const option = new Option(flags, help);
    program.addOption(isList ? option.argParser(collected) : option);
  }
  return program;
}

interface Grouping {
  readonly groups: ReadonlyMap<string, string>;
  readonly names: readonly string[];
  readonly answer: (request: CommandRequest) => void;
}

/** The command for the first word of two-word commands; it does nothing itself. */
function groupCommand(program: Command, group: string, { groups, names, answer }: Grouping): Command {
  const known = program.commands.find((command) => command.name() === group);
  if (known) return known;
  const words = names.filter((name) => name.startsWith(`${group} `)).map((name) => name.slice(group.length + 1));
  return program
    .command(group)
    .description(groups.get(group) ?? "")
    .usage(`${words.length === 1 ? words[0] : "<command>"} [options]`)
    .argument("[command]")
    .allowExcessArguments(true)
    .allowUnknownOption(true)
    .addHelpText("after", `\nRun \`roadmap ${group} COMMAND --help\` to see the options of a subcommand.`)
    .action((_word, _options, { args }: Command) => answer(unknownSecondWord(group, args, words)));
}

function unknownSecondWord(
  group: string,
  [word, ...rest]: readonly string[],
  words: readonly string[],
): CommandRequest {
  const close = word === undefined ? undefined : closestTypo(word, words);
  const command = (second: string, typed: readonly string[]) =>
    `\`roadmap ${[group, second, ...typed.map(quotedArgument)].join(" ")}\``;
  const isText = group === "add" && word !== undefined && rest.length > 0 && close === undefined;
  const hint = isText
    ? `use ${["topic", "task"].map((kind) => command(kind, [word, ...rest])).join(" or ")}`
    : suggesting(close && command(close, rest), `available: ${words.map((one) => command(one, [])).join(", ")}`);
  const message = word === undefined ? `${group} needs a subcommand` : `unknown command "${group} ${word}"`;
  return { kind: "misuse", message, hint };
}

/** Without `[options]`: the help of each command lists its own; in narrow terminals, only the name. */
function termFor(width: number) {
  return (command: Command): string => {
    const term = command.usage().replace(/ ?\[options\]$/, "");
    return width < 60 ? command.name() : `${command.name()} ${term}`.trim();
  };
}

function addCommand(
  program: Command,
  declaration: CommandDeclaration,
  run: (words: string[], options: Options) => void,
): void {
  const { name, summary, argument, options, examples } = declaration;
  const command = program
    .command(name.split(" ").at(-1) ?? name, { hidden: name === "dashboard" })
    .description(summary)
    .usage(argument ? `${argument.name} [options]` : "[options]")
    .allowExcessArguments(false)
    .addHelpText(
      "after",
      `\nExamples:\n${examples.map((example) => `  ${example}\n`).join("")}\n\`roadmap help\` lists the options that every command takes.`,
    );
  // In a terminal the user chooses a missing topic or task, so commander must not require it.
  const needed = argument?.name.replace(/^<((?:topic|task)\.\.\.)>$/, "[$1]");
  if (argument && needed !== undefined) command.argument(needed, argument.help);
  for (const { flags, help, choices, isAnyTaken, isList, isHidden } of options) {
    const option = new Option(flags, help).hideHelp(isHidden === true);
    if (choices && !isAnyTaken) option.choices(choices);
    if (isList) option.argParser(collected);
    command.addOption(option);
  }
  command.action((...given: unknown[]) => {
    const [first] = given;
    const words = Array.isArray(first) ? first.map(String) : typeof first === "string" ? [first] : [];
    run(words, command.opts());
  });
}

function collected(value: string, all: string[] | undefined): string[] {
  return [...(all ?? []), value];
}

/** Words for a command that are spelled more like another one. */
const reopening = ["resume", "unblock", "unskip"];

/** The hint repeats what was typed, with the command that was probably meant. */
function unknownCommand(args: readonly string[], names: readonly string[]): CommandRequest {
  const at = commandIndex(args);
  const command = args[at] ?? "";
  const close = reopening.includes(command) ? "reopen" : closestTypo(command, names);
  const meant = close ?? (numberForm(command) ? `show ${quoteForShell(command)}` : undefined);
  const typed = [...args.slice(0, at).map(quotedArgument), meant, ...args.slice(at + 1).map(quotedArgument)].join(" ");
  const hint = suggesting(meant && `\`roadmap ${typed}\``, "run `roadmap --help` to see all commands");
  return { kind: "misuse", message: `unknown command "${command}"`, hint };
}

/** A word after `list` is one to search for. */
function searchHint(args: readonly string[]): string {
  const rest = args.slice(commandIndex(args) + 1).map(quotedArgument);
  return `run \`roadmap search ${rest.join(" ")}\` to search for it`;
}

/** The argument of `help` must exist. */
function withKnownTopic(request: CommandRequest, names: readonly string[]): CommandRequest {
  const isHelp = request.kind === "run" && request.command === "help" && request.words.length > 0;
  if (!isHelp || helpTopicOf(request.words)) return request;
  const topic = request.words.join(" ");
  const close = closestTypo(topic, [...names, ...helpTopicNames]);
  const hint = suggesting(close && `\`roadmap help ${close}\``, "run `roadmap help` to see all commands and topics");
  return { kind: "misuse", message: `no command or help topic named "${topic}"`, hint };
}

const afterProgram = `
Examples:
  roadmap init --template backend               create a roadmap
  roadmap                                       see progress and what is next
  roadmap start http fundamentals               start a topic
  roadmap finish http fundamentals --proof URL  finish it, with a proof link
  roadmap check build simple crud               check off a task
  roadmap list --status in-progress             list topics in progress

Help topics (\`roadmap help TOPIC\`):
  ${helpTopicNames.join(", ")}`;
