// Dashes: `--` between the words of a name is part of it, unless it ends the options.

import type { CommandDeclaration, OptionDeclaration } from "./command.js";
import { globalOptions } from "./global-options.js";

/** Whether the command's subject is named by words that need no quotes. */
export function isNamedByWords({ argument }: CommandDeclaration): boolean {
  return /^[<[](?:topic|task|text|name)\.\.\./.test(argument?.name ?? "");
}

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

/** The spellings of the options that take a value. */
export function withValue(options: readonly OptionDeclaration[]): ReadonlySet<string> {
  return new Set(options.flatMap(({ flags }) => (flags.includes("<") ? optionNames(flags) : [])));
}

function optionNames(flags: string): string[] {
  return flags.split(/[ ,]+/).filter((word) => word.startsWith("-"));
}
