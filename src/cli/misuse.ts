// Misuse: the messages about an invalid command line.

import { closestTypo } from "../model/nearest.js";
import { quoteForShell, quoteWords } from "../text/quote-for-shell.js";
import type { CommandDeclaration, OptionDeclaration } from "./command.js";
import { globalOptions } from "./options.js";

/** An error in the command line. */
export interface Misuse {
  readonly kind: "misuse";
  readonly message: string;
  readonly hint: string;
}

/** Commander's errors in our words, with our own suggestions: commander also suggests words that are less similar. */
export function misuse(
  { code, message }: { readonly code: string; readonly message: string },
  { declaration, args }: { readonly declaration: CommandDeclaration | undefined; readonly args: readonly string[] },
): Misuse {
  const problem = message.replace(/^error: /, "");
  const command = declaration?.name;
  const choices = declaration?.argument?.choices ?? [];
  const isChoiceMissing = code === "commander.missingArgument" && choices.length > 0;
  const help =
    command === undefined
      ? "run `roadmap --help` to see all commands"
      : isChoiceMissing
        ? `use one of ${choices.join(", ")}: \`roadmap ${command} ${choices[0]}\``
        : `run \`roadmap ${command} --help\` to see its usage`;
  const unknown = code === "commander.unknownOption" ? /--([\w-]+)/.exec(problem)?.[1] : undefined;
  const declared = [...(declaration?.options ?? []), ...globalOptions];
  const options = declared.flatMap(({ flags }) => /--([\w-]+)/.exec(flags)?.[1] ?? []);
  const early = declaration?.options.find(({ flags }) => /--([\w-]+)/.exec(flags)?.[1] === unknown);
  if (declaration && unknown !== undefined && early) return beforeCommand(declaration, early.flags);
  const close = unknown === undefined ? undefined : closestTypo(unknown, options);
  const correction = { unknown: `--${unknown}`, meant: `--${close}`, valued: withValue(declared) };
  const hint = suggesting(close && (corrected(args, correction) ?? `--${close}`), help);
  return { kind: "misuse", message: ourWords(code, problem, command ?? "roadmap"), hint };
}

interface Correction {
  readonly unknown: string;
  readonly meant: string;
  /** The options that take a value. */
  readonly valued: ReadonlySet<string>;
}

/** The command line with the option that was meant; undefined if it would lack the value of the option. */
function corrected(args: readonly string[], { unknown, meant, valued }: Correction): string | undefined {
  const index = args.findIndex((arg) => arg === unknown || arg.startsWith(`${unknown}=`));
  const [typed, value] = args.slice(index);
  const isWhole = typed !== unknown || !valued.has(meant) || (value !== undefined && !value.startsWith("-"));
  if (typed === undefined || index < 0 || !isWhole) return undefined;
  const words = args.with(index, meant + typed.slice(unknown.length));
  return `\`roadmap ${words.map(quotedArgument).join(" ")}\``;
}

/** An option stays an option. */
export function quotedArgument(arg: string): string {
  const [, option = "", value = arg] = /^(--[\w-]+=)(.*)$/s.exec(arg) ?? [];
  return /^--?[\w-]+$/.test(value) ? arg : option + quoteForShell(value);
}

/** An option of a command is unknown only if it comes before the command. */
function beforeCommand({ name, argument }: CommandDeclaration, flags: string): Misuse {
  const typed = [
    "roadmap",
    name,
    argument?.name.startsWith("<") ? placeholders(argument.name) : "",
    placeholders(flags),
  ];
  const hint = `put it after the command: \`${typed.filter((part) => part !== "").join(" ")}\``;
  return { kind: "misuse", message: `option ${flags.replace(/ .*/, "")} before the command`, hint };
}

/** `<topic...>` as `TOPIC`. */
function placeholders(usage: string): string {
  return usage.replace(/<([\w-]+)(?:\.\.\.)?>/g, (_, name: string) => name.toUpperCase());
}

export function suggesting(suggestion: string | undefined, hint: string): string {
  return suggestion === undefined
    ? hint
    : `did you mean ${suggestion}? ${hint.charAt(0).toUpperCase()}${hint.slice(1)}`;
}

