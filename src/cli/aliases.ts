// Aliases: other words for commands, which are run as if the command had been typed.

import { listCommand } from "./commands/list.js";
import { withValue } from "./misuse.js";
import { globalOptions } from "./options.js";

/** The command line for each word that people know from other programs. */
export const aliases: Readonly<Record<string, string>> = {
  done: "finish",
  ls: "list",
  rm: "remove",
  delete: "remove",
  search: "list --search",
  status: "dashboard",
  todo: "next",
  version: "--version",
  "-v": "--version",
};

/** The command line with the command itself in place of an alias. */
export function withoutAlias(args: readonly string[]): readonly string[] {
  const at = commandIndex(args);
  const word = args[at] ?? "";
  const command = Object.hasOwn(aliases, word) ? aliases[word] : undefined;
  if (command === undefined) return args;
  return [
    ...args.slice(0, at),
    ...(word === "search" ? searched(args.slice(at + 1)) : [command, ...args.slice(at + 1)]),
  ];
}

/**
 * `all list --ready` without `all`, which means the files in the settings of the user; `all` alone is the dashboard.
 * Its own help stays.
 */
export function withoutAll(args: readonly string[]): { readonly args: readonly string[]; readonly isAll: boolean } {
  const at = commandIndex(args);
  const rest = args.slice(at + 1);
  const view = commandIndex(rest);
  const isHelp = rest[view] === undefined && rest.some((word) => word === "--help" || word === "-h");
  if (args[at] !== "all" || isHelp) return { args, isAll: false };
  return {
    args: [
      ...args.slice(0, at),
      ...rest.slice(view),
      ...(rest[view] === undefined ? ["dashboard"] : []),
      ...rest.slice(0, view),
    ],
    isAll: true,
  };
}

/** The position of the first word that is neither an option nor its value, or the length; `-v` counts as one. */
export function commandIndex(args: readonly string[]): number {
  const valued = withValue(globalOptions);
  let index = 0;
  while (/^-./.test(args[index] ?? "") && args[index] !== "-v") index += valued.has(args[index] ?? "") ? 2 : 1;
  return index;
}

/** `list` with all words that are not options as the text to search for. */
function searched(args: readonly string[]): readonly string[] {
  const valued = withValue([...listCommand.options, ...globalOptions]);
  const end = args.includes("--") ? args.indexOf("--") : args.length;
  const isText = (word: string, index: number) =>
    index > end || (!/^-./.test(word) && !valued.has(args[index - 1] ?? ""));
  const text = args.filter(isText).join(" ");
  const options = args.filter((word, index) => index < end && !isText(word, index));
  const isHelp = options.some((word) => word === "--help" || word === "-h");
  return ["list", ...options, ...(text !== "" ? [`--search=${text}`] : isHelp ? [] : ["--search"])];
}
