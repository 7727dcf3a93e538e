// Commands page: the part of docs/commands.md that lists every command and option, from the command table.

import type { CommandRow, CommandTable, OptionRow } from "../../src/cli/command-table.js";
import { commandHeadings } from "../../src/cli/commands/index.js";

/** By heading, in the order of help: a table of the commands, and one of their options. */
export function commandsPart({ commands, options }: CommandTable): string {
  const parts = [...new Set(commandHeadings.values())].flatMap((heading) => {
    const rows = commands.filter(({ name }) => commandHeadings.get(name) === heading);
    return [`## ${heading}`, commandTable(rows), optionTable(rows)];
  });
  const common = options.map((option) => [code(option.flags), meaning(option)]);
  return [...parts, "## Options of every command", table(["Option", "Meaning"], common), ""].join("\n\n");
}

function commandTable(rows: readonly CommandRow[]): string {
  const usages = rows.map(({ name, argument, summary }) => [
    code(["roadmap", name === "dashboard" ? "" : name, argument?.name ?? ""].filter(Boolean).join(" ")),
    summary,
  ]);
  return table(["Command", "Purpose"], usages);
}

/** One row for an option that means the same in several commands. */
function optionTable(rows: readonly CommandRow[]): string {
  const takers = new Map<string, { option: OptionRow; names: string[] }>();
  for (const { name, options } of rows)
    for (const option of options.filter(({ isHidden }) => !isHidden)) {
      const key = `${option.flags} ${meaning(option)}`;
      const known = takers.get(key);
      if (known === undefined) takers.set(key, { option, names: [name] });
      else known.names.push(name);
    }
  const sorted = [...takers.values()].sort((a, b) => Number(a.names.length > 3) - Number(b.names.length > 3));
  const lines = sorted.map(({ option, names }) => [code(option.flags), names.join(", "), meaning(option)]);
  return table(["Option", "Of", "Meaning"], lines);
}

function meaning({ help, choices, isList }: OptionRow): string {
  const listed = choices === undefined ? "" : `; one of ${choices.join(", ")}`;
  return help + listed + (isList && !help.includes("(repeatable)") ? " (repeatable)" : "");
}

/** `<topic...>` is `TOPIC`, `[file]` is `[FILE]`. */
function code(text: string): string {
  const plain = text.replace(/<([^>]+)>|(\[[^\]]+\])/g, (_, needed?: string, optional?: string) =>
    (needed ?? optional ?? "").replace("...", "").toUpperCase(),
  );
  return `\`${plain}\``;
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [header, header.map(() => "---"), ...rows.map((row) => row.map((text) => text.replaceAll("|", "\\|")))];
  return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