function ourWords(code: string, problem: string, command: string): string {
  const [first = "", second = ""] = Array.from(problem.matchAll(/'([^']*)'/g), ([, quoted = ""]) => quoted);
  const option = /--[\w-]+/.exec(first)?.[0] ?? first;
  if (code === "commander.unknownOption") return `unknown option ${option}`;
  if (code === "commander.missingArgument") return `${command}: no ${first} given`;
  if (code === "commander.excessArguments")
    return `${command} takes ${problem.includes("Expected 0") ? "no arguments" : "fewer arguments"}`;
  if (code === "commander.optionMissingArgument") return `${option} requires a value: ${placeholders(first)}`;
  if (code !== "commander.invalidArgument") return problem;
  const choices = /Allowed choices are (.+?)\.?$/.exec(problem)?.[1];
  return choices === undefined ? problem : `${option} must be one of ${choices}, not "${second}"`;
}

// Words after the value of an option, which may belong either to it or to the name before it.

/** The error in the command line, if it has such words. Global options do not count: a path is not a text. */
export function strayWords(args: readonly string[], declaration: CommandDeclaration): Misuse | undefined {
  if (!isNamedByWords(declaration)) return undefined;
  const own = withValue(declaration.options);
  const others = withValue(globalOptions);
  let words = -declaration.name.split(" ").length;
  let last: { readonly option: string; readonly value: string; readonly end: number } | undefined;
  for (let index = 0; index < args.length && args[index] !== "--"; index++) {
    const word = args[index] ?? "";
    const [, option = word, value] = /^(--[^=]+)=(.*)$/s.exec(word) ?? [];
    if (!/^-./.test(word)) {
      if (last) return strayWordsMisuse(args, index, last);
      words += 1;
    } else {
      if (value === undefined && (own.has(option) || others.has(option))) index += 1;
      if (words > 0 && own.has(option)) last = { option, value: value ?? args[index] ?? "", end: index + 1 };
    }
  }
  return undefined;
}

function strayWordsMisuse(
  args: readonly string[],
  start: number,
  { option, value, end }: { readonly option: string; readonly value: string; readonly end: number },
): Misuse {
  const length = args.slice(start).findIndex((word) => /^-./.test(word));
  const stray = args.slice(start, length < 0 ? undefined : start + length);
  const nameFirst = `type the whole name before ${option}`;
  return {
    kind: "misuse",
    message: `unexpected words after ${option} ${value}: "${stray.join(" ")}"`,
    hint:
      start === end
        ? `quote the value: ${option} ${quoteWords([value, ...stray].join(" "))}; or ${nameFirst}`
        : nameFirst,
  };
}

// `--` between the words of a name, which is part of it unless it ends the options.

/**
 * The words of a command line for commander, which drops the first `--` and keeps a second one. So the first one is
 * doubled if it follows words of a name and nothing after it begins with a dash.
 */
export function withDashesKept(args: readonly string[], declaration: CommandDeclaration | undefined): string[] {
  const end = declaration && isNamedByWords(declaration) ? endOfOptions(args, declaration) : -1;
  const isText = end >= 0 && !args.slice(end).some((word) => /^-(?!-?$)/.test(word));
  return isText ? args.toSpliced(end, 0, "--") : [...args];
}

/** The position of the first `--`, if it is not the value of an option and follows words of a name; otherwise -1. */
function endOfOptions(args: readonly string[], { name, options }: CommandDeclaration): number {
  const valued = withValue([...options, ...globalOptions]);
  let words = 0;
  for (let index = 0; index < args.length; index++) {
    const word = args[index] ?? "";
    if (word === "--") return words > name.split(" ").length ? index : -1;
    if (!/^-./.test(word)) words += 1;
    else if (valued.has(word)) index += 1;
  }
  return -1;
}

/** Whether the command's subject is named by words that need no quotes. */
function isNamedByWords({ argument }: CommandDeclaration): boolean {
  return /^[<[](?:topic|task|text|name)\.\.\./.test(argument?.name ?? "");
}

/** The spellings of the options that take a value. */
export function withValue(options: readonly OptionDeclaration[]): ReadonlySet<string> {
  return new Set(options.flatMap(({ flags }) => (flags.includes("<") ? optionNames(flags) : [])));
}

function optionNames(flags: string): string[] {
  return flags.split(/[ ,]+/).filter((word) => word.startsWith("-"));
}
