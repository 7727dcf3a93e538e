// Command table: all commands and their options as plain data, to describe them without running them.

import { aliases } from "./aliases.js";
import type { CommandDeclaration, OptionDeclaration } from "./command.js";
import { commandGroups, commands } from "./commands/index.js";
import { globalOptions } from "./options.js";

export interface CommandTable {
  /** In the order of help. */
  readonly commands: readonly CommandRow[];
  /** The summary of each group of two-word commands, by their first word. */
  readonly groups: Readonly<Record<string, string>>;
  /** The command line for each alias. */
  readonly aliases: Readonly<Record<string, string>>;
  /** The options of every command. */
  readonly options: readonly OptionRow[];
}

export type CommandRow = Omit<CommandDeclaration, "run" | "options"> & { readonly options: readonly OptionRow[] };

export interface OptionRow extends OptionDeclaration {
  /** As typed: `-f`, `--file`. */
  readonly names: readonly string[];
  /** The name of its value in help: `path`; null if it takes none. */
  readonly value: string | null;
}

export async function readCommandTable(): Promise<CommandTable> {
  const declarations = await Promise.all([...commands.values()].map((load) => load()));
  return {
    commands: declarations.map(({ run: _, options, ...rest }) => ({ ...rest, options: options.map(rowOf) })),
    groups: Object.fromEntries(commandGroups),
    aliases,
    options: globalOptions.map(rowOf),
  };
}

function rowOf(option: OptionDeclaration): OptionRow {
  return {
    ...option,
    names: option.flags.match(/--?[a-z][\w-]*/g) ?? [],
    value: /<([^>]+)>/.exec(option.flags)?.[1] ?? null,
  };
}
