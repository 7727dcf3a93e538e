// Name file: the commands that are told as the next ones mean the same file, also where the person had to name it.

import type { Problem } from "../model/problem.js";
import { quoteForShell } from "../text/quote-for-shell.js";
import { visible } from "../text/visible.js";

const command = /roadmap [^`]*?(?=`| or roadmap |$)/g;

/** Adds `--file` to the commands of lines like `  next: roadmap undo or roadmap redo`; other lines stay. */
export function linesNamingFile(lines: readonly string[], file: string | undefined): readonly string[] {
  if (file === undefined) return lines;
  return lines.map((line) =>
    line.startsWith("  next: ") ? line.replace(command, (told) => naming(told, file)) : line,
  );
}

/** A hint that is nothing but a command. */
export function hintNamingFile(hint: string, file: string | undefined): string {
  return file !== undefined && /^roadmap [a-z]/.test(hint) ? naming(hint, file) : hint;
}

/** Problems whose way out is a command. */
export function problemsNamingFile(problems: readonly Problem[], file: string | undefined): readonly Problem[] {
  if (file === undefined) return problems;
  return problems.map((problem) => ({ ...problem, hint: hintNamingFile(problem.hint, file) }));
}

function naming(told: string, file: string): string {
  const path = file.startsWith("-") ? `./${file}` : file;
  return / --file /.test(told) ? told : `${told} --file ${visible(quoteForShell(path))}`;
}
