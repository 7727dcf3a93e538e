// Doctor on GitHub: problems as workflow commands, which a run shows next to their lines.

import type { DoctorFileData } from "../json/envelopes/doctor.js";
import { asLine } from "../text/visible.js";

const commands = { error: "error", warning: "warning", note: "notice" } as const;

/** One line each: `::warning file=roadmap.md,line=12,col=14,…::…`. See "Workflow commands for GitHub Actions". */
export function githubLines(files: readonly DoctorFileData[]): string[] {
  return files.flatMap(({ file, refused, problems }) => {
    if (refused)
      return [workflowCommand("error", { file, title: refused.code }, `${refused.message}\n${refused.hint}`)];
    return problems.map(({ severity, code, message, hint, line, column }) =>
      workflowCommand(commands[severity], { file, line, col: column, title: code }, `${message}\n${hint}`),
    );
  });
}

function workflowCommand(name: string, properties: Readonly<Record<string, string | number>>, text: string): string {
  const given = Object.entries(properties).map(([key, value]) => `${key}=${escapedProperty(String(value))}`);
  const lines = text.split("\n").map(asLine);
  return `::${name} ${given.join(",")}::${lines.map(escaped).join("%0A")}`;
}

function escaped(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapedProperty(text: string): string {
  return escaped(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
