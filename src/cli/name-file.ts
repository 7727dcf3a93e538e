// Name file: the commands that are told as the next ones mean the same file, also where the person had to name it.

import type { Problem } from "../model/problem.js";
import { quoteForShell } from "../text/quote-for-shell.js";
import { visible } from "../text/visible.js";

/** Where a command begins in what is told; some take no file. */
const command = /(^|: |`| or )roadmap (?=[a-z])(?!help |completion |init )/g;

/** Adds `--file` to the commands of lines like `  next: roadmap undo or roadmap redo`; other lines stay. */
export function linesNamingFile(lines: readonly string[], file: string | undefined): readonly string[] {
  return lines.map((line) => (line.startsWith("  next: ") ? hintNamingFile(line, file) : line));
}

/** The same in a hint: right behind the program, because names behind it may hold anything. */
export function hintNamingFile(hint: string, file: string | undefined): string {
  if (file === undefined || / --file /.test(hint)) return hint;
  const path = visible(quoteForShell(file.startsWith("-") ? `./${file}` : file));
  return hint.replace(command, (_, before: string) => `${before}roadmap --file ${path} `);
}

/** Problems whose way out is a command. */
export function problemsNamingFile(problems: readonly Problem[], file: string | undefined): readonly Problem[] {
  if (file === undefined) return problems;
  return problems.map((problem) => ({ ...problem, hint: hintNamingFile(problem.hint, file) }));
}
