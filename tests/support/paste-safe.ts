// Paste safe: the commands in a text, and the parts of them that a shell would interpret.

import { commands } from "../../src/cli/commands/index.js";

/** Commands in backticks, and a text that consists only of a command. */
export function commandsIn(text: string): string[] {
  const [, program, word = ""] = /^(roadmap|git) (\S+)/.exec(text) ?? [];
  const isCommand =
    program === "roadmap"
      ? isWordOfCommand(word)
      : /^(?:add|commit|config|log|fetch|init|--literal-pathspecs)$/.test(word);
  const starts = Array.from(
    text.matchAll(/`(?=(?:roadmap|git|rm|cp|mv|mkdir|diff|export|unset|npm|iconv) )/g),
    ({ index }) => index + 1,
  );
  return [...(isCommand ? [text] : []), ...starts.map((start) => text.slice(start, endOfCommand(text, start)))];
}

function isWordOfCommand(word: string): boolean {
  return [...commands.keys()].some((name) => name.split(" ")[0] === word);
}

/** The next backtick that is not in quotes. */
function endOfCommand(text: string, start: number): number {
  const [before = ""] = /^(?:'[^']*'|"[^"]*"|\\.|[^`])*/.exec(text.slice(start)) ?? [];
  return start + before.length;
}

/** Characters that are special to a shell, outside quotes and inside double ones; empty for a safe command. */
export function shellSignsIn(command: string): string {
  const doubles = Array.from(command.matchAll(/'[^']*'|"([^"]*)"/g), ([, text = ""]) => text.replace(/[^$`\\!]/g, ""));
  const rest = command.replace(/\\'|'[^']*'|"[^"]*"/g, "");
  return [...doubles, rest.replace(/[^<>|;&$*?(){}[\]#~!\\`'"…\n]/g, "")].join("");
}
