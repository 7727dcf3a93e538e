// Typed command: what the command line understands of a command, as a shell passes it on.

import { execFileSync } from "node:child_process";
import type { CommandDeclaration } from "../../src/cli/command.js";
import { commandGroups, commandHeadings, commands } from "../../src/cli/commands/index.js";
import { operationCommand } from "../../src/cli/commands/operation.js";
import { type CommandRequest, readCommandLine } from "../../src/cli/program.js";
import { operations } from "../../src/index.js";
import type { OperationWay, Way } from "../../src/model/ways.js";
import type { AnyOperation } from "../../src/operations/operation.js";

/** The commands as `main` provides them, on a wide line so that no word is cut. */
export function everything(declarations: readonly CommandDeclaration[]) {
  return {
    declarations,
    names: [...commands.keys()],
    groups: commandGroups,
    headings: commandHeadings,
    version: "1.0.0",
    width: 400,
  };
}

export async function requestsTyped(typed: readonly (readonly string[])[]): Promise<CommandRequest[]> {
  const declarations = await Promise.all([...commands.values()].map((load) => load()));
  return typed.map((args) => readCommandLine({ ...everything(declarations), args }));
}

/** The arguments of each command that begins with `roadmap`, from one run of a shell. */
export function argumentsOf(typed: readonly string[]): string[][] {
  const program = "roadmap() { printf '%s\\000' \"$@\"; printf '\\036\\000'; }";
  const output = execFileSync("sh", ["-c", [program, ...typed].join("\n")], { encoding: "utf8", maxBuffer: 2 ** 26 });
  return output
    .split("\u001e\0")
    .slice(0, -1)
    .map((words) => words.split("\0").slice(0, -1));
}

/** The operation and the input that the command line makes of these arguments. */
export async function operationTyped(args: readonly string[]): Promise<{ operation: string; input: unknown }> {
  const seen: { operation: string; input: unknown }[] = [];
  const watched = ([operation, declaration]: [string, AnyOperation]) => {
    const prepare = (input: unknown) => {
      seen.push({ operation, input });
      throw new Error("seen");
    };
    return operationCommand({ ...declaration, prepare });
  };
  const named = ([, { name }]: [string, AnyOperation]) => `${args.join(" ")} `.startsWith(`${name} `);
  const declarations = Object.entries<AnyOperation>(operations).filter(named).map(watched);
  const asked = readCommandLine({ ...everything(declarations), args });
  if (asked.kind !== "run") throw new Error(`${args.join(" ")}: ${asked.kind === "misuse" ? asked.message : "help"}`);
  const declaration = declarations.find(({ name }) => name === asked.command);
  const { words, options } = asked;
  await declaration?.run({ words, options } as never).catch((error: unknown) => {
    if (seen.length === 0) throw error;
  });
  const [only] = seen;
  if (!only) throw new Error(`${args.join(" ")}: not an operation`);
  return only;
}

export function operationsIn(ways: readonly Way[]): OperationWay[] {
  return ways.filter((way) => typeof way === "object" && "operation" in way);
}

/** With placeholders as if they were values. */
export function filled({ operation, input }: OperationWay): OperationWay {
  const fill = (given: unknown) => JSON.parse(JSON.stringify(given).replace(/\{"placeholder":("\w+").*?\}/g, "$1"));
  return { operation, input: fill(input) };
}
