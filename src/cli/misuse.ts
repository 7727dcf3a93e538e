// Misuse: the messages about an invalid command line.

import { mistyped } from "../model/find.js";
import type { CommandDeclaration } from "./command.js";
import { globalOptions } from "./global-options.js";

/** An error in the command line. */
export interface Misuse {
  readonly kind: "misuse";
  readonly message: string;
  readonly hint: string;
}

/** Commander's errors in our words, with our own suggestions: commander also suggests words that are less similar. */
export function misuse(
  { code, message }: { readonly code: string; readonly message: string },
  declaration: CommandDeclaration | undefined,
): Misuse {
  const said = message.replace(/^error: /, "");
  const command = declaration?.name;
  const choices = declaration?.argument?.choices ?? [];
  const isChoiceMissing = code === "commander.missingArgument" && choices.length > 0;
  const help =
    command === undefined
      ? "run `roadmap --help` to see all commands"
      : isChoiceMissing
        ? `use one of ${choices.join(", ")}: \`roadmap ${command} ${choices[0]}\``
        : `run \`roadmap ${command} --help\` to see its usage`;
  const unknown = code === "commander.unknownOption" ? /--([\w-]+)/.exec(said)?.[1] : undefined;
  const options = [...(declaration?.options ?? []), ...globalOptions].flatMap(
    ({ flags }) => /--([\w-]+)/.exec(flags)?.[1] ?? [],
  );
  const early = declaration?.options.find(({ flags }) => /--([\w-]+)/.exec(flags)?.[1] === unknown);
  if (declaration && unknown !== undefined && early) return beforeCommand(declaration, early.flags);
  const close = unknown === undefined ? undefined : mistyped(unknown, options);
  const hint = suggesting(close && `--${close}`, help);
  return { kind: "misuse", message: ourWords(code, said, command ?? "roadmap"), hint };
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

export function suggesting(meant: string | undefined, hint: string): string {
  return meant === undefined ? hint : `did you mean ${meant}? ${hint.charAt(0).toUpperCase()}${hint.slice(1)}`;
}

function ourWords(code: string, said: string, command: string): string {
  const [first = "", second = ""] = Array.from(said.matchAll(/'([^']*)'/g), ([, quoted = ""]) => quoted);
  const option = /--[\w-]+/.exec(first)?.[0] ?? first;
  if (code === "commander.unknownOption") return `unknown option ${first}`;
  if (code === "commander.missingArgument") return `${command}: no ${first} given`;
  if (code === "commander.excessArguments")
    return `${command} takes ${said.includes("Expected 0") ? "no arguments" : "fewer arguments"}`;
  if (code === "commander.optionMissingArgument") return `${option} requires a value: ${placeholders(first)}`;
  if (code !== "commander.invalidArgument") return said;
  const choices = /Allowed choices are (.+?)\.?$/.exec(said)?.[1];
  return choices === undefined ? said : `${option} must be one of ${choices}, not "${second}"`;
}
